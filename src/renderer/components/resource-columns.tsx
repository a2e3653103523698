import { Anchor } from '@mantine/core'
import type { Named } from '../../shared/scim'
import { words } from '../i18n'
import { formatNumber } from '../i18n/format'
import { hrefOf } from '../routes'
import { Moment } from './Moment'
import { StateWord } from './StateWord'
import type { TableColumn } from './VirtualTable'

/** Columns that more than one list has. */

export const nameColumn = (place: 'users' | 'groups', track: string) => ({
  key: 'displayName',
  header: words[place].columns.displayName,
  track,
  sort: 'displayName' as const,
  cell: (row: { id: string; displayName: string }) => (
    <Anchor href={hrefOf(place, row.id)} inherit fw={600} underline="hover">
      {row.displayName || words.parts.unnamed}
    </Anchor>
  )
})

export const changedColumn = (header: string) => ({
  key: 'modifiedAt',
  header,
  track: '190px',
  sort: 'modifiedAt' as const,
  cell: (row: { modifiedAt: number }) => <Moment at={row.modifiedAt} />
})

export const countColumn = <Key extends string, Sort extends string = never>(
  key: Key,
  header: string,
  sort?: Sort
): TableColumn<Record<Key, number>, Sort> => ({
  key,
  header,
  track: '110px',
  sort,
  isNumber: true,
  cell: row => formatNumber(row[key])
})

/** Nothing for what has no state: a group. */
export function ActiveWord({ isActive }: { isActive: boolean | null }) {
  if (isActive === null) return null
  const { state } = words.users
  return <StateWord word={isActive ? state.active : state.disabled} tone={isActive ? 'ok' : 'quiet'} />
}

/** What tells apart two members of one name. */
export const userNameColumn = (track: string) => ({
  key: 'userName',
  header: words.groups.detail.columns.userName,
  track,
  cell: (row: { member: Named; userName: string | null }) =>
    row.userName ?? (row.member.type === 'Group' ? words.groups.detail.nestedGroup : '')
})
