import type { GroupRow } from '../../shared/directory-views'
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
export type GroupSort = 'displayName' | 'directCount' | 'modifiedAt'

const GROUP_ORDER: Record<GroupSort, string> = {
  displayName: 'r.display_name_key IS NULL, r.display_name_key',
  directCount: 'r.member_count',
  modifiedAt: 'r.modified_at'
}

const FOUND = `(instr(r.display_name_key, ?) OR r.external_id = ? OR r.id = ?)`

/** The console's list of groups: rows without documents. A group without a name comes last, either way. */
export function createConsolePages(db: Db) {
  const statements = createStatementCache(db)
  const count = (where: string, values: SqlValue[]) =>
    statements
      .get<{ count: number }>(`SELECT count(*) AS count FROM resources r WHERE ${where}`)
      .get(...values)?.count ?? 0
  const direction = (isDescending: boolean) => (isDescending ? 'DESC' : 'ASC')

  return {
    /** Groups that a search finds, in the order of creation. */
    groupRefs: (search: string): number[] =>
      statements
        .get<{ ref: number }>(
          `SELECT r.ref FROM resources r WHERE r.type = 'Group' AND ${FOUND} ORDER BY r.ref`
        )
        .all(fold(search), search, search)
        .map(({ ref }) => ref),

    groups({ search, sort, isDescending, offset, limit }: Page<GroupSort>) {
      const where = [`r.type = 'Group'`, ...(search === '' ? [] : [FOUND])].join(' AND ')
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
