import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEngine, type Engine } from '../../src/main/engine'
import { silentLog } from '../../src/main/platform/app-log'
import { systemClock } from '../../src/main/platform/clock'
import { CONVERSATIONS, replay } from '../conversations/replay'
import { TEST_AUTHORITY } from '../tls-front'
import { type Site, startNginx } from './nginx'
import { createSender } from './send-through'

const TOKEN = 'a-token-for-nginx-0123456789abcdef0123456789'
const { through: sendThrough, end: endSending } = createSender()

let engine: Engine
let nginx: Awaited<ReturnType<typeof startNginx>>

async function startedEngine(port = 0) {
  const started = createEngine({
    dataFolder: mkdtempSync(join(tmpdir(), 'usher-nginx-data-')),
    port,
    host: '127.0.0.1',
    environmentToken: TOKEN,
    version: 'test',
    clock: systemClock,
    appLog: silentLog,
    tunnel: { ca: TEST_AUTHORITY, env: {} }
  })
  await started.start()
  return started
}

beforeAll(async () => {
  engine = await startedEngine()
  nginx = await startNginx(engine.console.server.state().port)
})
afterAll(async () => {
  endSending()
  await nginx.stop()
  await engine.stop()
})

const examined = async (site: Site) => {
  await engine.console.settings.set({ 'server.publicUrl': nginx.origin(site) })
  return engine.console.tunnel.check()
}

describe.each([
  ['plain', ['local-name']],
  ['rewritten', ['token-endpoint', 'local-name']]
] as const)('through nginx (%s)', (site, remarks) => {
  test('the doctor is green', async () => {
    const findings = remarks.map(kind => ({ kind }))
    expect(await examined(site)).toMatchObject({ isGreen: true, findings })
  })

  test('every conversation is answered as expected, with links that show the public address', async () => {
    for (const { name, startsAfter } of CONVERSATIONS) {
      // Each conversation begins with an empty directory, behind the same nginx.
      const { port } = engine.console.server.state()
      await engine.stop()
      engine = await startedEngine(port)
      await engine.console.settings.set({ 'server.publicUrl': nginx.origin(site) })
      const send = sendThrough(nginx.origin(site))
      if (startsAfter) expect(await replay(startsAfter, send, TOKEN)).toEqual([])
      expect(await replay(name, send, TOKEN)).toEqual([])
    }
    const headers = { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/scim+json' }
    const created = await sendThrough(nginx.origin(site))({
      method: 'POST',
      path: '/scim/v2/Users',
      headers,
      body: JSON.stringify({ userName: 'links@contoso.example' })
    })
    const { meta } = JSON.parse(created.body) as { meta: { location: string } }
    expect(meta.location.startsWith(`${nginx.origin(site)}/scim/v2/Users/`)).toBe(true)
  })
})

test('Entra’s connection test through nginx ticks the step', async () => {
  const { port } = engine.console.server.state()
  await engine.stop()
  engine = await startedEngine(port)
  expect(await replay('entra-test-connection', sendThrough(nginx.origin('plain')), TOKEN)).toEqual([])
  const { steps } = await engine.console.setup.state()
  expect(steps.find(({ name }) => name === 'connection')).toMatchObject({
    status: 'done',
    detail: { kind: 'evidence' }
  })
})

test.each<[Site, object]>([
  ['page', { kind: 'web-page', firstLine: 'Welcome to nginx!' }],
  ['gone', { kind: 'tunnel-down', status: 502 }],
  ['anonymous', { kind: 'authorization', isMissing: true }],
  ['prefixed', { kind: 'wrong-path', arrived: '/inner/scim/v2' }],
  ['redirected', { kind: 'redirect', status: 301 }],
  ['small', { kind: 'size-limit', status: 413 }]
])('the doctor is red in the right way: %s', async (site, finding) => {
  const report = await examined(site)
  expect(report?.isGreen).toBe(false)
  expect(report?.findings).toContainEqual(expect.objectContaining(finding))
})
