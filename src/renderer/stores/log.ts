import { create } from 'zustand'
import type { ExchangeSummary } from '../../shared/exchange'
import type { LogFound, Run } from '../../shared/log-contract'
import { client } from '../bridge'
import { problemOf, type Problem } from '../hooks/useCall'
import { createIdList, type IdList } from './id-list'
import { fits, readFilter, type LogFilter } from './log-filter'
import * as views from './log-view'
import { createRowCache, type RowCache } from './row-cache'

/** Rows that come with the first answer: more than the largest window shows. */
const FIRST_ROWS = 150
/** Rows held at most while paused; beyond it only the count grows, and the list is loaded anew on return. */
const HELD_AT_MOST = 20_000
/** A filter that looks into bodies is answered by the engine; so often at most while rows arrive. */
const ASK_MS = 150
const ASKED_AT_MOST = 1000
/** A pause in typing. */
const TYPING_MS = 120
/** A search that goes on for so long is seen to. */
const LONG_MS = 250

interface LogStore {
  /** Of all rows that match; and those of them that are here. */
  ids: IdList
  rows: RowCache
  /** Grows with every change of `ids` or `rows`, which are changed in place. */
  revision: number
  load: { kind: 'loading' } | { kind: 'failed'; problem: Problem } | { kind: 'ready' }
  /** Older matches are still being looked for. */
  isSearching: boolean
  /** What is searched has not been answered, or not all of it, for a while. */
  isTakingLong: boolean
  view: views.View
  /** As typed, with what is not understood. */
  query: string
  filter: LogFilter
  total: number
  /** Newer rows exist that are neither shown nor held. */
  isBehind: boolean
  lastRequestAt: number | null
}

/** The first and last number in sight, told by the list. */
let sight = { first: 0, last: 0 }

export const useLog = create<LogStore>(() => ({
  ids: createIdList(),
  rows: createRowCache(id => id >= sight.first && id <= sight.last),
  revision: 0,
  load: { kind: 'loading' },
  isSearching: false,
  isTakingLong: false,
  view: views.FOLLOWING,
  query: '',
  filter: readFilter(''),
  total: 0,
  isBehind: false,
  lastRequestAt: null
}))

/** The highest number seen, matching or not. */
let newestId = 0
/** Up to which number rows have been heard of. */
export const newestSeen = (): number => newestId

let search: AbortController | null = null
/** Rows that came before the first answer of a search: it may be older than they are. */
let since: ExchangeSummary[] | null = null
let typing: ReturnType<typeof setTimeout> | null = null
let asking: ReturnType<typeof setTimeout> | null = null
const toAsk = new Set<number>()

/** @param isAnew another question: its answer is read from the newest row. */
export async function loadLog({ isAnew = false } = {}) {
  search?.abort()
  const mine = (search = new AbortController())
  since = []
  const takingLong = setTimeout(() => useLog.setState({ isTakingLong: true }), LONG_MS)
  try {
    const query = useLog.getState().filter.asked
    const parts = await client.log.search({ query, first: FIRST_ROWS }, { signal: mine.signal })
    let isFirst = true
    for await (const part of parts) {
      if (mine.signal.aborted) return
      if (isFirst) begin(part, isAnew)
      else extend(part)
      isFirst = false
    }
  } catch (error) {
    if (!mine.signal.aborted) useLog.setState({ load: { kind: 'failed', problem: problemOf(error) } })
  } finally {
    clearTimeout(takingLong)
    if (search === mine) useLog.setState({ isTakingLong: false })
  }
}

function begin(part: LogFound, isAnew: boolean) {
  const { ids, rows, view, lastRequestAt } = useLog.getState()
  const arrived = since ?? []
  since = null
  ids.clear()
  rows.clear()
  newestId = part.newest
  useLog.setState({
    load: { kind: 'ready' },
    total: part.total,
    isBehind: false,
    lastRequestAt: lastRequestAt ?? lastRequest(part.rows),
    view: isAnew && view.kind === 'reading' ? views.FOLLOWING : view
  })
  extend(part)
  add(arrived)
}

function extend(part: LogFound) {
  const { ids, rows, revision } = useLog.getState()
  for (const row of part.rows) rows.put(row)
  ids.addOlder(part.runs)
  useLog.setState({ revision: revision + 1, isSearching: !part.isDone })
}

/** Rows that were asked for; one that is gone leaves the list. */
export function rowsLoaded(asked: number[], found: ExchangeSummary[]) {
  const { ids, rows, revision } = useLog.getState()
  const here = new Set(found.map(row => row.id))
  for (const row of found) if (!rows.has(row.id)) rows.put(row)
  for (const id of asked) if (!here.has(id)) ids.remove(id)
  useLog.setState({ revision: revision + 1 })
}

