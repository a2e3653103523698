import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { expect, onTestFinished, test } from 'vitest'
import type { Contract } from '../../shared/contract'
import { startEngine } from '../engine/started.fixture'
import { openConsoleListener } from './http-carrier'

async function openBrowserConsole() {
  const started = await startEngine()
  const rendererFolder = mkdtempSync(join(tmpdir(), 'usher-renderer-'))
  mkdirSync(join(rendererFolder, 'assets'))
  writeFileSync(join(rendererFolder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">')
  const listener = await openConsoleListener(() => started.engine.console, { port: 0, rendererFolder })
  onTestFinished(listener.close)
  const { origin } = new URL(listener.url)
  return { ...started, ...listener, origin }
}

/** Goes to the address with the key, as the browser does, and keeps the cookie. */
async function enter(url: string): Promise<string> {
  const entered = await fetch(url, { redirect: 'manual' })
  expect(entered.status).toBe(303)
  expect(entered.headers.get('location')).toBe('/')
  const cookie = entered.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/)
  return cookie.split(';')[0] ?? ''
}

const clientOf = (origin: string, cookie: string): ContractRouterClient<Contract> =>
  createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers: { cookie } }))

/** fetch may not set Host. */
const statusWithHost = (origin: string, host: string, cookie: string): Promise<number> =>
  new Promise((resolve, reject) => {
    request(origin, { headers: { host, cookie } }, answer => resolve(answer.resume().statusCode ?? 0))
      .on('error', reject)
      .end()
  })

test('the key opens one session; the page comes with its policy and nonce', async () => {
  const { url, origin } = await openBrowserConsole()
  const cookie = await enter(url)
  const page = await fetch(origin, { headers: { cookie } })
  const nonce = /content="([^"]+)"/.exec(await page.text())?.[1] ?? 'none'
  expect(page.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
  expect((await fetch(url, { redirect: 'manual' })).status).toBe(401)
  expect((await fetch(url, { redirect: 'manual', headers: { cookie } })).status).toBe(303)
})

test('without the cookie nothing is answered, neither page nor call', async () => {
  const { origin } = await openBrowserConsole()
  expect((await fetch(origin)).status).toBe(401)
  expect((await fetch(`${origin}/?key=guessed`, { redirect: 'manual' })).status).toBe(401)
  const call = { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } }
  expect((await fetch(`${origin}/rpc/tokens/list`, call)).status).toBe(401)
})

test('a foreign Host, Origin or site is refused, even with the cookie', async () => {
  const { url, origin } = await openBrowserConsole()
  const cookie = await enter(url)
  expect(await statusWithHost(origin, 'rebound.example', cookie)).toBe(403)
  expect(await statusWithHost(origin, '127.0.0.1:1', cookie)).toBe(403)
  const call = (headers: Record<string, string>) =>
    fetch(`${origin}/rpc/tokens/list`, {
      method: 'POST',
      body: '{}',
      headers: { 'Content-Type': 'application/json', cookie, ...headers }
    }).then(({ status }) => status)
  expect(await call({ Origin: 'http://evil.example' })).toBe(403)
  expect(await call({ Origin: 'null' })).toBe(403)
  expect(await call({ Origin: origin })).toBe(200)
})

test('calls, typed errors and streams travel as they do over a port', async () => {
  const { url, origin, send } = await openBrowserConsole()
  const client = clientOf(origin, await enter(url))
  const stream = await client.events.watch()
  await send('POST', '/Users', { userName: 'anna' })
  const { value = [] } = await stream.next()
  expect(value).toContainEqual(expect.objectContaining({ kind: 'log-changed' }))
  await stream.return(undefined)
  await expect(client.users.get({ id: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND', status: 404 })
})

test('an oversized call is refused', async () => {
  const { url, origin } = await openBrowserConsole()
  const cookie = await enter(url)
  const body = JSON.stringify({ json: { name: 'x'.repeat(2_000_000), expiresAt: null } })
  const headers = { 'Content-Type': 'application/json', cookie }
  expect((await fetch(`${origin}/rpc/tokens/create`, { method: 'POST', body, headers })).status).toBe(413)
})

test('nothing of it is on the SCIM port', async () => {
  const { sendRaw } = await openBrowserConsole()
  expect((await sendRaw('/rpc/tokens/list', { method: 'POST', body: '{}' })).status).toBe(404)
  expect((await sendRaw('/')).status).toBe(404)
})

test('closing it ends open streams at once', async () => {
  const { url, origin, close, engine } = await openBrowserConsole()
  const client = clientOf(origin, await enter(url))
  const stream = await client.events.watch()
  const ended = stream.next().then(
    () => 'ended',
    () => 'ended'
  )
  await close()
  expect(await ended).toBe('ended')
  await expect.poll(() => engine.console.events.watcherCount()).toBe(0)
})
