import { Anchor } from '@mantine/core'
import { Moment } from '../../components/Moment'
import type { TableColumn } from '../../components/VirtualTable'
import type { GroupRow } from '../../../shared/contract'
import { words } from '../../i18n'
import { formatNumber } from '../../i18n/format'
import { hrefOf } from '../../routes'

export type GroupSort = 'displayName' | 'directCount' | 'modifiedAt'

const { columns } = words.groups

export const GROUP_COLUMNS: TableColumn<GroupRow, GroupSort>[] = [
  {
    key: 'displayName',
    header: columns.displayName,
    track: 'minmax(220px, 1fr)',
    sort: 'displayName',
    cell: row => (
      <Anchor href={hrefOf('groups', row.id)} inherit fw={600} underline="hover">
        {row.displayName || words.parts.unnamed}
      </Anchor>
    )
  },
  {
    key: 'directCount',
    header: columns.directCount,
    track: '110px',
    sort: 'directCount',
    isNumber: true,
    cell: row => formatNumber(row.directCount)
  },
  {
    key: 'effectiveCount',
    header: columns.effectiveCount,
    track: '110px',
    isNumber: true,
    cell: row => formatNumber(row.effectiveCount)
  },
  {
    key: 'modifiedAt',
    header: columns.modifiedAt,
    track: '200px',
    sort: 'modifiedAt',
    cell: row => <Moment at={row.modifiedAt} />
  }
]
