import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { request } from 'node:http'
import { request as requestTls } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { changeSettings } from '../../src/main/console/settings'
import { startEngine, TOKEN } from '../../src/main/engine/started.fixture'
import { PATIENCE } from '../patience'
import { certificateFile, TEST_AUTHORITY } from '../tls-front'

const USER = JSON.stringify({ userName: 'in.flight@contoso.example' })

type Started = Awaited<ReturnType<typeof startEngine>>

/** A request whose head has been accepted and whose body is still on its way. */
async function halfSent({ engine }: Started, { isTls = false } = {}) {
  const { port } = engine.console.server.state()
  const sent = (isTls ? requestTls : request)({
    host: 'localhost',
    port,
    family: 4,
    method: 'POST',
    path: '/scim/v2/Users',
    ca: TEST_AUTHORITY,
    headers: {
      Authorization: `Bearer ${TOKEN}`,
      'Content-Type': 'application/scim+json',
      'Content-Length': String(Buffer.byteLength(USER))
    }
  })
  const answered = once(sent, 'response').then(([answer]) => (answer as { statusCode: number }).statusCode)
  sent.write(USER.slice(0, 10))
  await vi.waitFor(async () => {
    const { rows } = await engine.console.journal.page({ query: '', before: null, limit: 10 })
    expect(rows.some(row => row.ending === 'open' && row.method === 'POST')).toBe(true)
  }, PATIENCE)
  return {
    finish: () => {
      sent.end(USER.slice(10))
      return answered
    }
  }
}

/** As a person would see afterwards: the user is there, and so is the row. */
async function isKept({ engine, rows }: Started) {
  expect(engine.console.views.counts()).toMatchObject({ users: 1 })
  expect((await rows()).find(({ method }) => method === 'POST')).toMatchObject({ status: 201 })
}

/** A port that another program has. */
async function takenPort(): Promise<number> {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  onTestFinished(() => new Promise(done => void other.close(() => done())))
  return (other.address() as AddressInfo).port
}

async function withTls() {
  const dataFolder = mkdtempSync(join(tmpdir(), 'usher-never-lost-'))
  mkdirSync(join(dataFolder, 'tls'))
  copyFileSync(certificateFile('tunnel.key'), join(dataFolder, 'tls', 'key.pem'))
  copyFileSync(certificateFile('tunnel.pem'), join(dataFolder, 'tls', 'certificate.pem'))
  const started = await startEngine({ dataFolder })
  await changeSettings(started.engine.console, { 'tls.isOn': true })
  return started
}

test('a certificate that breaks while a request is under way neither loses it nor ends the app', async () => {
  const started = await withTls()
  const { engine, dataFolder } = started
  const { finish } = await halfSent(started, { isTls: true })
  writeFileSync(join(dataFolder, 'tls', 'certificate.pem'), 'nonsense')
  await vi.waitFor(() => expect(engine.console.server.state().tls.kind).toBe('problem'), PATIENCE)
  expect(await finish()).toBe(201)
  await isKept(started)
  expect(engine.console.server.state()).toMatchObject({ state: 'running' })
})

test('a restart onto a broken certificate answers what it had accepted, and says why it is shut', async () => {
  const started = await withTls()
  const { engine, dataFolder } = started
  const { finish } = await halfSent(started, { isTls: true })
  writeFileSync(join(dataFolder, 'tls', 'key.pem'), 'nonsense')
  const moved = changeSettings(engine.console, { 'server.host': 'localhost' })
  expect(await finish()).toBe(201)
  await moved
  await isKept(started)
  expect(engine.console.server.state()).toMatchObject({
    state: 'stopped',
    trouble: expect.stringContaining('cannot be read')
  })
  await changeSettings(engine.console, { 'tls.isOn': false })
  await engine.console.server.start()
  expect(engine.console.server.state()).toMatchObject({ state: 'running' })
})

test('a port conflict answers what was accepted on the old port, is a state and not an end, and leaves again', async () => {
  const started = await startEngine()
  const { engine } = started
  const before = engine.console.server.state().port
  const taken = await takenPort()
  const { finish } = await halfSent(started)
  const moved = changeSettings(engine.console, { 'server.port': taken })
  expect(await finish()).toBe(201)
  await moved
  await isKept(started)
  expect(engine.console.server.state()).toMatchObject({ state: 'port-taken', port: taken })
  await engine.console.server.start({ port: before })
  expect(engine.console.server.state()).toMatchObject({ state: 'running', port: before })
})

test('a tunnel that crashes, and one that cannot be started at all, disturb no request', async () => {
  const state = mkdtempSync(join(tmpdir(), 'usher-tunnel-'))
  writeFileSync(join(state, 'crash-1'), '')
  vi.stubEnv('FAKE_STATE', state)
  vi.stubEnv('PATH', `${resolve(import.meta.dirname, '../fakes')}:${process.env.PATH}`)
  onTestFinished(() => void vi.unstubAllEnvs())
  const started = await startEngine({ tunnel: { firstPauseMs: 10, env: process.env } })
  const { engine } = started
  const { finish } = await halfSent(started)
  await engine.console.tunnel.start('cloudflared')
  await vi.waitFor(() => {
    expect(engine.console.tunnel.state().run).toMatchObject({ state: 'running', restarts: 1 })
  }, PATIENCE)
  expect(await finish()).toBe(201)
  await isKept(started)

  vi.stubEnv('PATH', '/nowhere')
  const withoutPath = await startEngine({ tunnel: { env: { PATH: '/nowhere' } } })
  expect(await withoutPath.engine.console.tunnel.start('ngrok')).toEqual({ kind: 'not-installed' })
  expect((await withoutPath.send('GET', '/Users')).status).toBe(200)
})
