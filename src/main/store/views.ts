import type { Statement } from 'better-sqlite3'
import type { Named } from '../../shared/scim'
import { fold } from '../scim/fold'
import type { Db } from './database'

export interface UserLine {
  id: string
  displayName: string
  userName: string
  active: number | null
  groupCount: number
  modifiedAt: number
}

export interface GroupLine {
  ref: number
  id: string
  displayName: string
  directCount: number
  modifiedAt: number
}

export interface MemberLine extends Named {
  userName: string | null
  active: number | null
  /** The place in the given list of groups of the nearest one that lists it. */
  nearest: number
  addedAt: number
  addedBy: number | null
}

export type UserSort = 'displayName' | 'userName' | 'state' | 'groupCount' | 'modifiedAt'
export type GroupSort = 'displayName' | 'directCount' | 'modifiedAt'

interface Page {
  search: string
  offset: number
  limit: number
  isDescending: boolean
}

const USER_SORTS: Record<UserSort, string> = {
  displayName: 'r.display_name_key',
  userName: 'r.user_name_key',
  state: 'r.active IS NOT 0',
  groupCount: 'groupCount',
  modifiedAt: 'r.modified_at'
}
const USER_STATES = { all: 'true', active: 'r.active IS NOT 0', disabled: 'r.active IS 0' }
const GROUP_SORTS: Record<GroupSort, string> = {
  displayName: 'r.display_name_key',
  directCount: 'r.member_count',
  modifiedAt: 'r.modified_at'
}

// What people type is looked for in names, and taken as a whole for ids.
const FOUND = `(@search = '' OR instr(r.display_name_key, @folded) > 0 OR instr(r.user_name_key, @folded) > 0
                OR r.id = @search OR r.external_id = @search)`

/** Memberships now, or as they were at a moment. */
const membershipsAt = (asOf: number | null): string =>
  asOf === null
    ? 'members'
    : `(SELECT group_ref, member_ref, added_at, added_by, is_group FROM members WHERE added_at <= @asOf
        UNION ALL
        SELECT group_ref, member_ref, added_at, added_by, is_group FROM former_members
         WHERE added_at <= @asOf AND removed_at > @asOf)`

/** What the console's lists show, read in pages. No statement returns more than its page. */
export function createViewStore(db: Db) {
  // Sorts, states and moments make a few dozen texts, never more.
  const statements = new Map<string, Statement<[object], unknown>>()
  function prepared<Row>(text: string): Statement<[object], Row> {
    const statement = statements.get(text) ?? db.prepare<[object], unknown>(text)
    statements.set(text, statement)
    return statement as Statement<[object], Row>
  }
  const count = (text: string, parameters: object): number =>
    prepared<{ count: number }>(`SELECT count(*) AS count FROM ${text}`).get(parameters)?.count ?? 0

  return {
    users({ state, sort, ...page }: Page & { state: keyof typeof USER_STATES; sort: UserSort }) {
      const parameters = { ...page, folded: fold(page.search) }
      const where = `resources r WHERE r.type = 'User' AND ${USER_STATES[state]} AND ${FOUND}`
      const rows = prepared<UserLine>(
        `SELECT r.id, r.name AS displayName, r.document ->> 'userName' AS userName, r.active,
                  (SELECT count(*) FROM members m WHERE m.member_ref = r.ref) AS groupCount,
                  r.modified_at AS modifiedAt
             FROM ${where} ORDER BY ${inOrder(USER_SORTS[sort], page.isDescending)} LIMIT @limit OFFSET @offset`
      ).all(parameters)
      return { rows, matched: count(where, parameters) }
    },

    groups({ sort, ...page }: Page & { sort: GroupSort }) {
      const parameters = { ...page, folded: fold(page.search) }
      const where = `resources r WHERE r.type = 'Group' AND ${FOUND}`
      const rows = prepared<GroupLine>(
        `SELECT r.ref, r.id, r.name AS displayName, r.member_count AS directCount, r.modified_at AS modifiedAt
             FROM ${where} ORDER BY ${inOrder(GROUP_SORTS[sort], page.isDescending)} LIMIT @limit OFFSET @offset`
      ).all(parameters)
      return { rows, matched: count(where, parameters) }
    },

    /** The groups that are members of these, with the one that lists each. */
    nestedIn: (groups: number[], asOf: number | null): { parent: number; ref: number }[] =>
      prepared<{ parent: number; ref: number }>(
        `SELECT m.group_ref AS parent, m.member_ref AS ref
             FROM json_each(@groups) g CROSS JOIN ${membershipsAt(asOf)} m ON m.group_ref = g.value
            WHERE m.is_group = 1 ORDER BY m.member_ref`
      ).all({ groups: JSON.stringify(groups), asOf }),

    /** The groups that list these, with the one that each lists. */
    listing: (members: number[]): { child: number; ref: number }[] =>
      prepared<{ child: number; ref: number }>(
        `SELECT m.member_ref AS child, m.group_ref AS ref
             FROM json_each(@members) c CROSS JOIN members m ON m.member_ref = c.value ORDER BY m.group_ref`
      ).all({ members: JSON.stringify(members) }),

    /**
     * A page of who is in any of the groups, each once, by the nearest of them.
     * @param groups nearest first
     */
    members(
      groups: number[],
      options: { isWithGroups: boolean; asOf: number | null; search: string; offset: number; limit: number }
    ): { rows: MemberLine[]; matched: number; total: number } {
      const { isWithGroups, asOf, search, offset, limit } = options
      const parameters = { groups: JSON.stringify(groups), asOf, search, folded: fold(search), offset, limit }
      const inAny = `
        SELECT m.member_ref AS ref, min(g.key) AS nearest, m.added_at AS addedAt, m.added_by AS addedBy
          FROM json_each(@groups) g CROSS JOIN ${membershipsAt(asOf)} m ON m.group_ref = g.value
         WHERE ${isWithGroups ? 'true' : 'm.is_group = 0'}
         GROUP BY m.member_ref`
      const isFound = `(@search = '' OR instr(fold(name), @folded) > 0 OR instr(fold(userName), @folded) > 0 OR id = @search)`
      const named = `
        SELECT coalesce(r.type, d.type) AS type, coalesce(r.id, d.id) AS id, coalesce(r.name, d.name) AS name,
               coalesce(r.document, d.document) ->> 'userName' AS userName, r.active, e.nearest, e.addedAt, e.addedBy, e.ref
          FROM (${inAny}) e
          LEFT JOIN resources r         ON r.ref = e.ref
          LEFT JOIN deleted_resources d ON d.ref = e.ref`
      const total = count(`(${inAny})`, { groups: parameters.groups, asOf })
      return {
        rows: prepared<MemberLine>(
          `SELECT type, id, name, userName, active, nearest, addedAt, addedBy FROM (${named})
              WHERE ${isFound} ORDER BY fold(name), ref LIMIT @limit OFFSET @offset`
        ).all(parameters),
        matched: search === '' ? total : count(`(${named}) WHERE ${isFound}`, parameters),
        total
      }
    }
  }
}
export type ViewStore = ReturnType<typeof createViewStore>

const inOrder = (key: string, isDescending: boolean): string =>
  isDescending ? `${key} DESC, r.ref DESC` : `${key}, r.ref`
