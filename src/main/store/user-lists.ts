import type { UserRow } from '../../shared/directory-views'
import type { Db } from './database'
import type { SqlValue } from './queries'
import { createStatementCache } from './statement-cache'

export type UserSort = 'displayName' | 'userName' | 'state' | 'groupCount' | 'modifiedAt'
export type UserState = 'all' | 'active' | 'disabled'

export interface UserOrder {
  sort: UserSort
  isDescending: boolean
  state: UserState
}

/** A stretch of a list that one index holds in order. A list is its segments one after the other. */
interface Segment {
  from: string
  where: string
  order: string[]
  size(): number
}

const BY_NAME = ['r.display_name_key', 'r.user_name_key', 'r.active', 'r.ref']
const NAME_INDEX = 'resources r INDEXED BY resources_display_name'
const DISABLED_INDEX = 'resources r INDEXED BY resources_disabled'
const STATE: Record<UserState, string> = {
  all: '1',
  active: 'r.active IS NOT 0',
  disabled: 'r.active = 0'
}

/**
 * The list of users in every order, for a million of them: each page is read from an index, from whichever end is nearer, and
 * only what it shows is read from the table. Descending is ascending backwards. Those without a displayName come last.
 */
export function createUserLists(db: Db) {
  const statements = createStatementCache(db)
  const counts = db.prepare<[], { total: number; disabled: number }>(
    `SELECT total, disabled FROM resource_counts WHERE type = 'User'`
  )
  const details = db.prepare<[string], Omit<UserRow, 'isActive'> & { isActive: number }>(`
    SELECT r.id, r.name AS displayName, coalesce(r.document ->> '$.userName', '') AS userName,
           r.active IS NOT 0 AS isActive, r.modified_at AS modifiedAt, coalesce(g.count, 0) AS groupCount
      FROM json_each(?) j
      CROSS JOIN resources r ON r.ref = j.value
      LEFT JOIN group_counts g ON g.ref = r.ref
     ORDER BY j.key`)
  const inOrder = (order: string) =>
    statements.get<{ ref: number }>(`
      SELECT r.ref FROM json_each(?) j
       CROSS JOIN resources r ON r.ref = j.value
        LEFT JOIN group_counts g ON g.ref = r.ref
       ORDER BY ${order}`)

  function count(state: UserState): number {
    const { total = 0, disabled = 0 } = counts.get() ?? {}
    return state === 'all' ? total : state === 'disabled' ? disabled : total - disabled
  }

  /** The disabled have an index of their own, because they may stand anywhere among the others. */
  const namesOf = (state: UserState) => (state === 'disabled' ? DISABLED_INDEX : NAME_INDEX)

  function unnamedCount(state: UserState): number {
    const text = `SELECT count(*) AS count FROM ${namesOf(state)} WHERE r.type = 'User' AND r.display_name_key IS NULL AND ${STATE[state]}`
    return statements.get<{ count: number }>(text).get()?.count ?? 0
  }

  function named(state: UserState): Segment[] {
    const unnamed = unnamedCount(state)
    const users = `r.type = 'User' AND ${STATE[state]}`
    return [
      {
        from: namesOf(state),
        where: `${users} AND r.display_name_key IS NOT NULL`,
        order: BY_NAME,
        size: () => count(state) - unnamed
      },
      {
        from: namesOf(state),
        where: `${users} AND r.display_name_key IS NULL`,
        order: BY_NAME.slice(1),
        size: () => unnamed
      }
    ]
  }

  function segmentsOf({ sort, state }: UserOrder): Segment[] {
    const size = () => count(state)
    switch (sort) {
      case 'displayName':
        return named(state)
      case 'state':
        return state === 'all' ? [...named('active'), ...named('disabled')] : named(state)
      case 'userName':
        return [
          {
            from: 'resources r',
            where: `r.user_name_key IS NOT NULL AND ${STATE[state]}`,
            order: ['r.user_name_key'],
            size
          }
        ]
      case 'modifiedAt':
        return [
          {
            from: 'resources r INDEXED BY resources_modified',
            where: `r.type = 'User' AND ${STATE[state]}`,
            order: ['r.modified_at', 'r.active', 'r.ref'],
            size
          }
        ]
      case 'groupCount':
        return [
          {
            from:
              state === 'all' ? 'group_counts r' : 'group_counts g CROSS JOIN resources r ON r.ref = g.ref',
            where: STATE[state],
            order: state === 'all' ? ['r.count', 'r.ref'] : ['g.count', 'g.ref'],
            size
          }
        ]
    }
  }

  /** Refs of a stretch of one segment. */
  function stretch({ from, where, order }: Segment, isBackwards: boolean, offset: number, limit: number) {
    const direction = isBackwards ? 'DESC' : 'ASC'
    const by = order.map(key => `${key} ${direction}`).join(', ')
    return statements
      .get<{ ref: number }>(`SELECT r.ref FROM ${from} WHERE ${where} ORDER BY ${by} LIMIT ? OFFSET ?`)
      .all(limit, offset)
      .map(({ ref }) => ref)
  }

  return {
    count,

    refs(order: UserOrder, offset: number, limit: number): number[] {
      const { isDescending } = order
      const segments = segmentsOf(order)
      if (isDescending) segments.reverse()
      const found: number[] = []
      let before = 0
      for (const segment of segments) {
        const size = segment.size()
        const start = Math.max(0, offset + found.length - before)
        const wanted = Math.min(limit - found.length, size - start)
        before += size
        if (wanted <= 0) continue
        const isNearEnd = start > size / 2
        const refs = isNearEnd
          ? stretch(segment, !isDescending, size - start - wanted, wanted).reverse()
          : stretch(segment, isDescending, start, wanted)
        for (const ref of refs) found.push(ref)
      }
      return found
    },

    rows: (refs: number[] | Float64Array): UserRow[] =>
      details.all(`[${refs.join()}]`).map(row => ({ ...row, isActive: row.isActive === 1 })),

    /** The refs in another order: for what a search has found. */
    sorted(refs: Float64Array, { sort, isDescending }: UserOrder): Float64Array {
      const keys: Record<UserSort, string[]> = {
        displayName: ['r.display_name_key IS NULL', ...BY_NAME],
        userName: ['r.user_name_key'],
        state: ['r.active IS 0', 'r.display_name_key IS NULL', ...BY_NAME],
        groupCount: ['g.count', 'r.ref'],
        modifiedAt: ['r.modified_at', 'r.ref']
      }
      const by = keys[sort].map(key => `${key} ${isDescending ? 'DESC' : 'ASC'}`).join(', ')
      return Float64Array.from(inOrder(by).all(`[${refs.join()}]` as SqlValue), ({ ref }) => ref)
    }
  }
}
