import { create } from 'zustand'
import type { ExchangeSummary } from '../../shared/exchange'
import { client } from '../bridge'
import { problemOf, type Problem } from '../hooks/useCall'
import { fits, readFilter, type LogFilter } from './log-filter'
import * as views from './log-view'
import { createRowList, type RowList } from './row-list'

const FIRST_PAGE = 500
const OLDER_PAGE = 1000
/** Rows kept while following; older ones are loaded again when somebody scrolls up. */
const KEPT = 20_000
/** Rows shown or held at most while somebody reads or pauses; beyond it only the count grows, and the newest are loaded on return. */
const SHOWN_AT_MOST = 60_000
/** A filter that looks into bodies is answered by the engine; so often at most while rows arrive. */
const ASK_AGAIN_MS = 400
/** A pause in typing. */
const TYPING_MS = 120

interface LogStore {
  list: RowList
  /** Grows with every change of `list`, which is changed in place. */
  revision: number
  load: { kind: 'loading' } | { kind: 'failed'; problem: Problem } | { kind: 'ready' }
  view: views.View
  /** As typed, with what is not understood. */
  query: string
  filter: LogFilter
  matched: number
  total: number
  hasOlder: boolean
  /** Newer rows exist that are neither shown nor held. */
  isBehind: boolean
  lastRequestAt: number | null
}

export const useLog = create<LogStore>(() => ({
  list: createRowList(),
  revision: 0,
  load: { kind: 'loading' },
  view: views.FOLLOWING,
  query: '',
  filter: readFilter(''),
  matched: 0,
  total: 0,
  hasOlder: false,
  isBehind: false,
  lastRequestAt: null
}))

/** The highest number seen, matching or not. */
let newestId = 0
/** Only the last load started may write its answer. */
let loadNumber = 0
/** Rows that came while a load was under way: its answer may be older than they are. */
let since: ExchangeSummary[] | null = null
let isLoadingOlder = false
let typing: ReturnType<typeof setTimeout> | null = null
let askAgain: ReturnType<typeof setTimeout> | null = null

export async function loadNewest() {
  const mine = ++loadNumber
  const { filter } = useLog.getState()
  since = []
  try {
    const page = await client.log.page({ query: filter.asked, before: null, limit: FIRST_PAGE })
    if (mine !== loadNumber) return
    show(page, since)
  } catch (error) {
    if (mine === loadNumber) useLog.setState({ load: { kind: 'failed', problem: problemOf(error) } })
  } finally {
    if (mine === loadNumber) since = null
  }
}

type Page = Awaited<ReturnType<typeof client.log.page>>

function show(page: Page, arrived: ExchangeSummary[]) {
  const { list, view, revision } = useLog.getState()
  list.clear()
  list.prepend(page.rows)
  newestId = Math.max(newestId, page.rows[page.rows.length - 1]?.id ?? 0)
  useLog.setState({
    revision: revision + 1,
    load: { kind: 'ready' },
    matched: page.matched,
    total: page.total,
    hasOlder: page.rows.length < page.matched,
    isBehind: false,
    lastRequestAt: useLog.getState().lastRequestAt ?? lastRequest(page.rows),
    view: view.kind === 'reading' ? views.FOLLOWING : view
  })
  add(arrived)
}

/** The page before what is loaded. Does nothing while one is under way or there is none. */
export async function loadOlder() {
  const { list, filter, hasOlder } = useLog.getState()
  const oldest = list.at(0)
  if (isLoadingOlder || !hasOlder || !oldest) return
  isLoadingOlder = true
  const mine = loadNumber
  try {
    const page = await client.log.page({ query: filter.asked, before: oldest.id, limit: OLDER_PAGE })
    if (mine !== loadNumber) return
    list.prepend(page.rows)
    useLog.setState(({ revision }) => ({ revision: revision + 1, hasOlder: page.rows.length === OLDER_PAGE }))
  } finally {
    isLoadingOlder = false
  }
}

/** A batch from the engine. */
export function rowsChanged(rows: ExchangeSummary[]) {
  const last = lastRequest(rows)
  if (last !== null) useLog.setState({ lastRequestAt: last })
  since?.push(...rows)

  const { view, filter } = useLog.getState()
  if (filter.asksEngine) return askEngineAgain()
  if (view.kind !== 'paused') return add(rows)

  // A replay was asked for just now; its answer is shown even while paused.
  add(rows.filter(row => row.replayOf !== null))
  hold(rows.filter(row => row.replayOf === null))
}

