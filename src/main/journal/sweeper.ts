import type { Clock } from '../platform/clock'
import { toRuns, type Run } from '../../shared/log-contract'
import { isSqliteError } from '../store/sqlite-errors'
import { createRetention, type RetentionLimits } from './retention'
import type { Writer } from './writer'

/** How often the limits are looked at, in milliseconds. */
const SWEEP_MS = 10_000

/** While the log is kept in memory it must stay small. */
const IN_MEMORY_MEGABYTES = 64

interface Listeners {
  /** Rows that somebody may have in sight are gone. */
  onRemoved(runs: Run[]): void
  /** A sweep that deleted something is over; nothing above this number was. */
  onSwept(upTo: number): void
}

/** Deletes what the limits no longer allow and what was cleared, in slices between which the engine answers. */
export function createSweeper(
  writer: Writer,
  clock: Clock,
  initial: RetentionLimits,
  { onRemoved, onSwept }: Listeners
) {
  let limits = initial
  let clearedTo = writer.stores().clearedTo
  let undoTimer: NodeJS.Timeout | null = null
  let slice: NodeJS.Immediate | null = null
  let highestDeleted = 0
  let retention = { of: writer.stores(), statements: createRetention(writer.stores().db, clock) }
  const interval = setInterval(sweep, SWEEP_MS)
  interval.unref()

  /** The statements of the file now in use: a damaged one may have been replaced. */
  function statements() {
    if (retention.of !== writer.stores()) {
      retention = { of: writer.stores(), statements: createRetention(writer.stores().db, clock) }
    }
    return retention.statements
  }

  function sweep(): void {
    slice ??= setImmediate(sweepSlice)
  }

  function sweepSlice(): void {
    slice = null
    try {
      if (deleteSome() || statements().shrinkSlice()) sweep()
      else tellSwept()
    } catch (error) {
      // A full disk or a file in use: the next batch tells `trouble`, and the next sweep tries again.
      if (
        !isSqliteError(
          error,
          'SQLITE_FULL',
          'SQLITE_BUSY',
          'SQLITE_IOERR',
          'SQLITE_READONLY',
          'SQLITE_CORRUPT'
        )
      )
        throw error
    }
  }

  function deleteSome(): boolean {
    if (clearedTo > 0 && undoTimer === null) {
      if (deleted(statements().clearSlice(clearedTo)).length > 0) return true
      setClearedTo(0)
    }
    const { maxMegabytes } = limits
    const megabytes = writer.isInMemory() ? Math.min(maxMegabytes, IN_MEMORY_MEGABYTES) : maxMegabytes
    const isTooMany = writer.stores().exchanges.count(0) > limits.maxCount
    const gone = deleted(statements().deleteSlice({ ...limits, maxMegabytes: megabytes }, isTooMany))
    // What was cleared is gone for whoever looks already.
    const seen = gone.filter(id => id > clearedTo)
    if (seen.length > 0) onRemoved(toRuns(seen.toSorted((a, b) => b - a)))
    return gone.length > 0
  }

  function tellSwept(): void {
    if (highestDeleted > 0) onSwept(highestDeleted)
    highestDeleted = 0
  }

  function deleted(ids: number[]): number[] {
    highestDeleted = Math.max(highestDeleted, ...ids)
    writer.stores().exchanges.deleted(ids.length)
    return ids
  }

  function setClearedTo(id: number): void {
    clearedTo = id
    writer.stores().marks.write('cleared-to', id)
  }

  function endUndo(): void {
    if (undoTimer !== null) clearTimeout(undoTimer)
    undoTimer = null
  }

  return {
    /** Rows up to this number are hidden unless pinned; 0 when nothing was cleared. */
    clearedTo: (): number => clearedTo,

    /** Hides the rows up to a number now and deletes them once it can no longer be undone. */
    clearTo(id: number, undoMs: number): void {
      endUndo()
      setClearedTo(id)
      undoTimer = setTimeout(() => {
        undoTimer = null
        sweep()
      }, undoMs)
      undoTimer.unref()
    },

    undoClear(): boolean {
      if (undoTimer === null) return false
      endUndo()
      setClearedTo(0)
      return true
    },

    /** A clearing that the end of the program left unfinished, and limits that were lowered meanwhile. */
    finishClearing: sweep,

    setLimits(next: RetentionLimits): void {
      limits = next
      sweep()
    },
    countBeyond: (next: RetentionLimits): number => statements().countBeyond(next),

    usage(count: number) {
      const { exchanges, db } = writer.stores()
      const oldestAt = db
        .prepare<[number], number>(
          'SELECT started_at FROM exchanges WHERE id > ? OR is_pinned = 1 ORDER BY id LIMIT 1'
        )
        .pluck()
        .get(clearedTo)
      return {
        count,
        pinnedCount: exchanges.countPinned(),
        bytes: statements().usedBytes(),
        oldestAt: oldestAt ?? null
      }
    },

    stop(): void {
      clearInterval(interval)
      endUndo()
      if (slice !== null) clearImmediate(slice)
      slice = null
    }
  }
}
