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
const BATCH_WEIGHT = 4_000_000
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
  let stores = openStores()
  const tracker = createCycleTracker(stores.cycles.newest(1)[0] ?? null)

  const waiting = new Map<number, Recorded>()
  let weight = 0
  let lastId = 0
  let timer: { handle: NodeJS.Timeout; dueAt: number } | null = null
  let isClosed = false

  function openStores() {
    try {
      const opened = openJournalFile(file, clock.now())
      setAside = opened.setAside ?? setAside
      const prepared = prepareStores(opened.db)
      prepared.exchanges.interruptOpen()
      return prepared
    } catch (error) {
      standingTrouble = `The log cannot be written to ${basename(file)}: ${reason(error)}. It is kept in memory until Usher ends.`
      return prepareStores(openJournalFile(IN_MEMORY, clock.now()).db)
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
      if (!isUnusable(error)) return refuse(error)
      startAnew()
      try {
        writeBatch()
      } catch (again) {
        refuse(again)
      }
    }
  }

  function writeBatch(): void {
    stores.db
      .transaction(() => {
        for (const recorded of waiting.values()) stores.exchanges.put(recorded)
        for (const cycle of tracker.altered()) stores.cycles.put(cycle)
        stores.marks.write('last-id', lastId)
      })
      .immediate()
    if (writeTrouble !== null) stores.exchanges.recount()
    waiting.clear()
    tracker.settled()
    weight = 0
    writeTrouble = null
  }

  function refuse(error: unknown): void {
    stores.exchanges.recount()
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
    waiting: waiting as ReadonlyMap<number, Recorded>,
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
      const sentence = writeTrouble ?? standingTrouble
      return sentence !== null && lostCount > 0 ? `${sentence} ${lostCount} requests are missing.` : sentence
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

const prepareStores = (db: Db) => ({
  db,
  exchanges: createExchangeStore(db),
  cycles: createCycleStore(db),
  marks: createMarkStore(db)
})
export type Stores = ReturnType<typeof prepareStores>

function reason(error: unknown): string {
  if (isSqliteError(error, 'SQLITE_FULL')) return 'the disk is full'
  if (isSqliteError(error, 'SQLITE_READONLY', 'SQLITE_PERM', 'SQLITE_CANTOPEN'))
    return 'the file may not be written'
  if (isSqliteError(error, 'SQLITE_BUSY', 'SQLITE_LOCKED')) return 'another program holds the file'
  return error instanceof Error ? error.message : String(error)
}
