import { NameLink } from '../../components/NameLink'
import { Moment } from '../../components/Moment'
import { Path } from '../../components/Path'
import { RequestLink } from '../../components/RequestLink'
import { StateWord } from '../../components/StateWord'
import type { TableColumn } from '../../components/VirtualTable'
import type { MemberRow } from '../../../shared/contract'
import { words } from '../../i18n'

const { columns, nestedGroup, direct, unknown } = words.groups.detail
const { state } = words.users

export function memberColumns(kind: 'direct' | 'effective'): TableColumn<MemberRow, never>[] {
  const via: TableColumn<MemberRow, never> = {
    key: 'via',
    header: columns.via,
    track: 'minmax(120px, 1fr)',
    cell: row => (row.isDirect ? direct : <Path groups={row.via} />)
  }
  return [
    {
      key: 'member',
      header: columns.member,
      track: 'minmax(180px, 1.4fr)',
      cell: row => (row.member.name === '' ? unknown(row.member.id) : <NameLink named={row.member} />)
    },
    {
      key: 'userName',
      header: columns.userName,
      track: 'minmax(180px, 1.6fr)',
      cell: row => row.userName ?? (row.member.type === 'Group' ? nestedGroup : '')
    },
    {
      key: 'state',
      header: columns.state,
      track: '110px',
      cell: row =>
        row.isActive === null ? null : (
          <StateWord
            word={row.isActive ? state.active : state.disabled}
            tone={row.isActive ? 'ok' : 'quiet'}
          />
        )
    },
    ...(kind === 'effective' ? [via] : []),
    {
      key: 'added',
      header: columns.added,
      track: '180px',
      cell: row => (row.addedAt === null ? null : <Moment at={row.addedAt} />)
    },
    {
      key: 'addedBy',
      header: columns.addedBy,
      track: '80px',
      cell: row => (row.addedAt === null ? null : <RequestLink exchangeId={row.addedBy} at={row.addedAt} />)
    }
  ]
}
