import type { Change } from '../../shared/change'
import type { CycleSummary } from '../../shared/cycle'
import type { ExchangeSummary } from '../../shared/exchange'
import type { Run } from '../../shared/log-contract'
import type { Clock } from '../platform/clock'
import { forecast } from './cycles'
import { createReader } from './reader'
import type { Recorded } from './record'
import { createRecorder } from './recorder'
import { createLongReading } from './search/long-reading'
import { createTraffic } from './search/patience'
import { createUpkeep } from './search/upkeep'
import { createSweeper } from './sweeper'
import type { RetentionLimits } from './retention'
import type { ConsoleJournal } from './types'
import { createWriter } from './writer'

interface Options {
  /** The journal's own file, or ":memory:". */
  file: string
  clock: Clock
  /** Numbers given start above this: the directory may already name newer ones than the log has. */
  minId: number
  retention: RetentionLimits
  changesOf(exchangeId: number): Change[]
  /** The built log-reader-worker.js: long reading runs in a thread of its own. Without it, on the engine's. */
  readerFile?: string
  /** Somebody may search it: what is recorded is made searchable when there is time. */
  isSearched?: boolean
}

/** How long a clearing can be undone, in milliseconds. */
const UNDO_MS = 10_000

/**
 * Opens the request log. It always opens: a damaged file is set aside, and where nothing can be written the log is kept in
 * memory and `trouble` says so.
 */
export function createJournal({
  file,
  clock,
  minId,
  retention,
  changesOf,
  readerFile,
  isSearched = true
}: Options): ConsoleJournal {
  const listeners = new Set<(row: ExchangeSummary) => void>()
  const writer = createWriter(file, clock)

  let sideTrouble: string | null = null
  // A listener that fails must not fail the request that is being recorded.
  const announce = (row: ExchangeSummary): void => {
    for (const listener of listeners) {
      try {
        listener(row)
      } catch (error) {
        sideTrouble = `The log could not be shown live: ${reasonOf(error)}`
      }
    }
  }
  const lastId = Math.max(writer.stores().lastId, minId)
  const traffic = createTraffic()
  const recorder = createRecorder({ writer, clock, lastId, announce, traffic })
  const removedListeners = new Set<(runs: Run[]) => void>()
  const reading = createLongReading({ writer, file, script: readerFile, changesOf, traffic })
  const upkeep = createUpkeep({
    reading,
    lastId: () => recorder.lastId(),
    isSearched,
    onTrouble(error) {
      sideTrouble = `Searching may be slow, and words of deleted requests may still be in the search index: ${reasonOf(error)}`
    }
  })
  const sweeper = createSweeper(writer, clock, retention, {
    onRemoved(runs) {
      for (const listener of removedListeners) listener(runs)
    },
    onSwept: upTo => upkeep.deleted(upTo)
  })
  const reader = createReader({ writer, reading, clock, clearedTo: () => sweeper.clearedTo(), changesOf })
  sweeper.finishClearing()

  const alter = (id: number, change: (recorded: Recorded) => Recorded): boolean => {
    const recorded = recorder.inFlight(id) ?? reader.find(id)
    if (recorded) recorder.alter(change(recorded))
    return recorded !== null
  }

  return {
    open: exchange => recorder.open(exchange),
    close: (id, exchange) => recorder.close(id, exchange),
    note: (story, resource, deed) => recorder.note(story, resource, deed),
    reserve: () => recorder.reserve(),
    page: query => reader.page(query),
    get: (id, { isWhole }) => reader.get(id, isWhole),
    count: query => reader.count(query),
    activity: (query, about) => reader.activity(query, about),
    exported: (query, form) => reader.exported(query, form),
    exportedTo: (query, form, file) => reader.exportedTo(query, form, file),
    search: query => reader.search(query),
    rows: ids => reader.rows(ids),
    matching: (query, ids) => reader.matching(query, ids),
    onRemoved(listener) {
      removedListeners.add(listener)
      return () => void removedListeners.delete(listener)
    },
    details: query => reader.details(query),
    nearestFailed: (id, direction) => reader.nearestFailed(id, direction),

    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },

    setPinned: (id, isPinned) => alter(id, recorded => ({ ...recorded, row: { ...recorded.row, isPinned } })),
    setNote: (id, note) => alter(id, recorded => ({ ...recorded, note: note.trim() === '' ? null : note })),

    clear() {
      writer.flush()
      const before = reader.total()
      sweeper.clearTo(recorder.lastId(), UNDO_MS)
      const keptCount = reader.total()
      return { clearedCount: before - keptCount, keptCount, undoUntil: clock.now() + UNDO_MS }
    },
    undoClear: () => sweeper.undoClear(),

    cycles(limit): CycleSummary[] {
      writer.flush()
      const newestFirst = writer.stores().cycles.newest(Math.max(limit, 6))
      const next = forecast(newestFirst)
      return newestFirst
        .slice(0, limit)
        .map((cycle, index) => ({ ...cycle, next: index === 0 ? next : null }))
    },

    setRetention: limits => sweeper.setLimits(limits),
    usage() {
      const usage = sweeper.usage(reader.total())
      return { ...usage, bytes: usage.bytes + reading.indexBytes() }
    },
    countBeyond: limits => sweeper.countBeyond(limits),

    trouble: () => writer.trouble() ?? sideTrouble,
    setAside: () => writer.setAside(),
    flush: () => writer.flush(),
    shutDown() {
      sweeper.stop()
      upkeep.stop()
      void reading.end()
      writer.close()
    }
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
