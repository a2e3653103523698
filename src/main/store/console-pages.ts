import type { GroupRow, UserRow } from '../../shared/contract'
import { fold } from '../scim/fold'
import type { Db } from './database'
import type { SqlValue } from './queries'
import { createStatementCache } from './statement-cache'

export interface Page<Sort> {
  search: string
  sort: Sort
  isDescending: boolean
  offset: number
  limit: number
}
export type UserSort = 'displayName' | 'userName' | 'state' | 'groupCount' | 'modifiedAt'
export type GroupSort = 'displayName' | 'directCount' | 'modifiedAt'

const USER_ORDER: Record<UserSort, string> = {
  displayName: 'r.display_name_key',
  userName: 'r.user_name_key',
  state: 'r.active',
  groupCount: 'groupCount',
  modifiedAt: 'r.modified_at'
}
const GROUP_ORDER: Record<GroupSort, string> = {
  displayName: 'r.display_name_key',
  directCount: 'r.member_count',
  modifiedAt: 'r.modified_at'
}

const FOUND = {
  users: `(instr(r.user_name_key, ?) OR instr(r.display_name_key, ?) OR r.external_id = ? OR r.id = ?)`,
  groups: `(instr(r.display_name_key, ?) OR r.external_id = ? OR r.id = ?)`
}

/** The console's lists: rows without documents. */
export function createConsolePages(db: Db) {
  const statements = createStatementCache(db)
  const count = (where: string, values: SqlValue[]) =>
    statements
      .get<{ count: number }>(`SELECT count(*) AS count FROM resources r WHERE ${where}`)
      .get(...values)?.count ?? 0
  const direction = (isDescending: boolean) => (isDescending ? 'DESC' : 'ASC')

  return {
    users(
      { search, sort, isDescending, offset, limit }: Page<UserSort>,
      state: 'all' | 'active' | 'disabled'
    ) {
      const key = fold(search)
      const where = [
        `r.type = 'User'`,
        ...(state === 'all' ? [] : [state === 'active' ? 'r.active IS NOT 0' : 'r.active = 0']),
        ...(search === '' ? [] : [FOUND.users])
      ].join(' AND ')
      const values = search === '' ? [] : [key, key, search, search]
      const rows = statements
        .get<Omit<UserRow, 'isActive'> & { isActive: number }>(
          `SELECT r.id, r.name AS displayName, coalesce(r.document ->> '$.userName', '') AS userName,
                  r.active IS NOT 0 AS isActive, r.modified_at AS modifiedAt,
                  (SELECT count(*) FROM members m WHERE m.member_ref = r.ref) AS groupCount
             FROM resources r
            WHERE ${where}
            ORDER BY ${USER_ORDER[sort]} ${direction(isDescending)}, r.ref ${direction(isDescending)}
            LIMIT ? OFFSET ?`
        )
        .all(...values, limit, offset)
      return {
        rows: rows.map(row => ({ ...row, isActive: row.isActive === 1 })),
        count: () => count(where, values)
      }
    },

    groups({ search, sort, isDescending, offset, limit }: Page<GroupSort>) {
      const where = [`r.type = 'Group'`, ...(search === '' ? [] : [FOUND.groups])].join(' AND ')
      const values = search === '' ? [] : [fold(search), search, search]
      const rows = statements
        .get<Omit<GroupRow, 'effectiveCount'> & { ref: number }>(
          `SELECT r.ref, r.id, r.name AS displayName, r.member_count AS directCount, r.modified_at AS modifiedAt
             FROM resources r
            WHERE ${where}
            ORDER BY ${GROUP_ORDER[sort]} ${direction(isDescending)}, r.ref ${direction(isDescending)}
            LIMIT ? OFFSET ?`
        )
        .all(...values, limit, offset)
      return { rows, count: () => count(where, values) }
    }
  }
}
