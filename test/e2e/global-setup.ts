import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/**
 * Gives the tests a display of their own, so that they look the same everywhere and never disturb a desktop.
 * `-displayfd` lets Xvfb choose a free number and says it once it accepts clients.
 */
export default async function startDisplay() {
  if (!process.env.USHER_ELECTRON) {
    throw new Error('No Electron is named in USHER_ELECTRON. Run the window tests by: npm test -- --only e2e')
  }
  if (process.platform !== 'linux') return undefined

  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe']
  })
  process.env.DISPLAY = `:${await displayNumber(xvfb)}`
  delete process.env.WAYLAND_DISPLAY

  return async () => {
    xvfb.kill()
    if (xvfb.exitCode === null) await once(xvfb, 'exit')
  }
}

/** Settles on the number itself or on Xvfb's end, whichever comes first; how its pipe is closed afterwards does not matter. */
function displayNumber(xvfb: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let text = ''
  xvfb.stdio[3]?.on('data', (chunk: Buffer) => {
    text += chunk.toString()
    if (text.includes('\n')) resolve(text.trim())
  })
  xvfb.once('error', reject)
  xvfb.once('exit', () => reject(new Error('Xvfb ended before it offered a display; it said why above.')))
  return promise
}
