import type { Change } from '../../shared/change'
import type { ExchangeDetail, ExchangeSummary } from '../../shared/exchange'
import { matches, parseLogQuery, type Term } from '../../shared/log-query'
import type { Clock } from '../platform/clock'
import type { FilePiece, FileStep } from '../platform/write-through'
import { isUnusable } from './database'
import { toDetail } from './detail'
import { firstBelow, withWaiting } from './pages'
import type { Recorded } from './record'
import { toRuns, type LogActivity, type LogFound, type Run } from '../../shared/log-contract'
import type { ExportForm } from './search/export'
import type { LongReading } from './search/long-reading'
import type { Question } from './search/question'
import type { LogPage, LogPageQuery, LogSearch } from './types'
import type { Writer } from './writer'

interface Deps {
  writer: Writer
  reading: LongReading
  clock: Clock
  clearedTo(): number
  /** The changes that an exchange caused; they live in the directory's file. */
  changesOf(exchangeId: number): Change[]
}

/** Rows read at a stretch: about a millisecond, so that no request waits longer for it. */
const BATCH_ROWS = 10
/** Whoever reads so much can wait, requests cannot: a third of the time at most. */
const REST_MS = 2
const rest = (): Promise<void> => new Promise(resolve => setTimeout(resolve, REST_MS))
const falling = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => from - index)