/** The list tells what is in sight, so that it stays here. */
export function seeing(first: number, last: number) {
  sight = { first, last }
}

/** A batch from the engine. */
export function rowsChanged(rows: ExchangeSummary[]) {
  const last = lastRequest(rows)
  if (last !== null) useLog.setState({ lastRequestAt: last })
  since?.push(...rows)
  if (useLog.getState().view.kind !== 'paused') return add(rows)

  // A replay was asked for just now; its answer is shown even while paused.
  add(rows.filter(row => row.replayOf !== null))
  hold(rows.filter(row => row.replayOf === null))
}

function hold(rows: ExchangeSummary[]) {
  const { view, filter, total, isBehind } = useLog.getState()
  if (view.kind !== 'paused') return
  const news = rows.filter(row => row.id > newestId)
  const arrived = filter.asksEngine ? news.length : news.filter(isShown).length
  const isTooMany = view.held.length + rows.length > HELD_AT_MOST
  newestId = Math.max(newestId, ...rows.map(row => row.id))
  useLog.setState({
    view: { ...view, newCount: view.newCount + arrived, held: isTooMany ? [] : view.held.concat(rows) },
    isBehind: isBehind || isTooMany,
    total: total + news.length
  })
}

/** Rows that arrived or changed. */
export function add(changed: ExchangeSummary[]) {
  if (changed.length === 0) return
  const { ids, rows, view, revision, filter, isSearching, load } = useLog.getState()
  let { total } = useLog.getState()
  let arrived = 0
  const lowest = ids.at(0) ?? 0

  for (const row of changed) {
    if (row.id > newestId) {
      newestId = row.id
      total += 1
    }
    // What the search has not reached yet it will find itself.
    if (load.kind !== 'ready' || (isSearching && row.id < lowest)) continue
    if (filter.asksEngine) {
      if (ids.has(row.id)) rows.put(row)
      else if (row.ending !== 'open') toAsk.add(row.id)
    } else if (isShown(row)) {
      rows.put(row)
      if (ids.add(row.id)) arrived += 1
    } else if (ids.remove(row.id)) rows.remove(row.id)
  }
  if (toAsk.size > 0) asking ??= setTimeout(() => void askEngine(), ASK_MS)
  useLog.setState({ revision: revision + 1, view: views.countNew(view, arrived), total })
}

const isShown = (row: ExchangeSummary): boolean => fits(useLog.getState().filter, row)

/** Only the engine knows the bodies of the rows that arrived. */
async function askEngine() {
  asking = null
  const { filter } = useLog.getState()
  const asked = [...toAsk].slice(0, ASKED_AT_MOST)
  for (const id of asked) toAsk.delete(id)
  if (!filter.asksEngine || asked.length === 0) return
  const matching = await client.log.matching({ query: filter.asked, ids: asked })
  const { ids, view, revision, filter: present } = useLog.getState()
  if (present.asked !== filter.asked) return
  const arrived = matching.filter(id => ids.add(id)).length
  if (arrived > 0) useLog.setState({ revision: revision + 1, view: views.countNew(view, arrived) })
  if (toAsk.size > 0) asking ??= setTimeout(() => void askEngine(), ASK_MS)
}

/** Cleared, or brought back: other rows are there than before. */
export const logCleared = () => void loadLog()

/** The limits of what is kept have removed rows. */
export function rowsRemoved(runs: Run[]) {
  const { ids, rows, revision, total } = useLog.getState()
  let gone = 0
  for (const [first, count] of runs) {
    gone += count
    for (let id = first; id < first + count; id++) if (ids.remove(id)) rows.remove(id)
  }
  useLog.setState({ revision: revision + 1, total: Math.max(0, total - gone) })
}

/** What is typed in the filter box. The engine is asked when the meaning differs, shortly after the last letter. */
export function setQuery(query: string) {
  const filter = readFilter(query)
  const isSame = filter.asked === useLog.getState().filter.asked
  useLog.setState({ query, filter })
  if (isSame && useLog.getState().load.kind === 'ready') return
  if (typing) clearTimeout(typing)
  typing = setTimeout(() => void loadLog({ isAnew: !isSame }), TYPING_MS)
}

const lastRequest = (rows: ExchangeSummary[]): number | null =>
  rows.reduce<number | null>(
    (last, row) => (row.origin === 'scim' ? Math.max(last ?? 0, row.startedAt) : last),
    null
  )
