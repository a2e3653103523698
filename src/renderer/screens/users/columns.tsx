import { ActiveWord, changedColumn, countColumn, nameColumn } from '../../components/resource-columns'
import type { TableColumn } from '../../components/VirtualTable'
import type { UserRow } from '../../../shared/contract'
import { words } from '../../i18n'

export type UserSort = 'displayName' | 'userName' | 'state' | 'groupCount' | 'modifiedAt'

const { columns } = words.users

export const USER_COLUMNS: TableColumn<UserRow, UserSort>[] = [
  nameColumn('users', 'minmax(150px, 1.4fr)'),
  {
    key: 'userName',
    header: columns.userName,
    track: 'minmax(160px, 2fr)',
    sort: 'userName',
    cell: row => row.userName
  },
  {
    key: 'state',
    header: columns.state,
    track: '110px',
    sort: 'state',
    cell: row => <ActiveWord isActive={row.isActive} />
  },
  countColumn('groupCount', columns.groupCount, 'groupCount'),
  changedColumn(columns.modifiedAt)
]
