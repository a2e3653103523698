import { fold } from '../scim/fold'
import type { Named } from '../../shared/scim'
import type { Db } from './database'
import { membershipsAt, type AsOf } from './membership-graph'
import type { SqlValue } from './queries'
import { createStatementCache } from './statement-cache'

export interface MemberPage {
  /** Whose members: the group itself and, for effective members, the groups nested in it. */
  groups: number[]
  /** The group that is looked at; a cycle does not make it a member of itself. */
  root: number
  asOf: AsOf
  search: string
  offset: number
  limit: number
}

export interface FoundMember extends Named {
  ref: number
  userName: string | null
  active: number | null
}

/** One of the memberships that make somebody a member. */
export interface FoundMembership {
  groupRef: number
  addedAt: number
  addedBy: number | null
}

const PERSON = `
  coalesce(r.type, d.type) AS type, coalesce(r.id, d.id) AS id, coalesce(r.name, d.name) AS name,
  coalesce(r.document, d.document) ->> '$.userName' AS userName,
  coalesce(r.active, d.document ->> '$.active') AS active`

const JOINED = `
  LEFT JOIN resources r         ON r.ref = m.member_ref
  LEFT JOIN deleted_resources d ON d.ref = m.member_ref`

/** Pages of members, direct or effective, now or at a moment. Those who were deleted since still have their names. */
export function createMemberPages(db: Db) {
  const statements = createStatementCache(db)

  const source = ({ groups, root, asOf, search }: MemberPage) => ({
    members: `(SELECT DISTINCT s.member_ref FROM ${membershipsAt(asOf)} s
                WHERE s.group_ref IN (SELECT value FROM json_each(@groups)) AND s.member_ref <> @root) m`,
    where:
      search === ''
        ? '1'
        : `instr(fold(coalesce(r.name, d.name)), @search) OR instr(r.user_name_key, @search)`,
    values: { groups: JSON.stringify(groups), root, at: asOf, search: fold(search) }
  })

  return {
    page(page: MemberPage): FoundMember[] {
      const { members, where, values } = source(page)
      const { limit, offset } = page
      return statements
        .get<FoundMember>(
          `SELECT m.member_ref AS ref, ${PERSON} FROM ${members} ${JOINED} WHERE ${where}
            ORDER BY m.member_ref LIMIT @limit OFFSET @offset`
        )
        .all({ ...values, limit, offset } as unknown as SqlValue)
    },

    count(page: MemberPage): number {
      const { members, where, values } = source(page)
      const joined = page.search === '' ? '' : JOINED
      return (
        statements
          .get<{ count: number }>(`SELECT count(*) AS count FROM ${members} ${joined} WHERE ${where}`)
          .get(values as unknown as SqlValue)?.count ?? 0
      )
    },

    /** In which of the groups somebody is listed. */
    memberships: (member: number, groups: number[], asOf: AsOf): FoundMembership[] =>
      statements
        .get<FoundMembership>(
          `SELECT s.group_ref AS groupRef, s.added_at AS addedAt, s.added_by AS addedBy FROM ${membershipsAt(asOf)} s
            WHERE s.member_ref = @member AND s.group_ref IN (SELECT value FROM json_each(@groups))`
        )
        .all({ member, groups: JSON.stringify(groups), at: asOf } as unknown as SqlValue)
  }
}
