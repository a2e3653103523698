import { statSync } from 'node:fs'
import type { Db } from './database'
import { isSqliteError } from './sqlite-errors'

/** The directory file cannot be read as what it should be. Never answered by starting with an empty one. */
export class DamagedDatabase extends Error {
  constructor(
    readonly file: string,
    readonly finding: string
  ) {
    super(
      `The directory file ${file} is damaged: ${finding}. Restore a backup of it, or move it away to start empty.`
    )
    this.name = 'DamagedDatabase'
  }
}

/**
 * What can be checked in the same few milliseconds whatever the size: is it SQLite at all, is it as long as it says, are its
 * schema and the tables that everything needs readable. `checkThoroughly` reads every page and belongs on another thread.
 *
 * @throws DamagedDatabase
 */
export function checkQuickly(db: Db, file: string): void {
  whenDamaged(file, () => {
    // Also folds in a write-ahead log that a crash left behind, so that the length below is the whole truth.
    db.pragma('wal_checkpoint(PASSIVE)')
    db.prepare('SELECT count(*) FROM sqlite_schema').get()

    const pages = Number(db.pragma('page_count', { simple: true }))
    const pageSize = Number(db.pragma('page_size', { simple: true }))
    const bytes = statSync(file).size
    if (!hasLog(file) && bytes < pages * pageSize) {
      throw new DamagedDatabase(file, `it is ${bytes} bytes long and should be ${pages * pageSize}`)
    }
    for (const table of SMALL_TABLES) {
      if (!hasTable(db, table)) continue
      const verdict = db.pragma(`quick_check('${table}')`, { simple: true })
      if (verdict !== 'ok') throw new DamagedDatabase(file, String(verdict))
    }
    for (const table of LARGE_TABLES) {
      if (!hasTable(db, table)) continue
      // Two questions: asked at once, SQLite would read the whole table.
      db.prepare(`SELECT min(rowid) FROM ${table}`).get()
      db.prepare(`SELECT max(rowid) FROM ${table}`).get()
    }
  })
}

/** Reads every page: seconds per gigabyte. @returns what is wrong, or null. */
export function checkThoroughly(db: Db): string | null {
  const verdict = String(db.pragma('integrity_check(1)', { simple: true }))
  return verdict === 'ok' ? null : verdict
}

const SMALL_TABLES = ['settings', 'tokens', 'resource_counts', 'migrations']
const LARGE_TABLES = ['resources', 'former_members', 'deleted_resources', 'changes']

const hasTable = (db: Db, table: string): boolean =>
  db.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`).get(table) !== undefined

const hasLog = (file: string): boolean => (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0

/** @throws DamagedDatabase in place of what SQLite says about a file that it cannot read */
export function whenDamaged<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (isSqliteError(error, 'SQLITE_NOTADB')) throw new DamagedDatabase(file, 'it is not a SQLite file')
    if (isSqliteError(error, 'SQLITE_CORRUPT')) throw new DamagedDatabase(file, (error as Error).message)
    throw error
  }
}
