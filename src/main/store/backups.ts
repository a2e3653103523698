import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync } from 'node:fs'
import { renameSync, rmSync, statSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { DATABASE_FILE } from './database'
import { checkThoroughly } from './health'
import { lockFolder } from './lock'
import { openReadOnly, openSqlite, type Db } from './sqlite'

/** A copy of the directory file that was checked when it was made. */
export interface Backup {
  /** In `backups` of the data folder. */
  name: string
  at: number
  bytes: number
}

/** A backup cannot be made or used; the message is for people. */
export class UnfitBackup extends Error {
  override name = 'UnfitBackup'
}

const OURS = /^(usher-[\dT-]+|before-schema-\d+)\.db$/
const MADE_DAILY = /^usher-[\dT-]+\.db$/
const KEPT = 7
/** At one stretch: in steps, every write in between would make SQLite begin again. */
const ALL_PAGES = 2 ** 31 - 1

const folderOf = (dataFolder: string): string => join(dataFolder, 'backups')

/** Newest first. */
export function listBackups(dataFolder: string): Backup[] {
  const folder = folderOf(dataFolder)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => OURS.test(name))
    .map(name => {
      const { mtimeMs, size } = statSync(join(folder, name))
      return { name, at: Math.round(mtimeMs), bytes: size }
    })
    .sort((a, b) => b.at - a.at || b.name.localeCompare(a.name))
}

/**
 * Copies the directory while it is in use, as of one moment (SQLite's online backup), and checks the copy; only a sound one gets
 * its name. Of those made so the newest seven stay. Long: belongs on another thread.
 *
 * @throws UnfitBackup, or a system error when the disk is full
 */
export async function createBackup(db: Db, dataFolder: string, now: number): Promise<Backup> {
  const folder = folderOf(dataFolder)
  mkdirSync(folder, { recursive: true })
  const name = `usher-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')}.db`
  const partial = join(folder, `${name}.partial`)
  try {
    rmSync(partial, { force: true })
    await db.backup(partial, { progress: () => ALL_PAGES })
    leaveLogMode(partial)
    const finding = verifyBackup(partial)
    if (finding !== null) throw new UnfitBackup(`The backup is not like the directory: ${finding}.`)
    renameSync(partial, join(folder, name))
  } finally {
    rmSync(partial, { force: true })
  }
  for (const old of listBackups(dataFolder)
    .filter(one => MADE_DAILY.test(one.name))
    .slice(KEPT)) {
    rmSync(join(folder, old.name), { force: true })
  }
  return { name, at: now, bytes: statSync(join(folder, name)).size }
}

/** A file that nobody writes needs no log beside it. */
function leaveLogMode(file: string): void {
  const copy = openSqlite(file, { synchronous: 'FULL', busyMs: 0 })
  try {
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
}

/** Reads every page and counts. @returns what is wrong with the file, or null */
export function verifyBackup(file: string): string | null {
  let db: Db | null = null
  try {
    db = openReadOnly(file)
    return checkThoroughly(db) ?? miscount(db)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    db?.close()
  }
}

function miscount(db: Db): string | null {
  const wrong = db
    .prepare<[], { type: string; total: number; found: number }>(
      `SELECT c.type, c.total, (SELECT count(*) FROM resources r WHERE r.type = c.type) AS found
         FROM resource_counts c
        WHERE c.total <> found`
    )
    .get()
  return wrong ? `it has ${wrong.found} of ${wrong.total} resources of type ${wrong.type}` : null
}

/** The newest backup that is sound now, or null. */
export const newestSoundBackup = (dataFolder: string): Backup | null =>
  listBackups(dataFolder).find(({ name }) => verifyBackup(join(folderOf(dataFolder), name)) === null) ?? null

/**
 * Puts a backup in the place of the directory file. What is there now is set aside under a dated name and never deleted.
 *
 * @param backup a name in the data folder's `backups`, or an absolute path
 * @returns the name under which the old file is kept; null when there was none
 * @throws UnfitBackup, FolderInUse
 */
export function restoreBackup(dataFolder: string, backup: string, now: number): string | null {
  const source = isAbsolute(backup) ? backup : join(folderOf(dataFolder), backup)
  if (!existsSync(source)) {
    const known = listBackups(dataFolder).map(({ name }) => name)
    throw new UnfitBackup(
      `There is no backup ${backup}. ${known.length === 0 ? 'The data folder has none.' : `There are: ${known.join(', ')}.`}`
    )
  }
  const finding = verifyBackup(source)
  if (finding !== null) throw new UnfitBackup(`The backup ${backup} is damaged itself: ${finding}.`)

  const lock = lockFolder(dataFolder)
  try {
    const file = join(dataFolder, DATABASE_FILE)
    // Complete beside the old one before that goes: whatever happens on the way, one of both is there.
    copyDurably(source, `${file}.restoring`)
    const setAside = setFileAside(dataFolder, now)
    renameSync(`${file}.restoring`, file)
    return setAside
  } finally {
    lock.release()
  }
}

function copyDurably(source: string, target: string): void {
  copyFileSync(source, target)
  const descriptor = openSync(target, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

function setFileAside(dataFolder: string, now: number): string | null {
  const file = join(dataFolder, DATABASE_FILE)
  if (!existsSync(file)) return null
  const name = `usher-replaced-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')}.db`
  for (const end of ['', '-wal', '-shm']) {
    if (existsSync(file + end)) renameSync(file + end, join(dataFolder, name + end))
  }
  return name
}
