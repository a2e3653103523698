import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { changeSettings } from './console/settings'
import { createEngine, type Engine } from './engine'
import type { EngineOptions, FromEngine, ToEngine } from './engine-protocol'
import { createAskDesktop } from './engine/ask-desktop'
import { checkAfterSleep, createNewsDesk } from './engine/desktop-ties'
import { failureOf } from './engine/failure'
import { createAppLog } from './platform/app-log'
import { systemClock } from './platform/clock'
import { decksFolder } from './platform/paths'

// The engine in a thread of its own, so that the thread that moves windows never waits for a disk. See engine-protocol.ts.
if (!parentPort) throw new Error('engine-worker is started as a worker thread by the desktop program')
const main = parentPort
const options = workerData as EngineOptions
const appLog = createAppLog(line => process.stderr.write(line))
const say = (message: FromEngine) => main.postMessage(message)
const { chooseFile, desktop, answered } = createAskDesktop(say)
const news = createNewsDesk(some => say({ kind: 'news', news: some }))

try {
  const engine = createEngine({
    ...options,
    decksFolder: decksFolder(import.meta.dirname),
    readerFile: join(import.meta.dirname, 'reader-worker.js'),
    logReaderFile: join(import.meta.dirname, 'log-reader-worker.js'),
    simulatorFile: join(import.meta.dirname, 'simulator-worker.js'),
    clock: systemClock,
    appLog,
    chooseFile,
    desktop,
    reopen: restore => say({ kind: 'reopen', restore }),
    onServerChanged: server => say({ kind: 'server-changed', server }),
    onSettingsChanged: settings => say({ kind: 'settings', settings }),
    onTunnelChanged: news.tunnel
  })
  engine.console.journal.subscribe(news.row)
  main.on('message', (message: ToEngine) => hear(engine, message))
  say({ kind: 'settings', settings: engine.console.settings.get() })
  say({ kind: 'ready', server: await engine.start() })
} catch (error) {
  const failure = failureOf(error, options.dataFolder)
  if (failure.reason === 'unexpected') appLog.warn('The engine could not start', error)
  say({ kind: 'failed', ...failure })
  process.exitCode = 1
  main.close()
}

function hear(engine: Engine, message: ToEngine): void {
  const { server } = engine.console
  switch (message.kind) {
    case 'connect':
      return engine.connect(message.port)
    case 'answered':
    case 'refused':
      return answered(message)
    case 'change-settings':
      return void changeSettings(engine.console, message.some)
    case 'switch-server':
      return void (message.isOn ? server.start() : server.stop())
    case 'update-changed':
      return engine.console.events.publish({ kind: 'update-changed', step: message.step })
    case 'woke-up':
      return void checkAfterSleep(engine.console)
    case 'stop':
      return void stop(engine.stop)
  }
}

async function stop(stopEngine: () => Promise<void>): Promise<void> {
  await stopEngine()
  say({ kind: 'stopped' })
  main.close()
}
