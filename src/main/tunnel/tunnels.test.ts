import { createServer, type Server } from 'node:http'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { createServer as createTcpServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PATIENCE } from '../../../test/patience'
import type { TunnelRun } from '../../shared/tunnel'
import { startEngine } from '../engine/started.fixture'
import { findTunnels } from './find-tunnels'
import { findProgram } from './programs'
import { type RunningTunnel, runTunnel } from './run-tunnel'

const FAKES = resolve(import.meta.dirname, '../../../test/fakes')
let state = ''
const running: RunningTunnel[] = []
const servers: Server[] = []

beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'usher-tunnel-'))
  vi.stubEnv('FAKE_STATE', state)
  vi.stubEnv('PATH', `${FAKES}:${process.env.PATH}`)
})
afterEach(async () => {
  for (const tunnel of running.splice(0)) await tunnel.stop()
  for (const server of servers.splice(0)) await new Promise(done => server.close(done))
  vi.unstubAllEnvs()
})

function start(program: 'cloudflared' | 'ngrok') {
  const seen: TunnelRun[] = []
  const tunnel = runTunnel({
    program,
    file: findProgram(program) ?? '',
    leadsTo: 'http://127.0.0.1:7643',
    formerUrl: null,
    now: Date.now,
    firstPauseMs: 20,
    onChange: run => seen.push(run)
  })
  running.push(tunnel)
  return { tunnel, seen }
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test.each([
  [
    'cloudflared',
    'https://quiet-lantern-1.trycloudflare.com',
    'tunnel --no-autoupdate --url http://127.0.0.1:7643'
  ],
  [
    'ngrok',
    'https://quiet-lantern.ngrok-free.app',
    'http http://127.0.0.1:7643 --log stdout --log-format logfmt'
  ]
] as const)(
  '%s is started, its address is read from what it prints, and it is stopped',
  async (program, url, args) => {
    const { tunnel, seen } = start(program)
    await vi.waitFor(() => expect(tunnel.state()).toMatchObject({ state: 'running', url }), PATIENCE)
    expect(seen[0]?.state).toBe('starting')
    expect(readFileSync(join(state, 'arguments'), 'utf8').trim()).toBe(args)
    await tunnel.stop()
    expect(tunnel.state().state).toBe('stopped')
  }
)

test('a crash starts it again; the new host name is told beside the old one', async () => {
  writeFileSync(join(state, 'crash-1'), '')
  const { tunnel, seen } = start('cloudflared')
  await vi.waitFor(
    () =>
      expect(tunnel.state()).toMatchObject({
        state: 'running',
        url: 'https://quiet-lantern-2.trycloudflare.com',
        formerUrl: 'https://quiet-lantern-1.trycloudflare.com',
        restarts: 1
      }),
    PATIENCE
  )
  expect(seen.some(run => run.state === 'waiting' && run.retryAt !== null)).toBe(true)
  expect(tunnel.state().output.join('\n')).toContain('failed to serve tunnel connection')
})

test('a program that cannot be started is tried again, and says why', async () => {
  const tunnel = runTunnel({
    program: 'ngrok',
    file: join(state, 'nothing-here'),
    leadsTo: 'http://127.0.0.1:1',
    formerUrl: null,
    now: Date.now,
    firstPauseMs: 5,
    onChange: () => {}
  })
  running.push(tunnel)
  await vi.waitFor(() => expect(tunnel.state().restarts).toBeGreaterThan(1), PATIENCE)
  expect(tunnel.state().output.join('\n')).toContain('ENOENT')
})

test('one that runs already is found by its own API', async () => {
  const api = (answer: object) => {
    const server = createServer((_request, response) => response.end(JSON.stringify(answer))).listen(
      0,
      '127.0.0.1'
    )
    servers.push(server)
    return once(server, 'listening').then(() => (server.address() as AddressInfo).port)
  }
  const ngrok = await api({
    tunnels: [
      { public_url: 'http://x.ngrok-free.app', config: { addr: 'http://localhost:1' } },
      { public_url: 'https://x.ngrok-free.app', config: { addr: 'http://localhost:7643' } }
    ]
  })
  const cloudflared = await api({ hostname: 'y.trycloudflare.com' })
  const other = await api({ unrelated: true })

  expect(await findTunnels({ ngrok: [other, ngrok], cloudflared: [1, cloudflared] })).toEqual([
    {
      program: 'cloudflared',
      isInstalled: true,
      running: { url: 'https://y.trycloudflare.com', leadsTo: null }
    },
    {
      program: 'ngrok',
      isInstalled: true,
      running: { url: 'https://x.ngrok-free.app', leadsTo: 'http://localhost:7643' }
    }
  ])
  expect(await findTunnels({ ngrok: [other, 1], cloudflared: [other] })).toMatchObject([
    { running: null },
    { running: null }
  ])
})

test('started from the console its address becomes the Tenant URL; it ends with the engine', async () => {
  const { engine, stop, port } = await startEngine({
    tunnel: { env: { ...process.env, HTTPS_PROXY: 'http://127.0.0.1:1' } }
  })
  expect(await engine.console.tunnel.start('cloudflared')).toEqual({ kind: 'started' })
  await vi.waitFor(
    () =>
      expect(engine.console.server.state().tenantUrl).toBe(
        'https://quiet-lantern-1.trycloudflare.com/scim/v2'
      ),
    PATIENCE
  )
  expect(readFileSync(join(state, 'arguments'), 'utf8')).toContain(`--url http://127.0.0.1:${port}`)
  await vi.waitFor(() => expect(existsSync(join(state, 'pid'))).toBe(true), PATIENCE)
  const pid = Number(readFileSync(join(state, 'pid'), 'utf8'))
  expect(isAlive(pid)).toBe(true)
  await stop()
  expect(isAlive(pid)).toBe(false)
})

test('an examination that hangs does not keep the engine from ending', async () => {
  const silent = createTcpServer(() => {}).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as AddressInfo
  const { engine, stop } = await startEngine({ tunnel: { env: {} } })
  await engine.console.settings.set({ 'server.publicUrl': `https://127.0.0.1:${port}` })
  const examination = engine.console.tunnel.check()
  const connected = once(silent, 'connection')
  await connected
  await stop()
  expect(await examination).toMatchObject({ isGreen: false })
  silent.close()
})
