import { changedColumn, countColumn, nameColumn } from '../../components/resource-columns'
import type { TableColumn } from '../../components/VirtualTable'
import type { GroupRow } from '../../../shared/contract'
import { words } from '../../i18n'

export type GroupSort = 'displayName' | 'directCount' | 'modifiedAt'

const { columns } = words.groups

export const GROUP_COLUMNS: TableColumn<GroupRow, GroupSort>[] = [
  nameColumn('groups', 'minmax(220px, 1fr)'),
  countColumn('directCount', columns.directCount, 'directCount'),
  countColumn('effectiveCount', columns.effectiveCount),
  changedColumn(columns.modifiedAt)
]
