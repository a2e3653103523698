import { parentPort, workerData } from 'node:worker_threads'
import { createEngine } from './engine'
import type { EngineOptions, FromEngine, ToEngine } from './engine-protocol'
import { failureOf } from './engine/failure'
import { createAppLog } from './platform/app-log'
import { systemClock } from './platform/clock'
import type { Settings } from '../shared/settings'

// The engine in a thread of its own, so that the thread that moves windows never waits for a disk. See engine-protocol.ts.
if (!parentPort) throw new Error('engine-worker is started as a worker thread by the desktop program')
const main = parentPort
const options = workerData as EngineOptions
const appLog = createAppLog(line => process.stderr.write(line))
const say = (message: FromEngine) => main.postMessage(message)
const sayTheme = (settings: Settings) => say({ kind: 'theme', theme: settings['appearance.theme'] })

try {
  const engine = createEngine({
    ...options,
    clock: systemClock,
    appLog,
    onServerChanged: server => say({ kind: 'server-changed', server }),
    onSettingsChanged: sayTheme
  })

  main.on('message', (message: ToEngine) => {
    if (message.kind === 'connect') engine.connect(message.port)
    else void stop(engine.stop)
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
