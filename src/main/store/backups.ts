import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import type { Backup, BackupCheck, BackupKind } from '../../shared/backup'
import { checkOf, forgetCheck, noteCheck, readFacts } from './backup-facts'
import { checkThoroughly } from './health'
import { latestMigration } from './migrate'
import { openReadOnly, openSqlite, type Db } from './sqlite'

export type { Backup } from '../../shared/backup'

/** A backup cannot be made or used; the message is for people. */
export class UnfitBackup extends Error {
  override name = 'UnfitBackup'
}

/** How a file's name begins, by what it was made for. */
const PREFIXES: Record<BackupKind, string> = {
  scheduled: 'usher-',
  'by-hand': 'by-hand-',
  'before-restore': 'before-restore-',
  'before-reset': 'before-reset-',
  'before-schema': 'before-schema-'
}
const OURS = /^(usher|by-hand|before-restore|before-reset)-([\dT-]+)\.db$|^before-schema-\d+\.db$/
/** At one stretch: in steps, every write in between would make SQLite begin again. */
const ALL_PAGES = 2 ** 31 - 1

export const backupFolder = (dataFolder: string): string => join(dataFolder, 'backups')

/** `usher-2026-01-01T12-00-00.db` */
export const backupName = (kind: Exclude<BackupKind, 'before-schema'>, at: number): string =>
  `${PREFIXES[kind]}${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}.db`

/** Newest first, with what is known of each. */
export function listBackups(dataFolder: string): Backup[] {
  const folder = backupFolder(dataFolder)
  if (!existsSync(folder)) return []
  const facts = readFacts(folder)
  return readdirSync(folder)
    .filter(name => OURS.test(name))
    .map((name): Backup => {
      const { mtimeMs, size: bytes } = statSync(join(folder, name))
      const at = momentIn(name) ?? Math.round(mtimeMs)
      return { name, kind: kindOf(name), at, bytes, check: checkOf(facts, name, bytes) }
    })
    .sort((a, b) => b.at - a.at || b.name.localeCompare(a.name))
}

const kindOf = (name: string): BackupKind =>
  (Object.keys(PREFIXES) as BackupKind[]).find(kind => name.startsWith(PREFIXES[kind])) ?? 'by-hand'

/** The time in a name; null where it has none, or none that a calendar knows. */
function momentIn(name: string): number | null {
  const [, day, hours, minutes, seconds] = /(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)\.db$/.exec(name) ?? []
  const at = Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`)
  return Number.isNaN(at) ? null : at
}

/**
 * Copies the directory while it is in use, as of one moment (SQLite's online backup), and checks the copy; only a sound one gets
 * its name. Long: belongs on another thread.
 *
 * @param kept how many scheduled ones stay, this one included; others are never removed here
 * @throws UnfitBackup, or a system error when the disk is full
 */
export async function createBackup(
  db: Db,
  dataFolder: string,
  {
    kind,
    now,
    kept
  }: { kind: Exclude<BackupKind, 'before-schema' | 'before-restore'>; now: number; kept: number }
): Promise<Backup> {
  const folder = backupFolder(dataFolder)
  mkdirSync(folder, { recursive: true })
  const name = backupName(kind, now)
  const partial = join(folder, `${name}.partial`)
  try {
    rmSync(partial, { force: true })
    await db.backup(partial, { progress: () => ALL_PAGES })
    leaveLogMode(partial)
    const check = examine(partial, now)
    if (check.finding !== null)
      throw new UnfitBackup(`The backup is not like the directory: ${check.finding}.`)
    renameSync(partial, join(folder, name))
    noteCheck(folder, name, check)
  } finally {
    rmSync(partial, { force: true })
  }
  const scheduled = listBackups(dataFolder).filter(one => one.kind === 'scheduled')
  for (const old of scheduled.slice(kept)) removeBackup(dataFolder, old.name)
  return listed(dataFolder, name)
}

/** A file that nobody writes needs no log beside it. */
export function leaveLogMode(file: string): void {
  const copy = openSqlite(file, { synchronous: 'FULL', busyMs: 0 })
  try {
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
}

/**
 * Reads every page of a backup and keeps what was found. Long: belongs on another thread.
 *
 * @throws UnfitBackup when there is none of that name
 */
export function checkBackup(dataFolder: string, name: string, now: number): Backup {
  const file = backupFile(dataFolder, name)
  noteCheck(backupFolder(dataFolder), name, examine(file, now))
  return listed(dataFolder, name)
}

export function removeBackup(dataFolder: string, name: string): void {
  rmSync(backupFile(dataFolder, name), { force: true })
  forgetCheck(backupFolder(dataFolder), name)
}

/**
 * Where a backup lies.
 *
 * @param backup a name in the data folder's `backups`, or an absolute path
 * @throws UnfitBackup when there is none, naming those that there are
 */
export function backupFile(dataFolder: string, backup: string): string {
  const file = isAbsolute(backup) ? backup : join(backupFolder(dataFolder), backup)
  if (existsSync(file)) return file
  const known = listBackups(dataFolder).map(({ name }) => name)
  throw new UnfitBackup(
    `There is no backup ${backup}. ${known.length === 0 ? 'The data folder has none.' : `There are: ${known.join(', ')}.`}`
  )
}

function listed(dataFolder: string, name: string): Backup {
  const found = listBackups(dataFolder).find(one => one.name === name)
  if (!found) throw new UnfitBackup(`There is no backup ${name}.`)
  return found
}

/** Reads every page and counts. @returns what is wrong with the file, or null */
export const verifyBackup = (file: string): string | null => examine(file, 0).finding

function examine(file: string, at: number): BackupCheck {
  let db: Db | null = null
  try {
    db = openReadOnly(file)
    const finding = checkThoroughly(db) ?? miscount(db) ?? newer(db)
    return { at, finding, counts: countsOf(db) }
  } catch (error) {
    return { at, finding: error instanceof Error ? error.message : String(error), counts: null }
  } finally {
    db?.close()
  }
}

function countsOf(db: Db) {
  const totals = new Map(
    db
      .prepare<[], { type: string; total: number }>('SELECT type, total FROM resource_counts')
      .all()
      .map(({ type, total }) => [type, total])
  )
  const tokens = db.prepare<[], number>('SELECT count(*) FROM tokens').pluck().get() ?? 0
  return { users: totals.get('User') ?? 0, groups: totals.get('Group') ?? 0, tokens }
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

function newer(db: Db): string | null {
  const schema = db.prepare<[], number>('SELECT max(number) FROM migrations').pluck().get() ?? 0
  return schema > latestMigration ? 'it was written by a newer Usher' : null
}

/** The newest backup that is sound now, or null. */
export const newestSoundBackup = (dataFolder: string): Backup | null =>
  listBackups(dataFolder).find(({ name }) => verifyBackup(join(backupFolder(dataFolder), name)) === null) ??
  null
