import { Anchor } from '@mantine/core'
import { Moment } from '../../components/Moment'
import { StateWord } from '../../components/StateWord'
import type { TableColumn } from '../../components/VirtualTable'
import type { UserRow } from '../../../shared/contract'
import { words } from '../../i18n'
import { formatNumber } from '../../i18n/format'
import { hrefOf } from '../../routes'

export type UserSort = 'displayName' | 'userName' | 'state' | 'groupCount' | 'modifiedAt'

const { columns, state } = words.users

export const USER_COLUMNS: TableColumn<UserRow, UserSort>[] = [
  {
    key: 'displayName',
    header: columns.displayName,
    track: 'minmax(180px, 1.4fr)',
    sort: 'displayName',
    cell: row => (
      <Anchor href={hrefOf('users', row.id)} inherit fw={600} underline="hover">
        {row.displayName || words.parts.unnamed}
      </Anchor>
    )
  },
  {
    key: 'userName',
    header: columns.userName,
    track: 'minmax(200px, 2fr)',
    sort: 'userName',
    cell: row => row.userName
  },
  {
    key: 'state',
    header: columns.state,
    track: '110px',
    sort: 'state',
    cell: row => (
      <StateWord word={row.isActive ? state.active : state.disabled} tone={row.isActive ? 'ok' : 'quiet'} />
    )
  },
  {
    key: 'groupCount',
    header: columns.groupCount,
    track: '80px',
    sort: 'groupCount',
    isNumber: true,
    cell: row => formatNumber(row.groupCount)
  },
  {
    key: 'modifiedAt',
    header: columns.modifiedAt,
    track: '180px',
    sort: 'modifiedAt',
    cell: row => <Moment at={row.modifiedAt} />
  }
]
