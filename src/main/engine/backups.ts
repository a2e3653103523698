import type { Backup, BackupInterval } from '../../shared/backup'
import type { Settings } from '../../shared/settings'
import type { BackupDesk } from '../console/deps'
import type { AppLog } from '../platform/app-log'
import type { Clock } from '../platform/clock'
import { readFacts } from '../store/backup-facts'
import { backupFolder, listBackups, removeBackup } from '../store/backups'
import type { Stores } from '../store/stores'

interface BackupParts {
  stores: Pick<Stores, 'reader' | 'resources' | 'commit'>
  dataFolder: string
  settings: () => Settings
  clock: Clock
  appLog: AppLog
  reopen: ((restore: string) => void) | undefined
  onChange(): void
}

/** How soon after the start and how often it is looked whether one is due, in milliseconds. */
const FIRST_LOOK_MS = 60_000
const LOOK_MS = 10 * 60_000

const DAY_MS = 24 * 3_600_000
const DUE_MS: Record<BackupInterval, number> = { off: Infinity, daily: DAY_MS, weekly: 7 * DAY_MS }

/** Backups of a directory that has something in it, beside its work: by schedule and by hand. What fails is tried again and told. */
export function createBackups(parts: BackupParts) {
  const { stores, dataFolder, settings, clock, appLog, reopen, onChange } = parts
  let last: Promise<unknown> = Promise.resolve()
  let runningCount = 0
  let checking: Promise<void> | null = null
  let isStopped = false

  /** One after the other: each holds all that was answered before it was asked for. */
  async function create(kind: 'scheduled' | 'by-hand' | 'before-reset'): Promise<Backup> {
    runningCount++
    onChange()
    const made = last.then(async () => {
      await stores.commit.settled()
      return stores.reader.run('backUp', { kind, now: clock.now(), kept: settings()['backups.kept'] })
    })
    last = made.catch(() => undefined)
    try {
      return await made
    } finally {
      runningCount--
      onChange()
    }
  }

  async function createIfDue(): Promise<void> {
    const newest = listBackups(dataFolder).find(({ kind }) => kind === 'scheduled')
    const isEmpty = stores.resources.counts().every(({ total }) => total === 0)
    const dueMs = DUE_MS[settings()['backups.every']]
    if (isEmpty || dueMs === Infinity || (newest && Math.abs(clock.now() - newest.at) < dueMs)) return
    try {
      await create('scheduled')
    } catch (error) {
      if (!isStopped) appLog.warn('The scheduled backup could not be made', error)
    }
  }

  /** What came here unseen, from a schema step, a restore or another computer, is looked into when somebody looks at the list. */
  async function checkUnseen(): Promise<void> {
    for (const { name, check } of listBackups(dataFolder)) {
      if (check !== null) continue
      await stores.reader.run('checkBackup', name, clock.now())
      onChange()
    }
  }

  const first = setTimeout(() => void createIfDue(), FIRST_LOOK_MS).unref()
  const interval = setInterval(() => void createIfDue(), LOOK_MS).unref()

  const desk: BackupDesk = {
    list() {
      const backups = listBackups(dataFolder)
      if (backups.some(({ check }) => check === null)) {
        checking ??= checkUnseen()
          .catch((error: unknown) => {
            if (!isStopped) appLog.warn('A backup could not be checked', error)
          })
          .finally(() => (checking = null))
      }
      const folder = backupFolder(dataFolder)
      return { backups, folder, lastRestore: readFacts(folder).lastRestore, isRunning: runningCount > 0 }
    },
    create,
    check: name => stores.reader.run('checkBackup', name, clock.now()),
    preview: name => stores.reader.run('previewRestore', name, clock.now()),
    remove(name) {
      removeBackup(dataFolder, name)
      onChange()
    },
    // The answer goes out before the engine ends.
    restore: reopen ? name => void setImmediate(() => reopen(name)) : null
  }

  return {
    desk,
    createIfDue,
    stop(): void {
      isStopped = true
      clearTimeout(first)
      clearInterval(interval)
    }
  }
}
