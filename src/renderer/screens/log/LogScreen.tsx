import { Splitter } from '@mantine/core'
import type { SplitterPaneSize } from '@mantine/hooks'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ExchangeSummary } from '../../../shared/exchange'
import { Failed } from '../../components/Failed'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { words } from '../../i18n'
import { goTo, hrefOf, type Route } from '../../routes'
import { announce } from '../../stores/announcer'
import { loadLog, useLog } from '../../stores/log'
import { stopFollowing } from '../../stores/log-follow'
import { usePresenter } from '../../stores/presenter'
import { ClearDialog } from './ClearDialog'
import { ClearedBanner } from './ClearedBanner'
import { CompareDialog } from './CompareDialog'
import type { Column } from './columns'
import { copyCurlOf, copyResponseOf, copyWords } from './copy-exchange'
import { DetailPane, type Tab } from './detail/DetailPane'
import { EmptyLog, NoneYet } from './EmptyLog'
import { ExportDialog } from './ExportDialog'
import { FilterBar } from './FilterBar'
import classes from './Log.module.css'
import { LogGrid } from './LogGrid'
import { NewPill } from './NewPill'
import { PauseBanner } from './PauseBanner'
import { ReplayDialog } from './ReplayDialog'
import { filterTime, narrow, pin, replayNow } from './row-deeds'
import { RowMenu, type MenuAt } from './RowMenu'
import { SaveRowsDialog } from './SaveRowsDialog'
import { Timeline } from './Timeline'
import { useLogKeys } from './useLogKeys'
import { ViewControls } from './ViewControls'

/** So few rows of the console leave room to say what is waited for. */
const FEW = 4

/** The list without a pane beside it. */
const ALONE: SplitterPaneSize[] = [100]

type Dialog =
  | { kind: 'clear' }
  | { kind: 'export' }
  | { kind: 'edit'; id: number }
  | { kind: 'deck'; stretch: [number, number] | null }

