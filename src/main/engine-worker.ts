import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { createEngine } from './engine'
import type { EngineOptions, FileWanted, FromEngine, ToEngine } from './engine-protocol'
import { failureOf } from './engine/failure'
import { createAppLog } from './platform/app-log'
import { systemClock } from './platform/clock'
import { decksFolder } from './platform/paths'
import type { Settings } from '../shared/settings'

// The engine in a thread of its own, so that the thread that moves windows never waits for a disk. See engine-protocol.ts.
if (!parentPort) throw new Error('engine-worker is started as a worker thread by the desktop program')
const main = parentPort
const options = workerData as EngineOptions
const appLog = createAppLog(line => process.stderr.write(line))
const say = (message: FromEngine) => main.postMessage(message)
const sayTheme = (settings: Settings) => say({ kind: 'theme', theme: settings['appearance.theme'] })

const asked = new Map<number, (path: string | null) => void>()
let lastRequest = 0

/** The path stays in this thread; the page never learns it. */
const chooseFile = (wanted: FileWanted): Promise<string | null> =>
  new Promise(resolve => {
    asked.set(++lastRequest, resolve)
    say({ kind: 'choose-file', request: lastRequest, wanted })
  })

try {
  const engine = createEngine({
    ...options,
    decksFolder: decksFolder(import.meta.dirname),
    readerFile: join(import.meta.dirname, 'reader-worker.js'),
    clock: systemClock,
    appLog,
    chooseFile,
    onServerChanged: server => say({ kind: 'server-changed', server }),
    onSettingsChanged: sayTheme
  })

  main.on('message', (message: ToEngine) => {
    switch (message.kind) {
      case 'connect':
        return engine.connect(message.port)
      case 'file-chosen':
        asked.get(message.request)?.(message.path)
        return void asked.delete(message.request)
      case 'stop':
        return void stop(engine.stop)
    }
  })
  sayTheme(engine.console.settings.get())
  say({ kind: 'ready', server: await engine.start() })
} catch (error) {
  const failure = failureOf(error, options.dataFolder)
  if (failure.reason === 'unexpected') appLog.warn('The engine could not start', error)
  say({ kind: 'failed', ...failure })
  process.exitCode = 1
  main.close()
}

async function stop(stopEngine: () => Promise<void>): Promise<void> {
  await stopEngine()
  say({ kind: 'stopped' })
  main.close()
}
