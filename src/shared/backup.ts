/** Copies of the directory file, in `backups` of the data folder. */

/** Why a backup was made; its name begins with it. Only scheduled ones are removed by the schedule. */
export const BACKUP_KINDS = [
  'scheduled',
  'by-hand',
  'before-restore',
  'before-reset',
  'before-schema'
] as const
export type BackupKind = (typeof BACKUP_KINDS)[number]

export const BACKUP_INTERVALS = ['off', 'daily', 'weekly'] as const
export type BackupInterval = (typeof BACKUP_INTERVALS)[number]

export interface BackupCounts {
  users: number
  groups: number
  tokens: number
}

/** What reading every page of a backup found. */
export interface BackupCheck {
  /** Epoch milliseconds. */
  at: number
  /** What is wrong, in words; null when it is sound. */
  finding: string | null
  /** null when it could not be read as far as that. */
  counts: BackupCounts | null
}

export interface Backup {
  /** The file's name in `backups`. */
  name: string
  kind: BackupKind
  /** When it was made, epoch milliseconds. */
  at: number
  bytes: number
  /** null: nobody has looked into it yet. */
  check: BackupCheck | null
}

/** The last time a backup took the place of the directory. */
export interface LastRestore {
  at: number
  /** The backup that was restored. */
  name: string
  /** The backup that holds what was there before; null when there was nothing, or it could not be read. */
  keptAs: string | null
}

export interface BackupList {
  /** Newest first. */
  backups: Backup[]
  /** Where they lie, for people. */
  folder: string
  lastRestore: LastRestore | null
  isRunning: boolean
}

/** What a restore would do to the resources of one type; at most five names of each. */
export interface TypePreview {
  type: string
  now: number
  then: number
  /** In the backup and not here now. */
  back: { count: number; names: string[] }
  /** Here now and not in the backup. */
  gone: { count: number; names: string[] }
  /** In both, as another version. */
  changed: { count: number; names: string[] }
}

/** What a restore would change, seen before it is done. */
export interface RestorePreview {
  name: string
  at: number
  types: TypePreview[]
  tokens: {
    now: number
    then: number
    /** Names of tokens that do not work now and would again. */
    worksAgain: string[]
    /** Names of tokens that work now and would no more. */
    endsNow: string[]
  }
  /** Names of settings that would have another value. */
  settings: string[]
  /** null when it stays the same. */
  port: { now: number; then: number } | null
}
