import { basename } from 'node:path'
import type { Clock } from '../platform/clock'
import { isSqliteError } from '../store/sqlite-errors'
import { createCycleStore, createCycleTracker } from './cycles'
import { IN_MEMORY, isUnusable, openJournalFile, setFileAside, type Db } from './database'
import { createExchangeStore } from './exchanges'
import { createMarkStore } from './marks'
import { weightOf, type Recorded } from './record'

/** How long a row may wait for its batch, in milliseconds: a crash loses at most this much of the log, and nothing else. */
const BATCH_MS = 25
/** A batch is written at once when it has so many rows, or so many characters. */
const BATCH_ROWS = 250
const BATCH_WEIGHT = 1_000_000
/** While writing fails: how often it is tried again, and how many rows wait in memory meanwhile. */
const RETRY_MS = 5_000
const WAITING_ROWS = 2_000
const WAITING_WEIGHT = 32_000_000

/**
 * Owns the journal's file and the rows that are not in it yet. Nothing here throws: when the disk refuses, the newest rows
 * wait in memory, `trouble` says why, and writing is tried again.
 */
export function createWriter(file: string, clock: Clock) {
  let setAside: string | null = null
  let standingTrouble: string | null = null
  let writeTrouble: string | null = null
  let lostCount = 0
  let spoiled: { count: number; reason: string } | null = null
  let stores = openStores()
  const tracker = createCycleTracker(stores.latestCycle)

  // Made anew for each batch: a Map that is emptied leaves its former tables chained behind it, and dead rows live on in them.
  let waiting = new Map<number, Recorded>()
  let weight = 0
  let lastId = 0
  let timer: { handle: NodeJS.Timeout; dueAt: number } | null = null
  let isClosed = false

  function openStores() {
    try {
      const opened = openJournalFile(file, clock.now(), prepareStores)
      setAside = opened.setAside ?? setAside
      return opened.ready
    } catch (error) {
      standingTrouble = `The log cannot be written to ${basename(file)}: ${reason(error)}. It is kept in memory until Usher ends.`
      return openJournalFile(IN_MEMORY, clock.now(), prepareStores).ready
    }
  }

  /** The batch is written after this long, or earlier if that was planned before. */
  function schedule(delayMs: number): void {
    const dueAt = performance.now() + delayMs
    if (isClosed || (timer !== null && timer.dueAt <= dueAt)) return
    if (timer !== null) clearTimeout(timer.handle)
    timer = { handle: setTimeout(flush, delayMs), dueAt }
  }

  function flush(): void {
    if (timer !== null) clearTimeout(timer.handle)
    timer = null
    if (isClosed || (waiting.size === 0 && tracker.altered().length === 0)) return
    try {
      writeBatch()
    } catch (error) {
      recover(error)
    }
  }

  /** Sorts out what failed: the file, the disk, or a row of the batch. */
  function recover(error: unknown): void {
    stores.exchanges.recount()
    try {
      if (isUnusable(error)) startAnew()
      else if (isDiskFault(error)) return refuse(error)
      else dropSpoiled()
      writeBatch()
    } catch (again) {
      refuse(again)
    }
  }

  /** One row that cannot be stored must not keep the others from it. */
  function dropSpoiled(): void {
    for (const [id, recorded] of waiting) {
      try {
        stores.together(() => stores.exchanges.put(recorded))
      } catch (error) {
        if (isDiskFault(error)) throw error
        waiting.delete(id)
        spoiled = { count: (spoiled?.count ?? 0) + 1, reason: reason(error) }
      }
    }
  }

  function writeBatch(): void {
    stores.together(() => {
      for (const recorded of waiting.values()) stores.exchanges.put(recorded)
      for (const cycle of tracker.altered()) stores.cycles.put(cycle)
      stores.marks.write('last-id', lastId)
    })
    if (writeTrouble !== null) stores.exchanges.recount()
    waiting = new Map()
    tracker.settled()
    weight = 0
    writeTrouble = null
  }

  function refuse(error: unknown): void {
    writeTrouble = `The log is not being written: ${reason(error)}. The directory goes on answering.`
    dropOldest()
    schedule(RETRY_MS)
  }

  function dropOldest(): void {
    for (const [id, recorded] of waiting) {
      if (waiting.size <= WAITING_ROWS && weight <= WAITING_WEIGHT) break
      waiting.delete(id)
      weight -= weightOf(recorded)
      lostCount++
    }
  }

  function startAnew(): void {
    stores.db.close()
    try {
      setAside = setFileAside(file, clock.now())
    } catch (error) {
      standingTrouble = `The damaged log ${basename(file)} cannot be set aside: ${reason(error)}.`
    }
    stores = openStores()
  }

  return {
    stores: (): Stores => stores,
    tracker,
    /** Rows not in the file yet, by number. */
    get waiting(): ReadonlyMap<number, Recorded> {
      return waiting
    },
    put(recorded: Recorded): void {
      const replaced = waiting.get(recorded.row.id)
      weight += weightOf(recorded) - (replaced ? weightOf(replaced) : 0)
      waiting.set(recorded.row.id, recorded)
      lastId = Math.max(lastId, recorded.row.id)
      if (writeTrouble !== null) dropOldest()
      else if (waiting.size >= BATCH_ROWS || weight >= BATCH_WEIGHT) schedule(0)
      schedule(writeTrouble === null ? BATCH_MS : RETRY_MS)
    },
    flush,
    /** For a reader that met damage: sets the file aside and goes on with a new one. */
    startAnew,
    trouble(): string | null {
      const missing = lostCount > 0 ? `${lostCount} requests are missing from it.` : null
      const unstored = spoiled && `${spoiled.count} requests could not be recorded: ${spoiled.reason}.`
      return (
        [writeTrouble ?? standingTrouble, missing, unstored].filter(part => part !== null).join(' ') || null
      )
    },
    /** The name of the file that was damaged and set aside, if that happened since the start. */
    setAside: (): string | null => setAside,
    isInMemory: (): boolean => standingTrouble !== null,
    close(): void {
      flush()
      isClosed = true
      if (timer !== null) clearTimeout(timer.handle)
      stores.db.close()
    }
  }
}
export type Writer = ReturnType<typeof createWriter>

