/** The whole app as the victim: started with its window on a display of its own, ended with all its processes at once. */
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { ensureElectron } from '../../scripts/setup/electron.mjs'
import { SECRET } from '../bench/servers.mjs'
import startDisplay from '../e2e/global-setup.ts'
import { commandLine } from '../e2e/launch.ts'

/** Far beyond what a start takes; an app that is not there by then does not start any more. */
const START_LIMIT_MS = 90_000

/** @returns {Promise<{ start: (folder: string) => Promise<object>, end: () => Promise<void> }>} `start` is as `startUsher` of the bench */
export async function prepareApp() {
  const { environment } = await ensureElectron()
  Object.assign(process.env, environment)
  const stopDisplay = await startDisplay()
  return { start: startApp, end: async () => stopDisplay?.() }
}

async function startApp(folder) {
  const port = await freePort()
  const [command, args] = commandLine({ dataFolder: folder, port }, [])
  // A group of its own, so that no process of the app is left out when it is killed.
  const child = spawn(command, args, {
    env: { ...process.env, USHER_TOKEN: SECRET },
    stdio: 'ignore',
    detached: true
  })
  const { pid } = child
  if (pid === undefined) throw new Error(`${command} could not be started`)
  const gone = new Promise(resolve => child.once('exit', resolve))
  const stop = signal => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-pid, signal ?? 'SIGTERM')
    return gone
  }
  const deadline = Date.now() + START_LIMIT_MS
  while (!(await answers(port))) {
    if (Date.now() > deadline || child.exitCode !== null) {
      await stop('SIGKILL')
      throw new Error(`The app did not start again on ${folder}.`)
    }
    await delay(50)
  }
  return { target: { host: '127.0.0.1', port, token: SECRET }, pid: child.pid, stop }
}

async function answers(port) {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health`)).ok
  } catch {
    // Not listening yet.
    return false
  }
}

function freePort() {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
