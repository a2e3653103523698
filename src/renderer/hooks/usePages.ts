import { useThrottledValue } from '@mantine/hooks'
import { useCallback, useEffect, useRef, useState } from 'react'
import { problemOf, type Problem } from './useCall'

const PAGE = 100
/** Live changes are asked for at most this often. */
const REFRESH_MS = 300

export interface PageOf<Row> {
  rows: Row[]
  matched: number
  /** More will be found: it is asked for again until nothing is missing. */
  isSearching?: boolean
}

export interface Pages<Row> {
  state: { kind: 'loading' } | { kind: 'failed'; problem: Problem } | { kind: 'ready' }
  matched: number
  isSearching: boolean
  /** Undefined while its page is on the way; asking for a row makes its page come. */
  rowAt: (index: number) => Row | undefined
  /** Tells which rows are in sight, so that their pages are loaded. */
  show: (first: number, last: number) => void
  retry: () => void
}

interface Held<Row> {
  key: string
  matched: number
  isSearching: boolean
  pages: Map<number, Row[]>
}

/**
 * A long list of the engine, looked at through a window of pages. A new `key` (other search, other order) starts over; a new
 * `revision` asks for the pages in sight again and keeps the old rows until the new ones are here.
 */
export function usePages<Row>(
  key: string,
  revision: number,
  ask: (offset: number, limit: number, signal: AbortSignal) => Promise<PageOf<Row>>
): Pages<Row> {
  const [held, setHeld] = useState<Held<Row> | null>(null)
  const [problem, setProblem] = useState<{ key: string; problem: Problem } | null>(null)
  const settledRevision = useThrottledValue(revision, REFRESH_MS)
  const inSight = useRef({ first: 0, last: 0 })
  /** The latest question about each page. An older one may be answered later, and then counts no more. */
  const asked = useRef(new Map<number, symbol>())
  const context = useRef({ key, ask, abort: new AbortController() })
  context.current.ask = ask

  const load = useCallback((page: number) => {
    if (asked.current.has(page)) return
    const asking = Symbol()
    asked.current.set(page, asking)
    const { key: mine, ask: question, abort } = context.current
    const counts = () => asked.current.get(page) === asking && asked.current.delete(page)
    question(page * PAGE, PAGE, abort.signal).then(
      answer => {
        if (!counts() || abort.signal.aborted) return
        setProblem(null)
        setHeld(before => {
          const pages = new Map(before?.key === mine ? before.pages : [])
          pages.set(page, answer.rows)
          return { key: mine, matched: answer.matched, isSearching: answer.isSearching ?? false, pages }
        })
      },
      (error: unknown) => {
        if (counts() && !abort.signal.aborted) setProblem({ key: mine, problem: problemOf(error) })
      }
    )
  }, [])

  const loadInSight = useCallback(() => {
    const { first, last } = inSight.current
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) load(page)
  }, [load])

  useEffect(() => {
    context.current = { ...context.current, key, abort: new AbortController() }
    asked.current = new Map()
    inSight.current = { first: 0, last: 0 }
    load(0)
    return () => context.current.abort.abort()
  }, [key, load])

  useEffect(() => {
    if (settledRevision === 0) return
    // What is on its way may have been answered before the change.
    asked.current.clear()
    setHeld(before => before && { ...before, pages: onlyInSight(before.pages, inSight.current) })
    loadInSight()
  }, [settledRevision, loadInSight])

  const current = held?.key === key ? held : null
  const isSearching = current?.isSearching ?? false
  useEffect(() => {
    if (isSearching) loadInSight()
  }, [isSearching, held, loadInSight])

  const show = (first: number, last: number) => {
    inSight.current = { first, last: Math.max(first, last) }
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1)
      if (!current?.pages.has(page)) load(page)
  }

  return {
    state: stateOf(current !== null, problem?.key === key ? problem.problem : null),
    matched: current?.matched ?? 0,
    isSearching,
    rowAt: index => current?.pages.get(Math.floor(index / PAGE))?.[index % PAGE],
    show,
    retry: loadInSight
  }
}

/** Pages out of sight are forgotten at a change, and asked for again when somebody looks. */
function onlyInSight<Row>(pages: Map<number, Row[]>, { first, last }: { first: number; last: number }) {
  const from = Math.floor(first / PAGE)
  const to = Math.floor(last / PAGE)
  return new Map([...pages].filter(([page]) => page >= from && page <= to))
}

function stateOf(isHere: boolean, problem: Problem | null): Pages<never>['state'] {
  if (isHere) return { kind: 'ready' }
  return problem ? { kind: 'failed', problem } : { kind: 'loading' }
}
