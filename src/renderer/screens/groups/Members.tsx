import { useDebouncedValue } from '@mantine/hooks'
import { IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { Failed } from '../../components/Failed'
import { Loading } from '../../components/Loading'
import { SearchBox } from '../../components/SearchBox'
import { Teach } from '../../components/Teach'
import { VirtualTable } from '../../components/VirtualTable'
import { client } from '../../bridge'
import { usePages } from '../../hooks/usePages'
import { words } from '../../i18n'
import { memberColumns } from './member-columns'
import classes from './Groups.module.css'

interface Props {
  groupId: string
  kind: 'direct' | 'effective'
  revision: number
}

const text = words.groups.detail
const TYPING_MS = 150
const COLUMNS = { direct: memberColumns('direct'), effective: memberColumns('effective') }

export function Members({ groupId, kind, revision }: Props) {
  const [search, setSearch] = useState('')
  const [settledSearch] = useDebouncedValue(search, TYPING_MS)
  const pages = usePages(JSON.stringify([groupId, kind, settledSearch]), revision, (offset, limit, signal) =>
    client.groups.members({ id: groupId, kind, search: settledSearch, offset, limit }, { signal })
  )
  const nobody = kind === 'direct' ? text.noDirect : text.noEffective

  return (
    <>
      <div className={classes.memberTools}>
        <SearchBox label={text.search} hint={text.search} value={search} onChange={setSearch} />
        <p className={classes.help}>{text.help}</p>
      </div>
      {pages.state.kind === 'loading' && <Loading />}
      {pages.state.kind === 'failed' && (
        <Failed title={text.membersFailed} problem={pages.state.problem} onRetry={pages.retry} />
      )}
      {pages.state.kind === 'ready' &&
        (pages.matched === 0 ? (
          <Teach
            icon={<IconUsers size={26} aria-hidden />}
            title={text.members}
            text={settledSearch === '' ? nobody : text.noneFound}
          />
        ) : (
          <VirtualTable
            label={text.members}
            columns={COLUMNS[kind]}
            count={pages.matched}
            rowAt={pages.rowAt}
            onShow={pages.show}
          />
        ))}
    </>
  )
}
