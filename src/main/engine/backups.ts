import type { AppLog } from '../platform/app-log'
import type { Clock } from '../platform/clock'
import { listBackups, type Backup } from '../store/backups'
import type { Stores } from '../store/stores'

interface BackupParts {
  stores: Pick<Stores, 'reader' | 'resources'>
  dataFolder: string
  clock: Clock
  appLog: AppLog
}

/** How often it is looked whether one is due, and how old the newest may be, in milliseconds. */
const LOOK_MS = 10 * 60_000
const DUE_MS = 24 * 3_600_000

/** Makes a backup a day of a directory that has something in it, beside its work; what fails is tried again and told. */
export function createBackups({ stores, dataFolder, clock, appLog }: BackupParts) {
  let running: Promise<Backup> | null = null

  /** One at a time: whoever asks meanwhile gets that one. */
  function create(): Promise<Backup> {
    running ??= stores.reader.run('backUp', clock.now()).finally(() => (running = null))
    return running
  }

  async function createIfDue(): Promise<void> {
    const [newest] = listBackups(dataFolder)
    const isEmpty = stores.resources.counts().every(({ total }) => total === 0)
    if (isEmpty || (newest && Math.abs(clock.now() - newest.at) < DUE_MS)) return
    try {
      await create()
    } catch (error) {
      appLog.warn('The daily backup could not be made', error)
    }
  }

  const interval = setInterval(() => void createIfDue(), LOOK_MS)
  interval.unref()

  return {
    create,
    createIfDue,
    list: (): Backup[] => listBackups(dataFolder),
    stop: (): void => clearInterval(interval)
  }
}
export type Backups = ReturnType<typeof createBackups>
