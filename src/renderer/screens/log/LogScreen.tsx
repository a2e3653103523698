import { Splitter } from '@mantine/core'
import type { SplitterPaneSize } from '@mantine/hooks'
import { useCallback, useRef, useState } from 'react'
import { Failed } from '../../components/Failed'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { words } from '../../i18n'
import { goTo, hrefOf, type Route } from '../../routes'
import { loadNewest, stopFollowing, useLog } from '../../stores/log'
import { copyCurlOf, copyResponseOf } from './copy-exchange'
import { DetailPane } from './detail/DetailPane'
import { EmptyLog } from './EmptyLog'
import { FilterBar } from './FilterBar'
import classes from './Log.module.css'
import { LogGrid } from './LogGrid'
import { NewPill } from './NewPill'
import { PauseBanner } from './PauseBanner'
import { useLogKeys } from './useLogKeys'
import { ViewControls } from './ViewControls'

/** The list without a pane beside it. */
const ALONE: SplitterPaneSize[] = [100]

export function LogScreen({ route }: { route: Route }) {
  const openId = route.id !== null && /^\d+$/.test(route.id) ? Number(route.id) : null
  const [focus, setFocus] = useState<{ id: number | null; request: number }>({ id: openId, request: 0 })
  const [split, setSplit] = useState<SplitterPaneSize[]>([58, 42])
  const filterBox = useRef<HTMLInputElement>(null)
  const pane = useRef<HTMLElement>(null)

  const open = useCallback((id: number) => {
    const { list } = useLog.getState()
    if (list.at(list.length - 1)?.id !== id) stopFollowing()
    goTo(hrefOf('log', id))
  }, [])
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

  useLogKeys({
    focusedId: focus.id,
    openId,
    moveFocus,
    open,
    close,
    focusFilter: () => filterBox.current?.focus(),
    focusPane: () => pane.current?.focus(),
    copyCurl: copyCurlOf,
    copyResponse: copyResponseOf
  })

  return (
    <Screen title={words.log.title} aside={<Counts />} actions={<ViewControls />} isFilling>
      <FilterBar ref={filterBox} routeQuery={route.view.q} />
      <Splitter
        className={classes.split}
        lineSize={1}
        handleColor="var(--line)"
        withHandle={false}
        step={2}
        sizes={openId === null ? ALONE : split}
        onSizeChange={setSplit}
      >
        <Splitter.Pane defaultSize={58} min={25}>
          <div className={classes.list}>
            <LogList openId={openId} focus={focus} onPick={pick} onFocus={noteFocus} />
            <PauseBanner />
            <NewPill />
          </div>
        </Splitter.Pane>
        {openId !== null && (
          <Splitter.Pane defaultSize={42} min={25}>
            <DetailPane key={openId} id={openId} onClose={close} ref={pane} />
          </Splitter.Pane>
        )}
      </Splitter>
    </Screen>
  )
}

interface ListProps {
  openId: number | null
  focus: { id: number | null; request: number }
  onPick: (id: number) => void
  onFocus: (id: number) => void
}

function LogList({ openId, focus, onPick, onFocus }: ListProps) {
  const load = useLog(state => state.load)
  const isEmpty = useLog(state => state.list.length === 0 && state.revision >= 0)

  switch (load.kind) {
    case 'loading':
      return <Loading />
    case 'failed':
      return <Failed title={words.log.failed} problem={load.problem} onRetry={() => void loadNewest()} />
    case 'ready':
      return isEmpty ? (
        <EmptyLog />
      ) : (
        <LogGrid
          openId={openId}
          focusedId={focus.id}
          focusRequest={focus.request}
          onPick={onPick}
          onFocus={onFocus}
        />
      )
  }
}

function Counts() {
  const { matched, total, load } = useLog()
  if (load.kind !== 'ready') return null
  return <span className={classes.count}>{words.log.shown(matched, total)}</span>
}
