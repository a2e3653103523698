import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'
import { noteRestore } from './backup-facts'
import { backupFile, backupFolder, backupName, leaveLogMode, UnfitBackup, verifyBackup } from './backups'
import { DATABASE_FILE } from './database'
import { lockFolder } from './lock'

/**
 * Puts a backup in the place of the directory file. What is there now becomes a backup itself, or, where it cannot be read, is set
 * aside under a dated name; nothing is deleted.
 *
 * @param backup a name in the data folder's `backups`, or an absolute path
 * @returns where the old file is kept, seen from the data folder; null when there was none
 * @throws UnfitBackup, FolderInUse
 */
export function restoreBackup(dataFolder: string, backup: string, now: number): string | null {
  const source = backupFile(dataFolder, backup)
  const finding = verifyBackup(source)
  if (finding !== null) throw new UnfitBackup(`The backup ${backup} is damaged itself: ${finding}.`)

  const lock = lockFolder(dataFolder)
  try {
    const file = join(dataFolder, DATABASE_FILE)
    // Complete beside the old one before that goes: whatever happens on the way, one of both is there.
    copyDurably(source, `${file}.restoring`)
    const kept = keepAsBackup(dataFolder, now) ?? setAside(dataFolder, now)
    renameSync(`${file}.restoring`, file)
    const folder = backupFolder(dataFolder)
    mkdirSync(folder, { recursive: true })
    const keptAs = kept?.startsWith('backups') ? basename(kept) : null
    noteRestore(folder, { at: now, name: basename(source), keptAs })
    return kept
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

/** With all that its write-ahead log still holds. @returns null when it cannot be read, or there is none */
function keepAsBackup(dataFolder: string, now: number): string | null {
  const file = join(dataFolder, DATABASE_FILE)
  if (!existsSync(file)) return null
  try {
    leaveLogMode(file)
  } catch {
    // A damaged file is the usual reason to restore: it is set aside as it is.
    return null
  }
  if (verifyBackup(file) !== null) return null
  mkdirSync(backupFolder(dataFolder), { recursive: true })
  let at = now
  while (existsSync(join(backupFolder(dataFolder), backupName('before-restore', at)))) at += 1000
  const name = backupName('before-restore', at)
  renameSync(file, join(backupFolder(dataFolder), name))
  return join('backups', name)
}

function setAside(dataFolder: string, now: number): string | null {
  const file = join(dataFolder, DATABASE_FILE)
  if (!existsSync(file)) return null
  const name = `usher-replaced-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')}.db`
  for (const end of ['', '-wal', '-shm']) {
    if (existsSync(file + end)) renameSync(file + end, join(dataFolder, name + end))
  }
  return name
}
