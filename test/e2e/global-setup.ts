import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'

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
  process.env.DISPLAY = `:${await firstLine(xvfb.stdio[3] as Readable)}`
  delete process.env.WAYLAND_DISPLAY

  return async () => {
    xvfb.kill()
    if (xvfb.exitCode === null) await once(xvfb, 'exit')
  }
}

async function firstLine(stream: Readable): Promise<string> {
  let text = ''
  for await (const chunk of stream) {
    text += String(chunk)
    if (text.includes('\n')) return text.trim()
  }
  throw new Error('Xvfb ended before it offered a display; it said why above.')
}