function prepareStores(db: Db) {
  const exchanges = createExchangeStore(db)
  const cycles = createCycleStore(db)
  const marks = createMarkStore(db)
  exchanges.interruptOpen()
  exchanges.count(0)
  const transaction = db.transaction((work: () => void) => work())
  return {
    db,
    exchanges,
    cycles,
    marks,
    /** All of it or nothing. */
    together: (work: () => void): void => transaction.immediate(work),
    /** As found when the file was opened. */
    lastId: Math.max(exchanges.highestId(), marks.read('last-id')),
    clearedTo: marks.read('cleared-to'),
    latestCycle: cycles.newest(1)[0] ?? null
  }
}
export type Stores = ReturnType<typeof prepareStores>

const isDiskFault = (error: unknown): boolean =>
  isSqliteError(
    error,
    'SQLITE_FULL',
    'SQLITE_IOERR',
    'SQLITE_BUSY',
    'SQLITE_LOCKED',
    'SQLITE_READONLY',
    'SQLITE_PERM',
    'SQLITE_CANTOPEN'
  )

function reason(error: unknown): string {
  if (isSqliteError(error, 'SQLITE_FULL')) return 'the disk is full'
  if (isSqliteError(error, 'SQLITE_READONLY', 'SQLITE_PERM', 'SQLITE_CANTOPEN'))
    return 'the file may not be written'
  if (isSqliteError(error, 'SQLITE_BUSY', 'SQLITE_LOCKED')) return 'another program holds the file'
  return error instanceof Error ? error.message : String(error)
}
