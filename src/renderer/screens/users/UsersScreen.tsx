import { Button, Group, SegmentedControl } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconUser, IconUserSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { ExportMenu } from '../../components/ExportMenu'
import { Failed } from '../../components/Failed'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { SearchBox } from '../../components/SearchBox'
import { Teach } from '../../components/Teach'
import { VirtualTable } from '../../components/VirtualTable'
import type { DirectoryFormat } from '../../../shared/directory-contract'
import { client } from '../../bridge'
import { useDirectoryExport } from '../../hooks/useDirectoryExport'
import { usePages } from '../../hooks/usePages'
import { words } from '../../i18n'
import { goTo, hrefOf } from '../../routes'
import { countsLearned, useDirectory } from '../../stores/directory'
import { USER_COLUMNS, type UserSort } from './columns'
import classes from './Users.module.css'

const text = words.users
const STATES = ['all', 'active', 'disabled'] as const
const TYPING_MS = 150

export function UsersScreen() {
  const [search, setSearch] = useState('')
  const [state, setState] = useState<(typeof STATES)[number]>('all')
  const [sorted, setSorted] = useState<{ by: UserSort; isDescending: boolean }>({
    by: 'displayName',
    isDescending: false
  })
  const [settledSearch] = useDebouncedValue(search, TYPING_MS)
  const { counts, revision } = useDirectory()

  const query = { search: settledSearch, state, sort: sorted.by, isDescending: sorted.isDescending }
  const pages = usePages(JSON.stringify(query), revision, async (offset, limit, signal) => {
    const page = await client.users.page({ ...query, offset, limit }, { signal })
    countsLearned(page.counts)
    return page
  })
  const exporting = useDirectoryExport()
  const exportShown = (format: DirectoryFormat) =>
    exporting.save(`users.${format}`, () => client.users.export({ format, search: settledSearch, state }))
  const isNarrowed = settledSearch !== '' || state !== 'all'
  const showEverybody = () => {
    setSearch('')
    setState('all')
  }

  return (
    <Screen
      title={text.title}
      isFilling
      aside={
        counts && (
          <span className={classes.counts}>
            {text.counts(counts.activeUsers, counts.users - counts.activeUsers)}
          </span>
        )
      }
      actions={
        counts !== null &&
        counts.users > 0 && (
          <ExportMenu progress={exporting.progress} onChoose={format => void exportShown(format)} />
        )
      }
    >
      <Group className={classes.tools} gap="sm">
        <SearchBox label={text.search} hint={text.searchHint} value={search} onChange={setSearch} />
        <SegmentedControl
          aria-label={text.state.label}
          size="sm"
          value={state}
          onChange={value => setState(STATES.find(known => known === value) ?? 'all')}
          data={STATES.map(value => ({ value, label: text.state[value] }))}
        />
        {isNarrowed && pages.state.kind === 'ready' && (
          <span className={classes.counts} role="status">
            {pages.isSearching ? text.searching : text.found(pages.matched)}
          </span>
        )}
      </Group>
      {pages.state.kind === 'loading' && <Loading />}
      {pages.state.kind === 'failed' && (
        <Failed title={text.failed} problem={pages.state.problem} onRetry={pages.retry} />
      )}
      {pages.state.kind === 'ready' &&
        (pages.matched === 0 && pages.isSearching ? (
          <Loading />
        ) : pages.matched === 0 ? (
          <NoUsers hidden={isNarrowed ? (counts?.users ?? 0) : 0} onClear={showEverybody} />
        ) : (
          <VirtualTable
            label={text.grid}
            columns={USER_COLUMNS}
            count={pages.matched}
            rowAt={pages.rowAt}
            onShow={pages.show}
            sorted={sorted}
            onSort={by => setSorted({ by, isDescending: sorted.by === by && !sorted.isDescending })}
            onOpen={row => goTo(hrefOf('users', row.id))}
          />
        ))}
    </Screen>
  )
}

function NoUsers({ hidden, onClear }: { hidden: number; onClear: () => void }) {
  return hidden > 0 ? (
    <Teach
      icon={<IconUserSearch size={26} aria-hidden />}
      title={text.empty.filteredTitle}
      text={text.empty.filteredText(hidden)}
    >
      <Button onClick={onClear}>{text.empty.clear}</Button>
    </Teach>
  ) : (
    <Teach icon={<IconUser size={26} aria-hidden />} title={text.empty.title} text={text.empty.text}>
      <Group justify="center" gap="xs">
        <Button onClick={() => goTo(hrefOf('setup'))}>{text.empty.action}</Button>
        <Button variant="default" onClick={() => goTo(hrefOf('simulator'))}>
          {text.empty.simulator}
        </Button>
      </Group>
    </Teach>
  )
}
