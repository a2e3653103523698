import type { Named } from '../../shared/scim'
import { fold } from '../scim/fold'
import type { Db } from './database'
import { membershipsAt, type AsOf } from './membership-graph'

export interface FoundMember extends Named {
  ref: number
  userName: string | null
  active: number | null
  isDeleted: number
}

/** One of the memberships that make somebody a member. */
export interface FoundMembership {
  groupRef: number
  addedAt: number
  addedBy: number | null
}

/** Where a reading of former members has got to. */
export interface FormerPosition {
  removedAt: number
  row: number
}

const JOINED = `
  LEFT JOIN resources r         ON r.ref = m.value
  LEFT JOIN deleted_resources d ON d.ref = m.value`

/** Members of one group in runs, and what there is to say about each. Those who were deleted since still have their names. */
export function createMemberPages(db: Db) {
  const now = db
    .prepare<[object], number>(
      `SELECT member_ref FROM members WHERE group_ref = @group AND member_ref > @after AND (@at IS NULL OR added_at <= @at)
        ORDER BY member_ref LIMIT @limit`
    )
    .pluck()
  const former = db.prepare<[object], { ref: number; removedAt: number; row: number }>(
    `SELECT member_ref AS ref, removed_at AS removedAt, rowid AS row FROM former_members
      WHERE group_ref = @group AND (removed_at, rowid) > (@removedAt, @row) AND added_at <= @at
      ORDER BY removed_at, rowid LIMIT @limit`
  )
  const rows = db.prepare<[string], FoundMember>(
    `SELECT m.value AS ref, coalesce(r.type, d.type, '') AS type, coalesce(r.id, d.id, '') AS id,
            coalesce(r.name, d.name, '') AS name, coalesce(r.document, d.document) ->> '$.userName' AS userName,
            coalesce(r.active, d.document ->> '$.active') AS active, r.ref IS NULL AS isDeleted
       FROM json_each(?) m ${JOINED} ORDER BY m.key`
  )
  const matching = db
    .prepare<[object], number>(
      `SELECT m.value FROM json_each(@refs) m ${JOINED}
        WHERE instr(coalesce(r.display_name_key, fold(d.name)), @search) OR instr(r.user_name_key, @search)
           OR coalesce(r.id, d.id) = @id
        ORDER BY m.key`
    )
    .pluck()
  const memberships = (asOf: AsOf) =>
    db.prepare<[object], FoundMembership>(
      `SELECT s.group_ref AS groupRef, s.added_at AS addedAt, s.added_by AS addedBy FROM ${membershipsAt(asOf)} s
        WHERE s.member_ref = @member`
    )
  const membershipsNow = memberships(null)
  const membershipsThen = memberships(0)

  return {
    /** Present members after a ref, in the order of refs; `at`: only those who were there by then. */
    run: (group: number, after: number, limit: number, at: AsOf): number[] =>
      now.all({ group, after, limit, at }),

    /** Those who were members at a moment and have left since. */
    formerRun: (group: number, after: FormerPosition, limit: number, at: number) =>
      former.all({ group, ...after, limit, at }),

    rows: (refs: number[]): FoundMember[] => rows.all(JSON.stringify(refs)),

    /** Those of the refs whose name or userName holds the text, or whose id it is. */
    matching: (refs: number[], search: string): number[] =>
      matching.all({ refs: JSON.stringify(refs), search: fold(search), id: search }),

    /** In which groups somebody is listed. */
    memberships: (member: number, asOf: AsOf): FoundMembership[] =>
      asOf === null ? membershipsNow.all({ member }) : membershipsThen.all({ member, at: asOf })
  }
}
