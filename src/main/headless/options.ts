import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readExportName, type WantedExport } from '../engine/export-file'

export interface HeadlessOptions {
  /** Absolute; null when none was named. */
  dataFolder: string | null
  port?: number
  host?: string
  /** null: no console. */
  consolePort: number | null
  isLogKept: boolean
  /** Writes a file and ends, without a server. */
  export?: WantedExport
  /** The name of a deck that plays once the server listens. */
  plays?: string
  /** A backup to go on from: a name in the data folder's `backups`, or an absolute path. */
  restore?: string
}

const CONSOLE_PORT = 7644

/** @throws Error with a sentence for whoever typed the arguments */
export function readOptions(args: string[]): HeadlessOptions {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
      'console-port': { type: 'string' },
      log: { type: 'string' },
      export: { type: 'string' },
      search: { type: 'string' },
      state: { type: 'string' },
      play: { type: 'string' },
      restore: { type: 'string' }
    }
  })
  return {
    dataFolder: values.data === undefined ? null : resolve(nonEmpty('--data', values.data)),
    ...(values.port !== undefined && { port: portNumber('--port', values.port) }),
    ...(values.host !== undefined && { host: nonEmpty('--host', values.host) }),
    consolePort: readConsolePort(values['console-port']),
    isLogKept: readLog(values.log),
    ...readExport(values),
    ...(values.play !== undefined && { plays: nonEmpty('--play', values.play) }),
    ...(values.restore !== undefined && { restore: readBackup(values.restore) })
  }
}

/** The name says what is written and how; a search and a state say of whom. */
function readExport({
  export: file,
  search,
  state
}: Partial<Record<'export' | 'search' | 'state', string>>): { export?: WantedExport } {
  if (file === undefined) {
    if (search === undefined && state === undefined) return {}
    throw new Error('--search and --state say whom --export writes; without it they mean nothing.')
  }
  const known = (['all', 'active', 'disabled'] as const).find(one => one === (state ?? 'all'))
  if (!known) throw new Error(`--state is "active", "disabled" or "all", not "${state}".`)
  if (readExportName(file).what === 'groups' && known !== 'all')
    throw new Error('--state is for users: groups have none.')
  return { export: { file: resolve(file), search: search ?? '', state: known } }
}

/** A bare name is one of the data folder's backups; everything else a path from here. */
function readBackup(written: string): string {
  const name = nonEmpty('--restore', written)
  return /[\\/]/.test(name) ? resolve(name) : name
}

function readConsolePort(written: string | undefined): number | null {
  if (written === undefined) return CONSOLE_PORT
  return written === 'off' ? null : portNumber('--console-port', written)
}

function readLog(written: string | undefined): boolean {
  if (written === undefined || written === 'on') return true
  if (written === 'off') return false
  throw new Error(`--log is "on" or "off", not "${written}".`)
}

function portNumber(name: string, written: string): number {
  const port = Number(written)
  if (/^\d+$/.test(written) && port <= 65_535) return port
  throw new Error(`${name} is a number from 0 (any free port) to 65535, not "${written}".`)
}

function nonEmpty(name: string, written: string): string {
  if (written.trim() !== '') return written
  throw new Error(`${name} is empty.`)
}
