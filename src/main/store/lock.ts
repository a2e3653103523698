import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { nativeBinding } from '../platform/native-binding'
import { isSqliteError } from './sqlite-errors'

/** Another process has this data folder open. */
export class FolderInUse extends Error {
  constructor(readonly folder: string) {
    super(
      `The data folder ${folder} is in use by another Usher. Close that one, or start this one with another data folder.`
    )
    this.name = 'FolderInUse'
  }
}

/**
 * Holds the data folder for this process until released. The lock is SQLite's own file lock on a small file, so the system gives
 * it back however the process ends, and no stale lock ever has to be removed by hand.
 *
 * @throws FolderInUse when another process, or another engine in this one, holds it.
 */
export function lockFolder(folder: string): { release(): void } {
  const lock = new Database(join(folder, 'usher.lock'), { nativeBinding: nativeBinding(), timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    throw isSqliteError(error, 'SQLITE_BUSY') ? new FolderInUse(folder) : error
  }
  return { release: () => void lock.close() }
}

/** Why a folder cannot be opened as a data folder now, in words; null when it can. */
export function folderProblem(folder: string): string | null {
  if (!existsSync(folder)) {
    return `The data folder ${folder} is not there. Is its drive connected? Taking the workspace off the list deletes nothing.`
  }
  try {
    lockFolder(folder).release()
    return null
  } catch (error) {
    if (error instanceof FolderInUse) return error.message
    return `The data folder ${folder} cannot be used: ${error instanceof Error ? error.message : String(error)}`
  }
}
