import type { Db } from './database'
import { asStorageTrouble } from './sqlite-errors'

/** A transaction that is open: all whose works it holds wait for the same promise. */
interface Transaction {
  onDisk: Promise<void>
  resolve(): void
  reject(reason: unknown): void
}

interface Started<T> {
  result: T
  onDisk: Promise<void>
}

/**
 * Group commit. Everything written in one turn of the event loop shares one transaction, each work to be undone by itself, and
 * every promise settles only when that transaction is on disk. A lone request commits as soon as its turn ends.
 */
export function createCommit(db: Db) {
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  const savepoint = db.prepare('SAVEPOINT work')
  const release = db.prepare('RELEASE work')
  const rollbackTo = db.prepare('ROLLBACK TO work')

  let current: Transaction | null = null

  /** Runs `work` so that all of it happens or none, within whatever transaction is open. Nests. */
  function inSavepoint<T>(work: () => T): T {
    savepoint.run()
    let result: T
    try {
      result = work()
    } catch (error) {
      // On a full disk SQLite may already have given up the whole transaction; there is nothing left to return to then.
      if (db.inTransaction) {
        rollbackTo.run()
        release.run()
      }
      throw error
    }
    release.run()
    return result
  }

  function open(): Transaction {
    if (current) return current
    begin.run()
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    // Whose work threw is told that, and does not wait for this.
    promise.catch(() => undefined)
    current = { onDisk: promise, resolve, reject }
    setImmediate(finish)
    return current
  }

  function finish(): void {
    if (!current) return
    try {
      commit.run()
    } catch (error) {
      abandon(error)
      return
    }
    const settled = current
    current = null
    settled.resolve()
  }

  /** Nobody whose work was in the lost transaction may believe it was kept. */
  function abandon(error: unknown): void {
    if (db.inTransaction) rollback.run()
    const lost = current
    current = null
    lost?.reject(asStorageTrouble(error))
  }

  function start<T>(work: () => T): Started<T> {
    // The first needs no savepoint: to undo it is to undo the transaction. At most clients' pace it stays the only one.
    const isFirst = current === null
    try {
      const { onDisk } = open()
      return { result: isFirst ? work() : inSavepoint(work), onDisk }
    } catch (error) {
      if (current && (isFirst || !db.inTransaction)) abandon(error)
      throw asStorageTrouble(error)
    }
  }

  return {
    inSavepoint,

    /**
     * As `write`, for works that build on each other: the result is there at once, `onDisk` settles when it is durable. Nobody
     * outside may be told of the result before.
     */
    start,

    /**
     * Does `work` now, synchronously, and resolves with its result once it is durable. When `work` throws, only its own writes
     * are undone and the promise rejects with that error.
     *
     * @throws ScimError 507 or 503 (as a rejection) when the disk does not take the commit; then nothing of it was kept.
     */
    async write<T>(work: () => T): Promise<T> {
      const { result, onDisk } = start(work)
      await onDisk
      return result
    },

    /** Does `work` now and undoes all of it, whatever comes of it. Nobody who shares the transaction notices. */
    tryOut<T>(work: () => T): T {
      savepoint.run()
      try {
        return work()
      } catch (error) {
        throw asStorageTrouble(error)
      } finally {
        if (db.inTransaction) {
          rollbackTo.run()
          release.run()
        }
      }
    },

    /** Resolves when everything written so far is on disk: a read that saw it may be answered then, and not before. */
    settled: (): Promise<void> => current?.onDisk ?? Promise.resolve(),

    /** Commits now what is open, for shutting down. */
    flush: finish
  }
}
export type Commit = ReturnType<typeof createCommit>
