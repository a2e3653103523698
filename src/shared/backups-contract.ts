import { oc, type } from '@orpc/contract'
import { z } from 'zod'
import type { Backup, BackupList, RestorePreview } from './backup'

/** A name in the folder of backups, never a path. */
const BackupName = z.object({ name: z.string().regex(/^[\w-]{1,100}\.db$/) })

const notThere = { NOT_FOUND: { status: 404 } } as const
/** The message says what is wrong with it. */
const fit = { ...notThere, UNFIT: { status: 409 } } as const

/** Copies of the directory: users, groups, their history, tokens and settings. The log is not part of them. */
export const backupsContract = {
  /** Those that nobody has looked into are checked meanwhile; event: `backups-changed`. */
  list: oc.output(type<BackupList>()),
  /** Copies the directory as of now, while it is in use, and checks the copy. */
  create: oc.errors({ NOT_MADE: { status: 409 } }).output(type<Backup>()),
  /** Reads every page of it. */
  check: oc.input(BackupName).errors(notThere).output(type<Backup>()),
  /** What a restore would change, by comparing the backup with what is there now. */
  preview: oc.input(BackupName).errors(fit).output(type<RestorePreview>()),
  /**
   * Puts the backup in the place of the directory: requests in flight are answered, the engine closes, what is there becomes a
   * backup itself, and the engine opens again. The console's connection ends on the way and comes back.
   */
  restore: oc
    .input(BackupName)
    .errors({ ...fit, UNDER_WAY: { status: 409 }, NOT_AVAILABLE: { status: 409 } })
    .output(type<void>()),
  remove: oc.input(BackupName).errors(notThere)
}
