import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkQuickly, whenDamaged } from './health'
import { lockFolder } from './lock'
import { migrate } from './migrate'
import { registerFunctions } from './sql-functions'
import { openSqlite, type Db } from './sqlite'

export type { Db } from './sqlite'

export interface OpenedDatabase {
  db: Db
  /** Folds the write-ahead log into the file, closes it and gives the folder free. */
  close(): void
}

export const DATABASE_FILE = 'usher.db'

// 16 MB: a burst of writes pays for few checkpoints, and none of them takes long.
const CHECKPOINT_PAGES = 4000
// What is read again and again fits; the rest is in the system's own cache of files, a microsecond away.
const CACHE_KIB = 16_384

/**
 * Opens `usher.db` in the data folder, creating both when missing, and brings its schema up to date.
 *
 * @throws FolderInUse, DamagedDatabase, NewerDatabase or AlteredMigration, each with a sentence for people.
 */
export function openDatabase(folder: string): OpenedDatabase {
  mkdirSync(folder, { recursive: true })
  const lock = lockFolder(folder)
  try {
    const db = openFile(join(folder, DATABASE_FILE))
    try {
      migrate(db, folder)
    } catch (error) {
      db.close()
      throw error
    }
    return { db, close: () => close(db, lock) }
  } catch (error) {
    lock.release()
    throw error
  }
}

function openFile(file: string): Db {
  const db = whenDamaged(file, () => openSqlite(file, { synchronous: 'FULL', busyMs: 5000 }))
  try {
    // First: indexes over values of custom schemas call them.
    registerFunctions(db)
    checkQuickly(db, file)
    db.pragma('temp_store = MEMORY')
    db.pragma(`cache_size = -${CACHE_KIB}`)
    db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
    db.pragma(`journal_size_limit = ${64 * 1024 * 1024}`)
  } catch (error) {
    db.close()
    throw error
  }
  return db
}

function close(db: Db, lock: { release(): void }): void {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    db.close()
    lock.release()
  }
}
