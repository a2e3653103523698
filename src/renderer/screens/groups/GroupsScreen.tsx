import { Button, Group } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconUsersGroup, IconZoomQuestion } from '@tabler/icons-react'
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
import { GROUP_COLUMNS, type GroupSort } from './columns'
import classes from './Groups.module.css'

const text = words.groups
const TYPING_MS = 150

export function GroupsScreen() {
  const [search, setSearch] = useState('')
  const [sorted, setSorted] = useState<{ by: GroupSort; isDescending: boolean }>({
    by: 'displayName',
    isDescending: false
  })
  const [settledSearch] = useDebouncedValue(search, TYPING_MS)
  const { counts, revision } = useDirectory()

  const query = { search: settledSearch, sort: sorted.by, isDescending: sorted.isDescending }
  const pages = usePages(JSON.stringify(query), revision, async (offset, limit, signal) => {
    const page = await client.groups.page({ ...query, offset, limit }, { signal })
    countsLearned(page.counts)
    return page
  })

  const exporting = useDirectoryExport()
  const exportShown = (format: DirectoryFormat) =>
    exporting.save(`groups.${format}`, () => client.groups.export({ format, search: settledSearch }))

  return (
    <Screen
      title={text.title}
      isFilling
      aside={counts && <span className={classes.counts}>{text.count(counts.groups)}</span>}
      actions={
        counts !== null &&
        counts.groups > 0 && (
          <ExportMenu progress={exporting.progress} onChoose={format => void exportShown(format)} />
        )
      }
    >
      <Group className={classes.tools} gap="sm">
        <SearchBox label={text.search} hint={text.searchHint} value={search} onChange={setSearch} />
        {settledSearch !== '' && pages.state.kind === 'ready' && (
          <span className={classes.counts} role="status">
            {text.count(pages.matched)}
          </span>
        )}
      </Group>
      {pages.state.kind === 'loading' && <Loading />}
      {pages.state.kind === 'failed' && (
        <Failed title={text.failed} problem={pages.state.problem} onRetry={pages.retry} />
      )}
      {pages.state.kind === 'ready' &&
        (pages.matched === 0 ? (
          <NoGroups hidden={settledSearch === '' ? 0 : (counts?.groups ?? 0)} onClear={() => setSearch('')} />
        ) : (
          <VirtualTable
            label={text.grid}
            columns={GROUP_COLUMNS}
            count={pages.matched}
            rowAt={pages.rowAt}
            onShow={pages.show}
            sorted={sorted}
            onSort={by => setSorted({ by, isDescending: sorted.by === by && !sorted.isDescending })}
            onOpen={row => goTo(hrefOf('groups', row.id))}
          />
        ))}
    </Screen>
  )
}

function NoGroups({ hidden, onClear }: { hidden: number; onClear: () => void }) {
  return hidden > 0 ? (
    <Teach
      icon={<IconZoomQuestion size={26} aria-hidden />}
      title={text.empty.filteredTitle}
      text={text.empty.filteredText(hidden)}
    >
      <Button onClick={onClear}>{text.empty.clear}</Button>
    </Teach>
  ) : (
    <Teach icon={<IconUsersGroup size={26} aria-hidden />} title={text.empty.title} text={text.empty.text}>
      <Group justify="center" gap="xs">
        <Button onClick={() => goTo(hrefOf('setup'))}>{text.empty.action}</Button>
        <Button variant="default" onClick={() => goTo(hrefOf('simulator'))}>
          {text.empty.simulator}
        </Button>
      </Group>
    </Teach>
  )
}
