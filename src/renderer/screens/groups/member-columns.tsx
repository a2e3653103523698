import { ActionIcon } from '@mantine/core'
import { IconUserMinus } from '@tabler/icons-react'
import type { MemberKind, MemberRow } from '../../../shared/directory-views'
import type { Named } from '../../../shared/scim'
import { Moment } from '../../components/Moment'
import { Path } from '../../components/Path'
import { RequestLink } from '../../components/RequestLink'
import { ActiveWord, userNameColumn } from '../../components/resource-columns'
import type { TableColumn } from '../../components/VirtualTable'
import { words } from '../../i18n'
import { PersonName } from './PersonName'

const { columns, direct } = words.groups.detail

/** @param onRemove null where nothing can be removed: of then, or of a deleted group */
export function memberColumns(
  kind: MemberKind,
  onRemove: ((member: Named) => void) | null
): TableColumn<MemberRow, never>[] {
  const via: TableColumn<MemberRow, never> = {
    key: 'via',
    header: columns.via,
    track: 'minmax(120px, 1fr)',
    cell: row => (row.isDirect ? direct : <Path groups={row.via} />)
  }
  const remove: TableColumn<MemberRow, never> = {
    key: 'remove',
    header: '',
    track: '40px',
    cell: ({ member }) => (
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={words.membership.remove.button(member.name)}
        onClick={() => onRemove?.(member)}
      >
        <IconUserMinus size={15} aria-hidden />
      </ActionIcon>
    )
  }
  return [
    {
      key: 'member',
      header: columns.member,
      track: 'minmax(180px, 1.4fr)',
      cell: row => <PersonName member={row.member} isDeleted={row.isDeleted} />
    },
    userNameColumn('minmax(180px, 1.6fr)'),
    {
      key: 'state',
      header: columns.state,
      track: '110px',
      cell: row => <ActiveWord isActive={row.isActive} />
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
    },
    ...(onRemove ? [remove] : [])
  ]
}
