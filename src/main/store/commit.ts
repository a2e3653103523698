import type { Db } from './database'
import { asStorageTrouble } from './sqlite-errors'

interface Waiter {
  resolve(): void
  reject(reason: unknown): void
}

interface Started<T> {
  result: T
  onDisk: Promise<void>
}

/**
 * Group commit. Everything written in one turn of the event loop shares one transaction, each work in a savepoint of its own, and
 * every promise settles only when that transaction is on disk. A lone request commits as soon as its turn ends.
 */
export function createCommit(db: Db) {
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  const savepoint = db.prepare('SAVEPOINT work')
  const release = db.prepare('RELEASE work')
  const rollbackTo = db.prepare('ROLLBACK TO work')

  let waiters: Waiter[] = []
  let isOpen = false

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

  function open(): void {
    if (isOpen) return
    begin.run()
    isOpen = true
    setImmediate(finish)
  }

  function finish(): void {
    if (!isOpen) return
    try {
      commit.run()
    } catch (error) {
      abandon(error)
      return
    }
    isOpen = false
    const settled = waiters
    waiters = []
    for (const waiter of settled) waiter.resolve()
  }

  /** Nobody whose work was in the lost transaction may believe it was kept. */
  function abandon(error: unknown): void {
    if (db.inTransaction) rollback.run()
    isOpen = false
    const lost = waiters
    waiters = []
    const reason = asStorageTrouble(error)
    for (const waiter of lost) waiter.reject(reason)
  }

  function start<T>(work: () => T): Started<T> {
    let result: T
    try {
      open()
      result = inSavepoint(work)
    } catch (error) {
      if (isOpen && !db.inTransaction) abandon(error)
      throw asStorageTrouble(error)
    }
    return { result, onDisk: new Promise<void>((resolve, reject) => waiters.push({ resolve, reject })) }
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
    settled(): Promise<void> {
      if (!isOpen) return Promise.resolve()
      return new Promise((resolve, reject) => waiters.push({ resolve, reject }))
    },

    /** Commits now what is open, for shutting down. */
    flush: finish
  }
}
export type Commit = ReturnType<typeof createCommit>
