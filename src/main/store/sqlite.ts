import Sqlite from 'better-sqlite3'
import { nativeBinding } from '../platform/native-binding'
import { registerFunctions } from './sql-functions'

export type Db = Sqlite.Database

interface Options {
  /** FULL: an answered write survives a power cut. NORMAL: it survives a crash of the program. Not kept in the file, so set on every open. */
  synchronous: 'FULL' | 'NORMAL'
  /** How long a statement may wait for another connection, in milliseconds. It blocks the thread. */
  busyMs: number
  /** Of a new file. */
  pageBytes?: number
}

/**
 * Opens or creates a database in WAL mode with foreign keys on. ":memory:" gives one that is never written.
 *
 * @throws SqliteError when the file is no database, damaged in its first pages, or may not be opened.
 */
export function openSqlite(file: string, { synchronous, busyMs, pageBytes }: Options): Db {
  const db = keepPlans(new Sqlite(file, { nativeBinding: nativeBinding(), timeout: busyMs }))
  try {
    // Only counts for a new file: before its first page is written.
    if (pageBytes !== undefined) db.pragma(`page_size = ${pageBytes}`)
    db.pragma('auto_vacuum = INCREMENTAL')
    db.pragma('journal_mode = WAL')
    db.pragma(`synchronous = ${synchronous}`)
    db.pragma('foreign_keys = ON')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

const READER_CACHE_KIB = 16_384

/**
 * A second connection that can only read; a file that is in use is seen as of the last commit. It knows the functions of filters:
 * indexes over values of custom schemas call them, and no check of such a file gets by without.
 */
export function openReadOnly(file: string, cacheKib = READER_CACHE_KIB): Db {
  const db = keepPlans(
    new Sqlite(file, { nativeBinding: nativeBinding(), readonly: true, fileMustExist: true, timeout: 5000 })
  )
  registerFunctions(db)
  db.pragma('temp_store = MEMORY')
  db.pragma(`cache_size = -${cacheKib}`)
  return db
}

/**
 * SQLite looks at the values of parameters that are compared or limit a result, and plans such a statement anew as soon as one is
 * bound anew. With better-sqlite3 that is every time: 15 to 20 µs for a statement of 3. Behind a plus no value is looked at; it
 * changes nothing else.
 */
function keepPlans(db: Db): Db {
  const prepare = db.prepare.bind(db)
  db.prepare = ((text: string) => prepare(text.replace(LOOKED_AT, '$1 +$2'))) as Db['prepare']
  return db
}

const LOOKED_AT = /([=<>]|\bLIMIT|\bOFFSET)\s+([?@])/g
