import type { Named } from '../../shared/scim'
import type { Db } from './database'
import { displayNameIn } from './keys'
import { createGroupsAround } from './groups-around'
import { createOneMember } from './one-member'
import type { Sql } from './queries'

/** One member as a page of members shows it. */
export interface MemberEntry extends Named {
  ref: number
  displayName: string | null
}

/** Who changed the membership, and when. */
export interface Stamp {
  at: number
  exchangeId: number | null
}

/** So many are taken one by one: to write them as JSON and read that again takes longer. For thousands it takes half the time. */
const FEW = 16
const REFS = 'SELECT value FROM json_each(@refs)'

/**
 * Members are rows. No statement here reads more of a group than it changes or returns, but `keepOnly` and `removeAll`, whose
 * meaning is the whole group.
 */
export function createMemberStore(db: Db) {
  const refOf = db
    .prepare<[string], number>(`SELECT ref FROM resources WHERE id = ? AND type IN ('User', 'Group')`)
    .pluck()
  const add = db
    .prepare<[object], number>(
      `
      INSERT INTO members (group_ref, member_ref, added_at, added_by, is_group)
      SELECT @group, r.ref, @at, @exchangeId, r.type = 'Group'
        FROM json_each(@refs) j CROSS JOIN resources r ON r.ref = j.value
       WHERE true
          ON CONFLICT DO NOTHING
      RETURNING member_ref`
    )
    .pluck()
  const ending = (condition: string) => ({
    keep: db.prepare<[object], { groupRef: number; memberRef: number }>(`
        INSERT INTO former_members (group_ref, member_ref, added_at, added_by, is_group, removed_at, removed_by)
        SELECT group_ref, member_ref, added_at, added_by, is_group, @at, @exchangeId FROM members WHERE ${condition}
        RETURNING group_ref AS groupRef, member_ref AS memberRef`),
    remove: db.prepare<[object]>(`DELETE FROM members WHERE ${condition}`)
  })
  const listed = ending(`group_ref = @group AND member_ref IN (${REFS})`)
  const unlisted = ending(`group_ref = @group AND member_ref NOT IN (${REFS})`)
  const all = ending('group_ref = @group')
  const ofMember = ending('member_ref = @member')

  const countGroups = db.prepare<[number, string]>(
    'UPDATE group_counts SET count = count + ? WHERE ref IN (SELECT value FROM json_each(?))'
  )
  const uncountGroups = db.prepare<[number, number]>(
    'UPDATE group_counts SET count = count - ? WHERE ref = ?'
  )

  const contains = db
    .prepare<[number, number], number>('SELECT 1 FROM members WHERE group_ref = ? AND member_ref = ?')
    .pluck()
  const everListed = db
    .prepare<[number, number], number>(
      `SELECT 1 WHERE EXISTS (SELECT 1 FROM members WHERE member_ref = ?)
                   OR EXISTS (SELECT 1 FROM former_members WHERE member_ref = ?)`
    )
    .pluck()
  const page = db.prepare<[number, number, number], MemberEntry>(`
    SELECT r.ref, r.type, r.id, r.name, ${displayNameIn('r')} AS displayName
      FROM members m CROSS JOIN resources r ON r.ref = m.member_ref
     WHERE m.group_ref = ? AND m.member_ref > ?
     ORDER BY m.member_ref
     LIMIT ?`)
  const groups = createGroupsAround(db)
  const { join, leave, statements } = createOneMember(db)

  type Ending = ReturnType<typeof ending>
  function end({ keep, remove }: Ending, parameters: object) {
    const ended = keep.all(parameters)
    if (ended.length > 0) remove.run(parameters)
    return ended
  }
  /** Of one group: each member is there once. */
  function endInGroup(which: Ending, parameters: object): number[] {
    const refs = end(which, parameters).map(({ memberRef }) => memberRef)
    if (refs.length > 0) countGroups.run(-1, asJson(refs))
    return refs
  }

  return {
    /** The refs of those of the ids that are users or groups. */
    resolve(ids: string[]): Map<string, number> {
      const refs = new Map<string, number>()
      for (const id of ids) {
        const ref = refOf.get(id)
        if (ref !== undefined) refs.set(id, ref)
      }
      return refs
    },

    /** @returns the refs of those that were no members before. Every ref must be a user's or group's. */
    add(group: number, refs: number[], stamp: Stamp): number[] {
      if (refs.length <= FEW) return inOrder(refs).filter(ref => join(group, ref, stamp))
      const { at, exchangeId } = stamp
      const added = add.all({ group, refs: asJson(refs), at, exchangeId })
      if (added.length > 0) countGroups.run(1, asJson(added))
      return added
    },

    /** @returns the refs of those that were members. */
    remove: (group: number, refs: number[], stamp: Stamp): number[] =>
      refs.length <= FEW
        ? inOrder(refs).filter(ref => leave(group, ref, stamp))
        : endInGroup(listed, { group, refs: asJson(refs), ...stamp }),

    /** Removes all but these. @returns the refs of those removed. */
    keepOnly: (group: number, refs: number[], { at, exchangeId }: Stamp): number[] =>
      endInGroup(unlisted, { group, refs: asJson(refs), at, exchangeId }),

    /** @returns the refs of those removed. */
    removeAll: (group: number, { at, exchangeId }: Stamp): number[] =>
      endInGroup(all, { group, at, exchangeId }),

    /** Removes those that satisfy a condition over the membership `m` of the resource `x`. @returns their refs. */
    removeWhere(group: number, where: Sql, { at, exchangeId }: Stamp): number[] {
      const refs = db
        .prepare<unknown[], number>(
          `SELECT m.member_ref FROM members m CROSS JOIN resources x ON x.ref = m.member_ref
            WHERE m.group_ref = ? AND ${where.text}`
        )
        .pluck()
        .all(group, ...where.values)
      return endInGroup(listed, { group, refs: asJson(refs), at, exchangeId })
    },

    /** Takes a resource out of every group. @returns the groups' refs. */
    removeFromAll(member: number, { at, exchangeId }: Stamp): number[] {
      const groups = end(ofMember, { member, at, exchangeId }).map(({ groupRef }) => groupRef)
      if (groups.length > 0) uncountGroups.run(groups.length, member)
      return groups
    },

    /** Whether it is, or ever was, listed in a group. */
    wasEverListed: (member: number): boolean => everListed.get(member, member) !== undefined,

    contains: (group: number, member: number): boolean => contains.get(group, member) !== undefined,

    /** In a stable order, from the one after `afterRef` (0 to begin). */
    page: (group: number, afterRef: number, limit: number): MemberEntry[] => page.all(group, afterRef, limit),

    /** How SQLite carries out adding and removing, for tests: one line per step. */
    plans: (): string[] =>
      [add, listed.keep, listed.remove, ...statements].flatMap(({ source }) => {
        const named = { group: 1, refs: '[]', at: 0, exchangeId: null }
        const placed = (source.match(/\?/g) ?? []).map(() => 0)
        return db
          .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${source}`)
          .all(...(placed.length > 0 ? placed : [named]))
          .map(({ detail }) => detail)
      }),

    groupsOf: groups.of,
    groupsOfAll: groups.ofAll
  }
}

/** In the order of the tables: 20,000 rows take a third of the time that they take in any other. */
const inOrder = (refs: number[]): number[] => refs.toSorted((a, b) => a - b)

const asJson = (refs: number[]): string => JSON.stringify(inOrder(refs))
