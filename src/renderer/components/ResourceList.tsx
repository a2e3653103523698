import { Button, Group } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconZoomQuestion } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { DirectoryFormat } from '../../shared/directory-contract'
import { usePages, type PageOf } from '../hooks/usePages'
import { words } from '../i18n'
import { goTo, hrefOf } from '../routes'
import { ExportMenu } from './ExportMenu'
import { PagedTable } from './PagedTable'
import classes from './ResourceList.module.css'
import { Screen } from './Screen'
import { SearchBox } from './SearchBox'
import { Teach } from './Teach'
import type { TableColumn } from './VirtualTable'

export interface ListQuery<Sort> {
  search: string
  sort: Sort
  isDescending: boolean
}

interface Props<Row, Sort extends string> {
  place: 'users' | 'groups'
  columns: TableColumn<Row, Sort>[]
  /** Beside the heading. */
  aside: ReactNode
  /** All there are, whatever is searched for; null as long as nobody knows. */
  total: number | null
  revision: number
  ask: (query: ListQuery<Sort>, offset: number, limit: number, signal: AbortSignal) => Promise<PageOf<Row>>
  exporting: { progress: string | null; onChoose: (format: DirectoryFormat, search: string) => void }
  /** What narrows the list besides the search. */
  narrowing?: { key: string; isNarrowed: boolean; onWiden: () => void; input: ReactNode }
  icon: ReactNode
}

const TYPING_MS = 150

/** A screen that is a list: searched, sorted, exported, and not empty without a word. */
export function ResourceList<Row extends { id: string }, Sort extends string>(props: Props<Row, Sort>) {
  const { place, columns, aside, total, revision, ask, exporting, narrowing, icon } = props
  const text = words[place]
  const [search, setSearch] = useState('')
  const [sorted, setSorted] = useState({ by: 'displayName' as Sort, isDescending: false })
  const [settledSearch] = useDebouncedValue(search, TYPING_MS)
  const query = { search: settledSearch, sort: sorted.by, isDescending: sorted.isDescending }
  const pages = usePages(JSON.stringify([query, narrowing?.key]), revision, (offset, limit, signal) =>
    ask(query, offset, limit, signal)
  )
  const isNarrowed = settledSearch !== '' || narrowing?.isNarrowed === true
  const widen = () => {
    setSearch('')
    narrowing?.onWiden()
  }

  return (
    <Screen
      title={text.title}
      isFilling
      aside={aside}
      actions={
        total !== null &&
        total > 0 && (
          <ExportMenu
            progress={exporting.progress}
            onChoose={format => exporting.onChoose(format, settledSearch)}
          />
        )
      }
    >
      <Group className={classes.tools} gap="sm">
        <SearchBox label={text.search} hint={text.searchHint} value={search} onChange={setSearch} />
        {narrowing?.input}
        {isNarrowed && pages.state.kind === 'ready' && (
          <span className={classes.found} role="status">
            {pages.isSearching ? words.parts.searching : text.found(pages.matched)}
          </span>
        )}
      </Group>
      <PagedTable
        label={text.grid}
        columns={columns}
        pages={pages}
        failed={text.failed}
        nobody={<Nobody place={place} icon={icon} hidden={isNarrowed ? (total ?? 0) : 0} onWiden={widen} />}
        sorted={sorted}
        onSort={by => setSorted({ by, isDescending: sorted.by === by && !sorted.isDescending })}
        onOpen={row => goTo(hrefOf(place, row.id))}
      />
    </Screen>
  )
}

interface NobodyProps extends Pick<Props<never, never>, 'place' | 'icon'> {
  /** How many the search hides; 0 when there are none at all. */
  hidden: number
  onWiden: () => void
}

function Nobody({ place, icon, hidden, onWiden }: NobodyProps) {
  const text = words[place].empty
  return hidden > 0 ? (
    <Teach
      icon={<IconZoomQuestion size={26} aria-hidden />}
      title={text.filteredTitle}
      text={text.filteredText(hidden)}
    >
      <Button onClick={onWiden}>{text.clear}</Button>
    </Teach>
  ) : (
    <Teach icon={icon} title={text.title} text={text.text}>
      <Group justify="center" gap="xs">
        <Button onClick={() => goTo(hrefOf('setup'))}>{text.action}</Button>
        <Button variant="default" onClick={() => goTo(hrefOf('simulator'))}>
          {text.simulator}
        </Button>
      </Group>
    </Teach>
  )
}
