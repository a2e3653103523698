import { mkdtempSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { NO_DESKTOP } from '../../shared/desktop'
import type { DesktopDesk } from '../console/deps'
import { createEngine, type EngineParts } from '../engine'
import { silentLog } from '../platform/app-log'
import { systemClock } from '../platform/clock'
import type { ExchangeSummary } from '../../shared/exchange'

export const TOKEN = 'token-for-tests-0123456789-0123456789'

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
  json: Record<string, unknown>
}

type Sent = { method?: string; headers?: Record<string, string>; body?: string | Buffer }

/** The whole engine on its real floors, with a data folder of its own, listening on a free port; stopped after the test. */
export async function startEngine(options: Partial<EngineParts> = {}) {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'usher-engine-'))
  const engine = createEngine({
    port: 0,
    host: '127.0.0.1',
    environmentToken: TOKEN,
    version: 'test',
    clock: systemClock,
    appLog: silentLog,
    ...options,
    dataFolder
  })
  const { port } = await engine.start()
  let isStopped = false
  const stop = async () => {
    if (!isStopped) await engine.stop()
    isStopped = true
  }
  onTestFinished(stop)

  /** Waits until every row so far is closed. */
  const rows = async (): Promise<ExchangeSummary[]> => {
    for (;;) {
      const page = await engine.console.journal.page({ query: '', before: null, limit: 1000 })
      if (page.rows.every(row => row.ending !== 'open')) return page.rows
      await new Promise(resolve => setImmediate(resolve))
    }
  }

  return {
    engine,
    port,
    dataFolder,
    stop,
    rows,
    lastRow: async (): Promise<ExchangeSummary | undefined> => (await rows()).at(-1),
    /** Sends with the token of the environment, below the base path. */
    send: (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
      sendRaw(port, `/scim/v2${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${TOKEN}`,
          ...(body !== undefined && { 'Content-Type': 'application/scim+json' }),
          ...headers
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) })
      }),
    sendRaw: (target: string, sent: Sent = {}) => sendRaw(port, target, sent)
  }
}

function sendRaw(
  port: number,
  target: string,
  { method = 'GET', headers = {}, body }: Sent
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
    const sent = request(
      { port, host: '127.0.0.1', method, path: target, headers: { ...length, ...headers } },
      answer => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8')
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text,
            json: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {}
          })
        })
      }
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

/** A desktop that does what a test wants of it, and nothing else. */
export const desktopWith = (some: Partial<DesktopDesk>): DesktopDesk => ({
  state: () => Promise.resolve(NO_DESKTOP),
  setStartAtLogin: () => Promise.resolve(NO_DESKTOP),
  showExample: () => Promise.resolve(),
  update: () => Promise.resolve({ kind: 'off' }),
  goOnUpdating: () => Promise.resolve({ kind: 'off' }),
  workspaces: () => Promise.resolve({ workspaces: [], currentId: '' }),
  alterWorkspaces: () => Promise.resolve({ workspaces: [], currentId: '' }),
  switchWorkspace: () => Promise.resolve(),
  seal: () => Promise.resolve(null),
  unseal: () => Promise.resolve(null),
  ...some
})
