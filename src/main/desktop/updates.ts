import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import type { AppUpdater } from 'electron-updater'
import type { UpdateDeed, UpdateStep } from '../../shared/update'

interface Deps {
  feed: () => string | null
  /** Everything of the updater's own lies there. */
  folder: string
  onChange: (step: UpdateStep) => void
  /** Quits in order, and does this at the very end. */
  quitAndThen: (atTheEnd: () => void) => void
}

/**
 * Updates from a generic feed (`latest.yml`, `latest-mac.yml`, `latest-linux.yml`, as electron-builder writes them). The updater is
 * loaded only when somebody asks; it neither downloads nor installs of its own accord.
 */
export function createUpdates({ feed, folder, onChange, quitAndThen }: Deps) {
  let step: UpdateStep = { kind: 'unknown' }
  let updater: AppUpdater | null = null

  function become(next: UpdateStep): UpdateStep {
    step = next
    onChange(step)
    return step
  }

  async function load(url: string): Promise<AppUpdater> {
    if (!updater) {
      const { default: electronUpdater } = await import('electron-updater')
      updater = electronUpdater.autoUpdater
      updater.logger = null
      updater.autoDownload = false
      updater.autoInstallOnAppQuit = false
      // From its source folder too, so that an update can be rehearsed.
      updater.forceDevUpdateConfig = !app.isPackaged
      updater.on('download-progress', ({ percent }) => {
        if (step.kind === 'downloading') become({ ...step, percent: Math.round(percent) })
      })
      updater.on('error', ({ message }) => become({ kind: 'failed', reason: firstLine(message) }))
    }
    const config = join(folder, 'update-feed.yml')
    writeFileSync(
      config,
      `provider: generic\nurl: ${JSON.stringify(url)}\nupdaterCacheDirName: usher-updater\n`
    )
    updater.updateConfigPath = config
    updater.setFeedURL({ provider: 'generic', url })
    return updater
  }

  async function check(url: string): Promise<void> {
    const result = await (await load(url)).checkForUpdates()
    if (result === null)
      return void become({ kind: 'failed', reason: 'This kind of installation has no updates.' })
    become(
      result.isUpdateAvailable ? { kind: 'found', version: result.updateInfo.version } : { kind: 'current' }
    )
  }

  async function download(url: string, version: string): Promise<void> {
    await (await load(url)).downloadUpdate()
    become({ kind: 'ready', version })
  }

  /** Whatever fails is the step itself; nobody waits for it. */
  function run(work: Promise<void>): UpdateStep {
    work.catch((error: unknown) =>
      become({ kind: 'failed', reason: firstLine(error instanceof Error ? error.message : String(error)) })
    )
    return step
  }

  const state = (): UpdateStep => {
    if (feed() === null) return { kind: 'off' }
    return step
  }

  return {
    state,
    go(deed: UpdateDeed): UpdateStep {
      const url = feed()
      if (url === null) return state()
      switch (deed) {
        case 'check':
          if (['checking', 'downloading', 'installing'].includes(step.kind)) return step
          become({ kind: 'checking' })
          return run(check(url))
        case 'download': {
          if (step.kind !== 'found') return step
          const { version } = step
          become({ kind: 'downloading', version, percent: 0 })
          return run(download(url, version))
        }
        case 'install':
          if (step.kind !== 'ready') return step
          become({ kind: 'installing', version: step.version })
          quitAndThen(() => updater?.quitAndInstall(false, true))
          return step
      }
    }
  }
}
export type Updates = ReturnType<typeof createUpdates>

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? ''