/** Answers what is in the log, rows that wait for their batch included. */
export function createReader({ writer, reading: long, clock, clearedTo, changesOf }: Deps) {
  // Scrolling back through one search asks for page after page: what it found is kept until another begins.
  let latest: { query: string; ids: number[] } = { query: '', ids: [] }

  const isVisible = (row: ExchangeSummary): boolean => row.id > clearedTo() || row.isPinned

  /** Normally none: `flush` has just written them. While the disk refuses, they are read from memory. */
  const waitingRows = (terms: Term[]): ExchangeSummary[] => {
    const now = clock.now()
    return [...writer.waiting.values()]
      .filter(recorded => isVisible(recorded.row) && matches(terms, recorded.row, recorded, now))
      .map(recorded => recorded.row)
  }

  /** A damaged page shows only when it is read: the file is set aside and reading goes on with the new one. */
  const reading = async <Result>(read: () => Result | Promise<Result>): Promise<Result> => {
    writer.flush()
    try {
      return await read()
    } catch (error) {
      if (!isUnusable(error)) throw error
      writer.startAnew()
      return await read()
    }
  }

  const findIds = async (query: string): Promise<number[]> => {
    const found: number[] = []
    for await (const part of allParts(question(query))) for (const id of part) found.push(id)
    return found
  }

  async function search({ query, before, limit }: LogPageQuery): Promise<LogPage> {
    if (before === null || latest.query !== query) latest = { query, ids: await findIds(query) }
    const { ids } = latest
    const rows: ExchangeSummary[] = []
    for (
      let at = before === null ? 0 : firstBelow(ids, before);
      at < ids.length && rows.length < limit;
      at++
    ) {
      const row = writer.stores().exchanges.findRow(ids[at] ?? 0)
      if (row) rows.push(row)
    }
    return { rows, matched: ids.length, total: total() }
  }

  function newest({ before, limit }: LogPageQuery): LogPage {
    const rows = writer.stores().exchanges.newest(before ?? Number.MAX_SAFE_INTEGER, clearedTo(), limit)
    return { rows, matched: total(), total: total() }
  }

  const newestId = (): number => Math.max(writer.stores().exchanges.highestId(), ...writer.waiting.keys())

  const total = (): number => {
    const { exchanges } = writer.stores()
    const unwritten = [...writer.waiting.values()].filter(
      one => isVisible(one.row) && !exchanges.findRow(one.row.id)
    )
    return exchanges.count(clearedTo()) + unwritten.length
  }

  const rowsOf = (ids: number[]): ExchangeSummary[] =>
    ids.flatMap(id => {
      const row = writer.waiting.get(id)?.row ?? writer.stores().exchanges.findRow(id)
      return row && isVisible(row) ? [row] : []
    })

  const question = (query: string): Question => {
    const { exchanges } = writer.stores()
    const ends = exchanges.ends()
    const isWithoutHoles = ends !== null && ends.to - ends.from + 1 === exchanges.count(0)
    return { terms: parseLogQuery(query).terms, now: clock.now(), clearedTo: clearedTo(), isWithoutHoles }
  }

  /** Where nothing is asked for and no number is missing, the numbers are known without reading a row. */
  const knownRange = ({ terms, isWithoutHoles }: Question): { from: number; to: number } | null =>
    terms.length > 0 || clearedTo() > 0 || !isWithoutHoles ? null : writer.stores().exchanges.ends()

  async function* allParts(asked: Question): AsyncGenerator<number[]> {
    const range = knownRange(asked)
    if (range === null) yield* long.run('find', asked)
    else yield falling(range.to, range.to - range.from + 1)
  }

  const find = (id: number): Recorded | null => writer.waiting.get(id) ?? writer.stores().exchanges.find(id)

  return {
    find,
    total,

    page: (query: LogPageQuery): Promise<LogPage> =>
      reading(async () => {
        const { terms } = parseLogQuery(query.query)
        const page = terms.length === 0 ? newest(query) : await search(query)
        return withWaiting(page, waitingRows(terms), query)
      }),

    get: (id: number, isWhole: boolean): Promise<ExchangeDetail | null> =>
      reading(() => {
        const recorded = find(id)
        return recorded ? toDetail(recorded, changesOf(id), isWhole) : null
      }),

    count: (query: string): Promise<number> => reading(async () => (await findIds(query)).length),

    /** Everything that matches, newest first. The first part comes as soon as its rows are found. */
    async *search({ query, first }: LogSearch): AsyncGenerator<LogFound> {
      writer.flush()
      const asked = question(query)
      const unwritten = waitingRows(asked.terms)
        .map(row => row.id)
        .toSorted((a, b) => b - a)
      let rowsLeft = first
      const tell = (ids: number[], runs: Run[], isDone: boolean): LogFound => {
        const rows = rowsOf(ids.slice(0, rowsLeft)).reverse()
        rowsLeft -= Math.min(rowsLeft, ids.length)
        return { rows, runs, total: total(), newest: newestId(), isDone }
      }
      const range = knownRange(asked)
      if (range !== null) {
        const newer = unwritten.filter(id => id > range.to)
        const count = range.to - range.from + 1
        const newest = [...newer, ...falling(range.to, Math.min(count, first))]
        yield tell(newest, [...toRuns(newer), [range.from, count]], true)
        return
      }
      const known = new Set(unwritten)
      let part = unwritten
      for await (const ids of allParts(asked)) {
        part = part.concat(ids.filter(id => !known.has(id)))
        yield tell(part, toRuns(part), false)
        part = []
      }
      yield tell(part, toRuns(part), true)
    },

    rows: (ids: number[]): ExchangeSummary[] => rowsOf(ids),

    /** Those of the rows that match; for filters that look into texts. */
    matching(query: string, ids: number[]): number[] {
      const { terms } = parseLogQuery(query)
      const now = clock.now()
      return ids.filter(id => {
        const recorded = find(id)
        return recorded !== null && isVisible(recorded.row) && matches(terms, recorded.row, recorded, now)
      })
    },

    activity: (query: string, about: number): Promise<LogActivity> =>
      reading(async () => {
        for await (const activity of long.run('activity', question(query), about)) return activity
        return { from: clock.now(), intervalMs: 1_000, intervals: [] }
      }),

    /** Everything that matches as a file, in pieces. */
    async *exported(query: string, form: ExportForm): AsyncGenerator<FilePiece> {
      writer.flush()
      yield* long.runPatiently('export', question(query), form)
    },

    /** The same, written into a file. */
    async *exportedTo(query: string, form: ExportForm, file: string): AsyncGenerator<FileStep> {
      writer.flush()
      yield* long.exportTo(question(query), form, file)
    },

    async *details(query: string): AsyncGenerator<ExchangeDetail[]> {
      const ids = (await reading(() => findIds(query))).reverse()
      for (let at = 0; at < ids.length; at += BATCH_ROWS) {
        const found = ids.slice(at, at + BATCH_ROWS).flatMap(id => find(id) ?? [])
        yield found.map(recorded => toDetail(recorded, changesOf(recorded.row.id), true))
        await rest()
      }
    },

    nearestFailed(id: number, direction: 'newer' | 'older'): number | null {
      writer.flush()
      return writer.stores().exchanges.nearestFailed(id, direction, clearedTo())
    }
  }
}