function hold(rows: ExchangeSummary[]) {
  const { view } = useLog.getState()
  if (view.kind !== 'paused') return
  const arrived = rows.filter(row => row.id > newestId && isShown(row)).length
  const isTooMany = view.held.length + rows.length > SHOWN_AT_MOST
  newestId = Math.max(newestId, ...rows.map(row => row.id))
  useLog.setState(state => ({
    view: { ...view, newCount: view.newCount + arrived, held: isTooMany ? [] : view.held.concat(rows) },
    isBehind: state.isBehind || isTooMany,
    total: state.total + arrived
  }))
}

function add(rows: ExchangeSummary[]) {
  if (rows.length === 0) return
  const { list, view, revision, isBehind, hasOlder } = useLog.getState()
  let { matched, total } = useLog.getState()
  const oldest = list.at(0)?.id ?? 0
  let isFull = isBehind
  let arrived = 0

  for (const row of rows) {
    const isNew = row.id > newestId
    if (isNew) {
      newestId = row.id
      total += 1
    }
    if (hasOlder && row.id < oldest) continue
    const isHere = list.indexOf(row.id) >= 0
    if (!isShown(row)) {
      if (list.remove(row.id)) matched -= 1
      continue
    }
    if (!isHere) {
      matched += 1
      arrived += 1
      isFull ||= view.kind !== 'following' && list.length >= SHOWN_AT_MOST
    }
    if (isHere || !isFull) list.put(row)
  }

  const surplus = view.kind === 'following' ? list.length - KEPT : 0
  if (surplus > KEPT / 10) list.dropOldest(surplus)
  useLog.setState({
    revision: revision + 1,
    view: views.countNew(view, arrived),
    matched: Math.max(matched, list.length),
    total: Math.max(total, list.length),
    isBehind: isFull,
    hasOlder: hasOlder || surplus > KEPT / 10
  })
}

const isShown = (row: ExchangeSummary): boolean => fits(useLog.getState().filter, row)

function askEngineAgain() {
  askAgain ??= setTimeout(() => {
    askAgain = null
    if (useLog.getState().view.kind === 'following') void loadNewest()
    else useLog.setState({ isBehind: true })
  }, ASK_AGAIN_MS)
}

export function logCleared() {
  useLog.getState().list.clear()
  void loadNewest()
}

/** What is typed in the filter box. The engine is asked when the meaning differs, shortly after the last letter. */
export function setQuery(query: string) {
  const filter = readFilter(query)
  const isSame = filter.asked === useLog.getState().filter.asked
  useLog.setState({ query, filter })
  if (isSame && useLog.getState().load.kind === 'ready') return
  if (typing) clearTimeout(typing)
  typing = setTimeout(() => void loadNewest(), TYPING_MS)
}

export function stopFollowing() {
  useLog.setState(({ view }) => ({ view: views.stopFollowing(view) }))
}

/** The last loaded row came into sight. */
export function reachEnd() {
  if (useLog.getState().isBehind) return follow()
  useLog.setState(({ view }) => ({ view: views.reachEnd(view) }))
}

/** Jump to latest; ends a pause too. */
export function follow() {
  resume()
  const { isBehind } = useLog.getState()
  useLog.setState({ view: views.FOLLOWING })
  if (isBehind) void loadNewest()
}

export function pause() {
  useLog.setState(({ view }) => ({ view: views.pause(view) }))
}

export function resume() {
  const { view, held } = views.resume(useLog.getState().view)
  const { newCount } = { newCount: 0, ...view }
  useLog.setState({ view })
  add(held)
  // What was held is counted already.
  if (view.kind === 'reading') useLog.setState({ view: { kind: 'reading', newCount } })
  if (view.kind === 'following' && useLog.getState().isBehind) void loadNewest()
}

export const togglePause = () => (useLog.getState().view.kind === 'paused' ? resume() : pause())

const lastRequest = (rows: ExchangeSummary[]): number | null =>
  rows.reduce<number | null>(
    (last, row) => (row.origin === 'scim' ? Math.max(last ?? 0, row.startedAt) : last),
    null
  )
