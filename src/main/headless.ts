import { readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { ServerState } from '../shared/contract'
import { tenantUrlOf } from '../shared/tenant-url'
import { openConsoleListener } from './console/http-carrier'
import type { OfferedBackup } from './engine-protocol'
import { exportToFile, type WantedExport } from './engine/export-file'
import { failureOf } from './engine/failure'
import { type HeadlessOptions, readOptions } from './headless/options'
import { openEngine } from './headless/reopenable'
import { createAppLog } from './platform/app-log'
import { systemClock } from './platform/clock'
import { limitNursery } from './platform/nursery'
import { decksFolder, defaultDataFolder, rendererFolder } from './platform/paths'
import { readTlsPassword } from './platform/tls-password'

limitNursery()

// The program without a window. Its first line on stdout is for machines; warnings go to stderr.
const appLog = createAppLog(line => process.stderr.write(line))
const options = optionsOrEnd()
const dataFolder = options.dataFolder ?? defaultDataFolder()

try {
  if (options.export) await exportAndEnd(options.export)
  const { server, consoleUrl } = await start()
  const scim = tenantUrlOf(null, server.host, server.port)
  print({ ready: true, scim, console: consoleUrl, data: dataFolder, pid: process.pid })
} catch (error) {
  const { reason, detail, backup } = failureOf(error, dataFolder)
  if (reason === 'unexpected') appLog.warn('Usher could not start', error)
  end(backup ? `${detail} ${offer(backup)}` : detail, backup)
}

async function exportAndEnd(wanted: WantedExport): Promise<never> {
  const written = await exportToFile(dataFolder, wanted)
  writeSync(process.stdout.fd, `${JSON.stringify({ exported: wanted.file, written })}\n`)
  process.exit(0)
}

async function start() {
  const engine = openEngine(
    {
      ...options,
      dataFolder,
      hasConsole: options.consolePort !== null,
      decksFolder: decksFolder(import.meta.dirname),
      readerFile: join(import.meta.dirname, 'reader-worker.js'),
      logReaderFile: join(import.meta.dirname, 'log-reader-worker.js'),
      simulatorFile: join(import.meta.dirname, 'simulator-worker.js'),
      environmentToken: process.env.USHER_TOKEN || undefined,
      ...readTlsPassword(process.env),
      version: readVersion(),
      clock: systemClock,
      appLog
    },
    endAfterReopening
  )
  const server = await engine.start()
  requireRunning(server)

  const { consolePort: port } = options
  const browser =
    port === null
      ? null
      : await openConsoleListener(engine.console, {
          port,
          rendererFolder: rendererFolder(import.meta.dirname)
        })

  stopOnSignals(async () => {
    await browser?.close()
    await engine.stop()
  })
  return { server, consoleUrl: browser?.url ?? null }
}

/** Whatever watches over the process starts it again, without the backup. */
function endAfterReopening(error: unknown): void {
  appLog.warn('The engine could not be opened again', error)
  process.exit(1)
}

/** Nobody is there to ask for another port. */
function requireRunning({ state, port, trouble }: ServerState): void {
  if (state === 'running') return
  end(
    state === 'port-taken'
      ? `Port ${port} is in use by another program. Start with another --port, or with --port 0 for any free one.`
      : (trouble ?? 'The SCIM listener could not be opened.')
  )
}

function stopOnSignals(stop: () => Promise<void>): void {
  let isStopping = false
  const onSignal = async () => {
    if (isStopping) return
    isStopping = true
    await stop()
    process.exit(0)
  }
  process.on('SIGTERM', () => void onSignal())
  process.on('SIGINT', () => void onSignal())
}

function optionsOrEnd(): HeadlessOptions {
  try {
    return readOptions(process.argv.slice(2))
  } catch (error) {
    return end(error instanceof Error ? error.message : String(error))
  }
}

/** Seen from `out/main`. */
function readVersion(): string {
  const text = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

function offer({ name, at }: OfferedBackup): string {
  const day = new Date(at).toISOString().slice(0, 16).replace('T', ' ')
  return `The newest sound backup is ${name} (${day} UTC). Start with --restore ${name} to go on from it; the damaged file is kept.`
}

function end(error: string, backup?: OfferedBackup): never {
  // Written at once: what is still on its way to a pipe is lost at exit.
  writeSync(
    process.stdout.fd,
    `${JSON.stringify({ ready: false, error, ...(backup && { backup: backup.name }) })}\n`
  )
  process.exit(1)
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
