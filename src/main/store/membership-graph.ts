import type { Db } from './database'

/** Who was in what at a moment. `null`: now. */
export type AsOf = number | null

/** How a group was reached from where a walk began. */
export interface Step {
  /** The one before it on the shortest way; null where the walk began. */
  from: number | null
  depth: number
}

/** Memberships at a moment `@at`, with the columns of `members`. Conditions on group or member reach the indexes of both. */
const MEMBERSHIPS_AT = `(
  SELECT group_ref, member_ref, added_at, added_by, is_group FROM members WHERE added_at <= @at
   UNION ALL
  SELECT group_ref, member_ref, added_at, added_by, is_group FROM former_members
   WHERE added_at <= @at AND removed_at > @at)`

/** What `FROM` names for a moment. */
export const membershipsAt = (asOf: AsOf): string => (asOf === null ? 'members' : MEMBERSHIPS_AT)

/**
 * Walks among groups, which are few, and never among members, which are many. Each group is visited once, so cycles end;
 * breadth first, so the way to each is a shortest one.
 */
export function createMembershipGraph(db: Db) {
  const step = (query: (source: string) => string) => ({
    now: db.prepare<[{ ref: number; at: AsOf }], number>(query(membershipsAt(null))).pluck(),
    then: db.prepare<[{ ref: number; at: AsOf }], number>(query(membershipsAt(0))).pluck()
  })
  const below = step(
    source => `SELECT m.member_ref FROM ${source} m WHERE m.group_ref = @ref AND m.is_group = 1`
  )
  const above = step(source => `SELECT m.group_ref FROM ${source} m WHERE m.member_ref = @ref`)

  const everBelow = {
    now: db
      .prepare<[{ ref: number; at: AsOf }], number>(
        `SELECT member_ref FROM members WHERE group_ref = @ref AND is_group = 1
          UNION
         SELECT member_ref FROM former_members WHERE group_ref = @ref AND is_group = 1`
      )
      .pluck(),
    then: below.then
  }
  const versions = db
    .prepare<[string], string>(
      `SELECT count(r.ref) || '.' || coalesce(sum(r.version), 0) FROM json_each(?) j CROSS JOIN resources r ON r.ref = j.value`
    )
    .pluck()

  function walk({ now, then }: typeof below, start: number, at: AsOf): Map<number, Step> {
    const statement = at === null ? now : then
    const reached = new Map<number, Step>([[start, { from: null, depth: 0 }]])
    for (const [ref, { depth }] of reached) {
      for (const next of statement.all({ ref, at })) {
        if (!reached.has(next)) reached.set(next, { from: ref, depth: depth + 1 })
      }
    }
    return reached
  }

  return {
    /** The groups nested in a group, itself included, outermost first. */
    nestedIn: (group: number, asOf: AsOf): Map<number, Step> => walk(below, group, asOf),
    /** The groups that a resource belongs to, itself included, nearest first. */
    groupsAbove: (member: number, asOf: AsOf): Map<number, Step> => walk(above, member, asOf),
    /** The groups that are nested in a group or ever were, itself included. */
    everNestedIn: (group: number): number[] => [...walk(everBelow, group, null).keys()],
    /** The groups directly inside a group. */
    groupsIn: (group: number): number[] => below.now.all({ ref: group, at: null }),
    /** Another text as soon as one of the groups has changed. */
    versionsOf: (groups: number[]): string => versions.get(JSON.stringify(groups)) ?? ''
  }
}

/** The refs on the way to a group, from the first step to it. */
export function wayTo(reached: Map<number, Step>, ref: number): number[] {
  const way: number[] = []
  for (let at: number | null = ref; at !== null; at = reached.get(at)?.from ?? null) way.unshift(at)
  return way
}