export function LogScreen({ route }: { route: Route }) {
  const openId = numberIn(route.id)
  const compared = numberIn(route.view.with ?? null)
  const isPresenting = usePresenter(state => state.isOn)
  const isFiltered = useLog(state => state.query !== '')
  const [focus, setFocus] = useState<{ id: number | null; request: number }>({ id: openId, request: 0 })
  const [split, setSplit] = useState<SplitterPaneSize[]>([58, 42])
  const [presentedSplit, setPresentedSplit] = useState<SplitterPaneSize[]>([50, 50])
  const [tab, setTab] = useState<Tab>('summary')
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const [menu, setMenu] = useState<MenuAt | null>(null)
  const [marked, setMarked] = useState<number | null>(null)
  const [columns, setColumns] = useState<Column[]>([])
  const filterBox = useRef<HTMLInputElement>(null)
  const pane = useRef<HTMLElement>(null)

  const open = useCallback((id: number) => goTo(hrefOf('log', id)), [])
  const noteFocus = useCallback((id: number) => setFocus(({ request }) => ({ id, request })), [])
  const moveFocus = (id: number) => setFocus(({ request }) => ({ id, request: request + 1 }))
  const close = () => {
    goTo(hrefOf('log'))
    if (focus.id !== null) moveFocus(focus.id)
  }
  const pick = useCallback(
    (id: number) => {
      noteFocus(id)
      open(id)
    },
    [noteFocus, open]
  )
  const openMenu = useCallback((row: ExchangeSummary, column: Column['key'], event: React.MouseEvent) => {
    event.preventDefault()
    const { left, bottom } = event.currentTarget.getBoundingClientRect()
    // The menu key has no place of its own.
    const isByKey = event.clientX === 0 && event.clientY === 0
    setMenu({ row, column, x: isByKey ? left + 120 : event.clientX, y: isByKey ? bottom : event.clientY })
  }, [])
  const compare = (id: number) => {
    if (marked === null) announce(words.log.deeds.marked(id))
    if (marked !== null && marked !== id) goTo(hrefOf('log', marked, { with: String(id) }))
    setMarked(marked === null ? id : null)
  }
  const edit = (id: number) => setDialog({ kind: 'edit', id })

  // Whoever opens an older row reads it: the list stays where it is.
  useEffect(() => {
    const { ids } = useLog.getState()
    if (openId !== null && ids.at(ids.length - 1) !== openId) stopFollowing()
  }, [openId])

  useLogKeys({
    focusedId: focus.id,
    openId,
    moveFocus,
    open,
    close,
    focusFilter: () => filterBox.current?.focus(),
    focusPane: () => pane.current?.focus(),
    copyCurl: copyCurlOf,
    copyResponse: copyResponseOf,
    replay: replayNow,
    edit,
    compare,
    clear: () => setDialog({ kind: 'clear' }),
    export: () => setDialog({ kind: 'export' })
  })

  return (
    <Screen
      title={words.log.title}
      aside={<Counts />}
      actions={
        <ViewControls
          columns={columns}
          onClear={() => setDialog({ kind: 'clear' })}
          onExport={() => setDialog({ kind: 'export' })}
          onSaveDeck={() => setDialog({ kind: 'deck', stretch: null })}
        />
      }
      isFilling
    >
      {(!isPresenting || isFiltered) && <FilterBar ref={filterBox} routeQuery={route.view.q} />}
      <Timeline onSelect={filterTime} />
      <Splitter
        className={classes.split}
        lineSize={1}
        handleColor="var(--line)"
        withHandle={false}
        step={2}
        sizes={openId === null ? ALONE : isPresenting ? presentedSplit : split}
        onSizeChange={isPresenting ? setPresentedSplit : setSplit}
      >
        <Splitter.Pane defaultSize={58} min={25}>
          <div className={classes.list}>
            <LogList
              openId={openId}
              markedId={marked}
              focusedId={focus.id}
              focusRequest={focus.request}
              onPick={pick}
              onFocus={noteFocus}
              onMenu={openMenu}
              onColumns={setColumns}
            />
            <PauseBanner />
            <ClearedBanner />
            <NewPill />
          </div>
        </Splitter.Pane>
        {openId !== null && (
          <Splitter.Pane defaultSize={42} min={25}>
            <DetailPane
              key={openId}
              id={openId}
              tab={tab}
              onTab={setTab}
              onClose={close}
              onEdit={edit}
              ref={pane}
            />
          </Splitter.Pane>
        )}
      </Splitter>
      <RowMenu
        at={menu}
        marked={marked}
        onClose={() => setMenu(null)}
        deeds={{
          open: pick,
          filter: narrow,
          copyCurl: copyCurlOf,
          copyResponse: copyResponseOf,
          copyText: copyWords,
          replay: replayNow,
          edit,
          pin,
          compare,
          saveDeck: (from, to) => setDialog({ kind: 'deck', stretch: [from, to] })
        }}
      />
      {dialog?.kind === 'clear' && <ClearDialog onClose={() => setDialog(null)} />}
      {dialog?.kind === 'export' && <ExportDialog onClose={() => setDialog(null)} />}
      {dialog?.kind === 'deck' && <SaveRowsDialog stretch={dialog.stretch} onClose={() => setDialog(null)} />}
      {dialog?.kind === 'edit' && <ReplayDialog id={dialog.id} onClose={() => setDialog(null)} />}
      {openId !== null && compared !== null && (
        <CompareDialog ids={[openId, compared]} onClose={() => goTo(hrefOf('log', openId))} />
      )}
    </Screen>
  )
}

function LogList(props: React.ComponentProps<typeof LogGrid>) {
  const load = useLog(state => state.load)
  const isEmpty = useLog(state => state.ids.length === 0 && !state.isSearching && state.revision >= 0)
  const isWaiting = useLog(
    ({ ids, lastRequestAt, query }) => lastRequestAt === null && query === '' && ids.length <= FEW
  )

  switch (load.kind) {
    case 'loading':
      return <Loading />
    case 'failed':
      return <Failed title={words.log.failed} problem={load.problem} onRetry={() => void loadLog()} />
    case 'ready':
      if (isEmpty) return <EmptyLog />
      return (
        <>
          <LogGrid {...props} />
          {isWaiting && (
            <div className={classes.waiting}>
              <NoneYet />
            </div>
          )}
        </>
      )
  }
}

function Counts() {
  const { ids, total, load, isTakingLong } = useLog()
  if (load.kind !== 'ready') return null
  const count = words.log.shown(ids.length, Math.max(total, ids.length))
  return <span className={classes.count}>{isTakingLong ? words.parts.searching : count}</span>
}

const numberIn = (text: string | null): number | null =>
  text !== null && /^\d+$/.test(text) ? Number(text) : null
