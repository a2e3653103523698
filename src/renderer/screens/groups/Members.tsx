import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconDownload, IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { GroupDetail, MemberKind } from '../../../shared/directory-views'
import type { Named } from '../../../shared/scim'
import { client } from '../../bridge'
import { PagedTable } from '../../components/PagedTable'
import { SearchBox } from '../../components/SearchBox'
import { Teach } from '../../components/Teach'
import { useDirectoryExport } from '../../hooks/useDirectoryExport'
import { usePages } from '../../hooks/usePages'
import { words } from '../../i18n'
import { AddMemberDialog } from './AddMemberDialog'
import { AsOf } from './AsOf'
import classes from './Groups.module.css'
import { memberColumns } from './member-columns'
import { RemoveMemberDialog } from './RemoveMemberDialog'

interface Props {
  group: GroupDetail
  name: string
  kind: MemberKind
  asOf: number | null
  onAsOf: (at: number | null) => void
  revision: number
}

const text = words.groups.detail
const TYPING_MS = 150

export function Members({ group, name, kind, asOf, onAsOf, revision }: Props) {
  const groupId = group.id
  const [search, setSearch] = useState('')
  const [settledSearch] = useDebouncedValue(search, TYPING_MS)
  const [isAdding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<Named | null>(null)
  const { progress, save } = useDirectoryExport()
  const members = { id: groupId, kind, asOf, search: settledSearch }
  const pages = usePages(JSON.stringify(members), revision, (offset, limit, signal) =>
    client.groups.members({ ...members, offset, limit }, { signal })
  )
  const isEditable = asOf === null && group.deleted === null
  const columns = useMemo(
    () => memberColumns(kind, isEditable && kind === 'direct' ? setRemoving : null),
    [kind, isEditable]
  )
  const nobody = kind === 'direct' ? text.noDirect : text.noEffective

  return (
    <>
      <div className={classes.memberTools}>
        <SearchBox label={text.search} hint={text.search} value={search} onChange={setSearch} />
        <p className={classes.help}>{text.help}</p>
        <span className={classes.deeds}>
          {isEditable && kind === 'direct' && (
            <Button
              variant="default"
              leftSection={<IconUserPlus size={14} aria-hidden />}
              onClick={() => setAdding(true)}
            >
              {words.membership.add.button}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden />}
            disabled={progress !== null}
            onClick={() => void save('members.csv', () => client.groups.exportMembers(members))}
          >
            {progress ?? words.membership.exportMembers}
          </Button>
        </span>
      </div>
      <AsOf groupId={groupId} kind={kind} asOf={asOf} onAsOf={onAsOf} revision={revision} />
      <PagedTable
        label={text.members}
        columns={columns}
        pages={pages}
        failed={text.membersFailed}
        nobody={
          <Teach
            icon={<IconUsers size={26} aria-hidden />}
            title={text.members}
            text={settledSearch === '' ? nobody : text.noneFound}
          />
        }
      />
      {isAdding && <AddMemberDialog groupId={groupId} name={name} onClose={() => setAdding(false)} />}
      {removing && (
        <RemoveMemberDialog
          groupId={groupId}
          name={name}
          member={removing}
          onClose={() => setRemoving(null)}
        />
      )}
    </>
  )
}
