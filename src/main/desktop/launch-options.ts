import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** How this start was asked to differ from the usual one. */
export interface LaunchOptions {
  /** Absolute. Another data folder is another Usher: own lock, own port setting, own tokens. */
  dataFolder?: string
  /** SCIM port for this start only, 0 for any free one. */
  port?: number
  /** A secret that works as long as this process runs. */
  environmentToken?: string
  /** A deck that plays once the server listens. */
  plays?: string
  /** Started by the system at login: no window until somebody wants one. */
  isHidden?: true
}

/**
 * Reads `--data DIR` (or USHER_DATA), `--port N`, `--play DECK`, `--hidden` and USHER_TOKEN. Chromium's own switches pass by unread.
 *
 * @throws Error with a sentence when the port is none.
 */
export function readLaunchOptions(argv: string[], env: NodeJS.ProcessEnv): LaunchOptions {
  const { values } = parseArgs({
    args: argv.slice(1),
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      play: { type: 'string' },
      hidden: { type: 'boolean' }
    },
    strict: false,
    allowPositionals: true
  })
  const folder = text(values.data) ?? text(env.USHER_DATA)
  const port = text(values.port)
  const plays = text(values.play)

  return {
    ...(folder !== undefined && { dataFolder: resolve(folder) }),
    ...(port !== undefined && { port: readPort(port) }),
    ...(plays !== undefined && { plays }),
    ...(values.hidden === true && { isHidden: true }),
    ...(env.USHER_TOKEN && { environmentToken: env.USHER_TOKEN })
  }
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

function readPort(value: string): number {
  const port = Number(value)
  if (/^\d{1,5}$/.test(value) && port <= 65535) return port
  throw new Error(`--port ${value} is no port. Use a number from 0 (any free port) to 65535.`)
}
