import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { type Answer, handOn, openFront, openOutgoingProxy, TEST_AUTHORITY } from '../../../test/tls-front'
import { describeFinding } from '../../shared/words/tunnel'
import { startEngine } from '../engine/started.fixture'
import { createTunnelChecks } from '../http/tunnel-checks'
import { systemClock } from '../platform/clock'
import { examine } from './doctor'

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

/** A server that knows the doctor's nonces, as the SCIM listener does, and 404 in SCIM's form for all else. */
async function openListener() {
  const checks = createTunnelChecks(systemClock)
  const server = createServer((request, response) => {
    if (checks.answer(request, response, request.url ?? '')) return
    response.writeHead(404, { 'Content-Type': 'application/scim+json' })
    response.end('{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"404"}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  closers.push(() => new Promise(resolve => server.close(resolve)))
  const { port } = server.address() as AddressInfo
  return { checks, local: `http://127.0.0.1:${port}` }
}

async function examined(
  front: (local: string) => Answer,
  { certificate = 'tunnel', ca = TEST_AUTHORITY, path = '' } = {}
) {
  const { checks, local } = await openListener()
  const { origin, close } = await openFront(front(local), certificate)
  closers.push(close)
  return examine(origin + path, {
    openNonce: checks.open,
    closeNonce: checks.close,
    now: Date.now,
    env: {},
    ca
  })
}

const page =
  (status: number, html: string, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', ...headers })
    response.end(html)
  }

test('a tunnel that hands everything on is green, and its round trip is measured', async () => {
  const report = await examined(local => handOn(() => local))
  expect(report).toMatchObject({ isGreen: true, findings: [{ kind: 'local-name' }] })
  expect(report.roundTripMs).toBeGreaterThanOrEqual(0)
})

test('a proxy that hands on /scim/v2 alone stays green, but it is told that OAuth clients get no tokens', async () => {
  const report = await examined(local => (request, response) => {
    if (request.url?.startsWith('/scim/v2/')) handOn(() => local)(request, response)
    else response.writeHead(404).end('not here')
  })
  expect(report).toMatchObject({
    isGreen: true,
    findings: [{ kind: 'token-endpoint', status: 404 }, { kind: 'local-name' }]
  })
})

test('a query written anew by a proxy is still the same query', async () => {
  const rewrite = (sent: { path: string }) =>
    void (sent.path = sent.path.replaceAll('+', '%20').replaceAll('%27', "'").replaceAll('%c3', '%C3'))
  expect(await examined(local => handOn(() => local, rewrite))).toMatchObject({ isGreen: true })
})

test.each<[fault: string, front: (local: string) => Answer, finding: object]>([
  [
    'a web page',
    () => page(200, '<!doctype html><html><head><title>Welcome to nginx!</title></head></html>'),
    { kind: 'web-page', firstLine: 'Welcome to nginx!', isInterstitial: false }
  ],
  [
    'ngrok’s warning page',
    () =>
      page(511, '<html><body>You are about to visit</body></html>', { 'ngrok-error-code': 'ERR_NGROK_6024' }),
    { kind: 'web-page', isInterstitial: true }
  ],
  ['502', () => page(502, '<h1>502 Bad Gateway</h1>'), { kind: 'tunnel-down', status: 502, by: null }],
  [
    'Cloudflare without a tunnel',
    () => page(530, 'error code: 1033', { 'cf-ray': 'x' }),
    { kind: 'tunnel-down', status: 530, by: 'Cloudflare' }
  ],
  [
    'a redirect',
    () => page(301, '', { Location: 'https://www.contoso.example/' }),
    { kind: 'redirect', status: 301, location: 'https://www.contoso.example/' }
  ],
  ['a login', () => (_q, response) => void response.writeHead(401).end('no'), { kind: 'login', status: 401 }],
  [
    'another server',
    () => (_q, response) => void response.writeHead(200).end('hello'),
    { kind: 'wrong-host' }
  ],
  [
    'a path prefix',
    local =>
      handOn(
        () => local,
        sent => void (sent.path = `/inner${sent.path}`)
      ),
    { kind: 'wrong-path', arrived: '/inner/scim/v2' }
  ],
  [
    'a path replaced',
    local =>
      handOn(
        () => local,
        sent => void (sent.path = '/')
      ),
    { kind: 'wrong-path', arrived: null }
  ],
  [
    'no Authorization',
    local =>
      handOn(
        () => local,
        sent => void delete sent.headers.authorization
      ),
    { kind: 'authorization', isMissing: true }
  ],
  [
    'another Authorization',
    local =>
      handOn(
        () => local,
        sent => void (sent.headers.authorization = 'Basic x')
      ),
    { kind: 'authorization', isMissing: false }
  ],
  [
    'no query',
    local =>
      handOn(
        () => local,
        sent => void (sent.path = sent.path.replace(/\?.*/, ''))
      ),
    { kind: 'query-mangled', arrived: '' }
  ],
  [
    'no PATCH',
    local => (request, response) =>
      request.method === 'PATCH'
        ? void response.writeHead(405).end()
        : handOn(() => local)(request, response),
    { kind: 'method-blocked', method: 'PATCH', status: 405 }
  ],
  [
    'another Content-Type',
    local =>
      handOn(
        () => local,
        ({ headers }) => headers['content-type'] && (headers['content-type'] = 'text/plain')
      ),
    { kind: 'header-mangled', header: 'Content-Type', arrived: 'text/plain' }
  ],
  [
    'small bodies only',
    local => (request, response) =>
      Number(request.headers['content-length'] ?? 0) > 1_000_000
        ? void response.writeHead(413).end()
        : handOn(() => local)(request, response),
    { kind: 'size-limit', status: 413 }
  ]
])('%s is told apart', async (_fault, front, finding) => {
  const report = await examined(front)
  expect(report.isGreen).toBe(false)
  expect(report.findings).toContainEqual(expect.objectContaining(finding))
  for (const found of report.findings) expect(describeFinding(found).fix).not.toBe('')
})

test.each([
  ['expired', { certificate: 'expired' }, 'expired'],
  ['other-name', { certificate: 'other-name' }, 'name-mismatch'],
  ['tunnel', { ca: '' }, 'unknown-issuer']
])('the certificate "%s" is told as %s', async (_name, options, trouble) => {
  const report = await examined(local => handOn(() => local), options)
  expect(report.findings).toMatchObject([{ kind: 'tls', trouble }])
})

test('a host without TLS, nobody listening, and no such name are told apart', async () => {
  const { checks, local } = await openListener()
  const look = (url: string) =>
    examine(url, {
      openNonce: checks.open,
      closeNonce: checks.close,
      now: Date.now,
      env: {}
    })
  const kinds = async (url: string) => (await look(url)).findings

  expect(await kinds(local.replace('http:', 'https:'))).toMatchObject([{ kind: 'tls', trouble: 'not-tls' }])
  expect(await kinds(local)).toMatchObject([{ kind: 'not-https' }])
  expect(await kinds('https://127.0.0.1:1')).toMatchObject([{ kind: 'unreachable', reason: 'ECONNREFUSED' }])
  // Too long for a name in DNS, so that no network is asked.
  const nobody = `${'n'.repeat(64)}.invalid`
  expect(await kinds(`https://${nobody}`)).toMatchObject([{ kind: 'dns', host: nobody }])
})

test('behind a company’s proxy the check goes through it, and a name that is public stays green', async () => {
  const { checks, local } = await openListener()
  const front = await openFront(handOn(() => local))
  const proxy = await openOutgoingProxy()
  closers.push(front.close, proxy.close)
  const options = { openNonce: checks.open, closeNonce: checks.close, now: Date.now, ca: TEST_AUTHORITY }
  const url = `https://tunnel.contoso.example:${front.port}`

  const report = await examine(url, { ...options, env: { HTTPS_PROXY: proxy.url } })
  expect(report).toMatchObject({ isGreen: true, findings: [] })
  expect(proxy.seen[0]).toBe(`tunnel.contoso.example:${front.port}`)
  const closed = await examine(url, { ...options, env: { HTTPS_PROXY: 'http://127.0.0.1:1' } })
  expect(closed.findings).toMatchObject([{ kind: 'proxy', reason: 'ECONNREFUSED' }])
})

test('the path of the doctor answers nobody without a nonce, and leaves no row', async () => {
  const { engine, sendRaw, rows } = await startEngine()
  const before = (await rows()).length
  const guess = await sendRaw(`/scim/v2/.tunnel-check/${'A'.repeat(32)}`)
  expect(guess.status).toBe(401)
  expect((await rows()).length).toBe(before + 1)

  const { port } = engine.console.server.state()
  const front = await openFront(handOn(() => `http://127.0.0.1:${port}`))
  closers.push(front.close)
  await engine.console.settings.set({ 'server.publicUrl': front.origin })
  const report = await engine.console.tunnel.check()
  // This process does not trust the tests' authority; that the request went out is what counts here.
  expect(report?.findings).toMatchObject([{ kind: 'tls', trouble: 'unknown-issuer' }])
  expect((await rows()).length).toBe(before + 1)
})
