import { fold } from '../scim/fold'
import type { Db } from './database'
import type { UserState } from './user-lists'

/** Users looked at in one step of a search: a few milliseconds. */
const STEP = 15_000
/** Hits taken from each index that answers at once. */
const AT_ONCE = 1_000

/** Where a search has got to: after this user in the order of names. */
export interface SearchPosition {
  displayName: string | null
  userName: string
}

/** The first text behind all that begin with this one. */
const behind = (text: string): string => `${text}\u{10FFFF}`

/**
 * Finds users by a part of displayName or userName, or by the beginning of an email, an externalId or an id. Names are
 * scanned in the order of names through an index that holds nothing else; the rest is found at once.
 */
export function createUserSearch(db: Db) {
  const state = "(@state = 'all' OR (r.active IS 0) = (@state = 'disabled'))"
  const atOnce = db
    .prepare<[object], number>(
      `SELECT r.ref FROM (
         SELECT ref FROM (SELECT ref FROM elements WHERE attribute = 'emails.value' AND key >= @key AND key < @keyEnd LIMIT ${AT_ONCE})
          UNION
         SELECT ref FROM (SELECT ref FROM resources WHERE external_id >= @text AND external_id < @textEnd AND type = 'User' LIMIT ${AT_ONCE})
          UNION
         SELECT ref FROM (SELECT ref FROM resources WHERE id >= @text AND id < @textEnd AND type = 'User' LIMIT ${AT_ONCE})
       ) f CROSS JOIN resources r ON r.ref = f.ref
       WHERE ${state}
       ORDER BY r.display_name_key IS NULL, r.display_name_key, r.user_name_key`
    )
    .pluck()

  const source = `resources r INDEXED BY resources_display_name`
  const parts = {
    named: {
      rest: `r.type = 'User' AND (r.display_name_key, r.user_name_key) > (@displayName, @userName)`,
      upTo: `(r.display_name_key, r.user_name_key) <= (@endDisplayName, @endUserName)`
    },
    unnamed: {
      rest: `r.type = 'User' AND r.display_name_key IS NULL AND r.user_name_key > @userName`,
      upTo: `r.user_name_key <= @endUserName`
    }
  }
  const prepared = (part: keyof typeof parts) => {
    const { rest, upTo } = parts[part]
    const hit = `(instr(r.display_name_key, @key) OR instr(r.user_name_key, @key)) AND ${state}`
    const order = 'ORDER BY r.display_name_key, r.user_name_key'
    return {
      end: db.prepare<[object], SearchPosition>(
        `SELECT r.display_name_key AS displayName, r.user_name_key AS userName FROM ${source}
          WHERE ${rest} ${order} LIMIT 1 OFFSET ${STEP - 1}`
      ),
      some: db
        .prepare<[object], number>(
          `SELECT r.ref FROM ${source} WHERE ${rest} AND ${upTo} AND ${hit} ${order}`
        )
        .pluck(),
      all: db
        .prepare<[object], number>(`SELECT r.ref FROM ${source} WHERE ${rest} AND ${hit} ${order}`)
        .pluck()
    }
  }
  const named = prepared('named')
  const unnamed = prepared('unnamed')

  return {
    start: (): SearchPosition => ({ displayName: '', userName: '' }),

    /** Found by an index, in the order of names. */
    atOnce: (text: string, only: UserState): number[] => atOnce.all({ ...spelled(text), state: only }),

    /** One step through the names. @returns what it found, and where to go on; null when all have been looked at. */
    step(
      text: string,
      only: UserState,
      from: SearchPosition
    ): { refs: number[]; next: SearchPosition | null } {
      const statements = from.displayName === null ? unnamed : named
      const values = { ...spelled(text), ...from, state: only }
      const end = statements.end.get(values)
      if (!end) {
        const refs = statements.all.all(values)
        return { refs, next: from.displayName === null ? null : { displayName: null, userName: '' } }
      }
      const upTo = { endDisplayName: end.displayName, endUserName: end.userName }
      return { refs: statements.some.all({ ...values, ...upTo }), next: end }
    }
  }
}

function spelled(text: string) {
  const key = fold(text)
  return { text, textEnd: behind(text), key, keyEnd: behind(key) }
}
