import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { AlteredMigration, migrate, NewerDatabase, type Migration } from '../store/migrate'
import { openSqlite, type Db } from '../store/sqlite'
import { isSqliteError } from '../store/sqlite-errors'
import initial from './migrations/0001-initial.sql?raw'
import cycleStarts from './migrations/0002-cycle-starts.sql?raw'
import searchInBlocks from './migrations/0003-search-in-blocks.sql?raw'
import { ReadingFailed } from './search/reading-failed'

export type { Db } from '../store/sqlite'

/** In order; never edited after landing. */
export const MIGRATIONS: Migration[] = [
  { number: 1, name: 'initial', sql: initial },
  { number: 2, name: 'cycle-starts', sql: cycleStarts },
  { number: 3, name: 'search-in-blocks', sql: searchInBlocks }
]

/** ":memory:" keeps the log until the program ends. */
export const IN_MEMORY = ':memory:'

const CACHE_KIB = 8_192
// 16 MB: a checkpoint waits for the disk.
const CHECKPOINT_PAGES = 4_000

/** Nobody else writes this file. Should another program hold it, the batch is tried again later rather than waited for. */
const BUSY_MS = 50

/**
 * Opens or creates the journal's file. The log is worth less than the directory: a file that is damaged or of another version
 * is set aside under a dated name and a new one begins.
 *
 * @param prepare reads what must be readable from the start; damage that it meets counts like damage met in opening.
 * @returns what `prepare` made of it, and the name of the file set aside, if one was.
 * @throws SqliteError when the place cannot be written at all.
 */
export function openJournalFile<Ready>(
  file: string,
  now: number,
  prepare: (db: Db) => Ready
): { ready: Ready; setAside: string | null } {
  if (file !== IN_MEMORY) mkdirSync(dirname(file), { recursive: true })
  try {
    return { ready: openReady(file, prepare), setAside: null }
  } catch (error) {
    if (!isUnusable(error)) throw error
    const setAside = setFileAside(file, now)
    return { ready: openReady(file, prepare), setAside }
  }
}

/** Whether the file itself is at fault, rather than the disk or its permissions. */
export const isUnusable = (error: unknown): boolean =>
  isSqliteError(error, 'SQLITE_CORRUPT', 'SQLITE_NOTADB') ||
  (error instanceof ReadingFailed && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code ?? '')) ||
  error instanceof NewerDatabase ||
  error instanceof AlteredMigration

/** Renames the file and its write-ahead log. @returns the new name. */
export function setFileAside(file: string, now: number): string {
  const stamp = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')
  let name = file.replace(/\.db$/, `-set-aside-${stamp}.db`)
  for (let count = 2; existsSync(name); count++)
    name = file.replace(/\.db$/, `-set-aside-${stamp}-${count}.db`)
  renameSync(file, name)
  for (const end of ['-wal', '-shm']) {
    if (existsSync(file + end)) renameSync(file + end, name + end)
  }
  return name
}

function openReady<Ready>(file: string, prepare: (db: Db) => Ready): Ready {
  const db = openSqlite(file, { synchronous: 'NORMAL', busyMs: BUSY_MS })
  try {
    db.pragma(`cache_size = -${CACHE_KIB}`)
    db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
    db.pragma(`journal_size_limit = ${64 * 1024 * 1024}`)
    migrate(db, dirname(file), MIGRATIONS)
    return prepare(db)
  } catch (error) {
    db.close()
    throw error
  }
}
