import { UnfitEnvironmentToken } from '../directory/tokens'
import type { EngineFailure, OfferedBackup } from '../engine-protocol'
import { newestSoundBackup, UnfitBackup } from '../store/backups'
import { DamagedDatabase } from '../store/health'
import { FolderInUse } from '../store/lock'
import { AlteredMigration, NewerDatabase } from '../store/migrate'
import { isSqliteError } from '../store/sqlite-errors'
import { NothingToExport } from './export-file'

const FILE_SYSTEM = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'EEXIST',
  'ENOSPC',
  'ENAMETOOLONG',
  'EISDIR'
])

/** Why the engine could not be built, as a kind for programs and a sentence for people. */
export function failureOf(
  error: unknown,
  dataFolder: string
): { reason: EngineFailure; detail: string; backup?: OfferedBackup } {
  const detail = error instanceof Error ? error.message : String(error)

  if (error instanceof UnfitEnvironmentToken) return { reason: 'environment-token', detail }
  if (error instanceof FolderInUse || error instanceof NothingToExport)
    return { reason: 'data-folder', detail }
  if (error instanceof DamagedDatabase) {
    const backup = newestSoundBackup(dataFolder)
    return { reason: 'database', detail, ...(backup && { backup: { name: backup.name, at: backup.at } }) }
  }
  if (error instanceof NewerDatabase || error instanceof AlteredMigration || error instanceof UnfitBackup) {
    return { reason: 'database', detail }
  }
  const { code = '' } = error as NodeJS.ErrnoException
  if (
    FILE_SYSTEM.has(code) ||
    isSqliteError(error, 'SQLITE_CANTOPEN', 'SQLITE_READONLY', 'SQLITE_FULL', 'SQLITE_IOERR')
  ) {
    return { reason: 'data-folder', detail: `The data folder ${dataFolder} cannot be used: ${detail}` }
  }
  return { reason: 'unexpected', detail }
}
