import { expect, test } from 'vitest'
import type { EngineParts } from '../engine/parts'
import { startEngine } from '../engine/started.fixture'

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' }
const ENDPOINT = '/oauth2/token'

async function withClient({
  expiresAt = null,
  ...parts
}: Partial<EngineParts> & { expiresAt?: number | null } = {}) {
  const started = await startEngine(parts)
  const { tokens } = started.engine.console
  const { token: client, secret } = await tokens.create({ name: 'Contoso', expiresAt, kind: 'client' })
  const ask = (parameters: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    started.sendRaw(ENDPOINT, {
      method: 'POST',
      headers: { ...FORM, ...headers },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: client.clientId ?? '',
        client_secret: secret,
        ...parameters
      }).toString()
    })
  const list = (bearer: string) =>
    started.sendRaw('/scim/v2/Users', { headers: { Authorization: `Bearer ${bearer}` } })
  return { ...started, tokens, client, secret, ask, list }
}

test('a client fetches an access token and provisions with it, under its own name', async () => {
  const { client, ask, list, rows, tokens } = await withClient()
  const answer = await ask()
  expect(answer).toMatchObject({
    status: 200,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', pragma: 'no-cache' },
    json: {
      access_token: expect.stringMatching(/^usher_a_[0-9A-Za-z]{40}$/),
      token_type: 'Bearer',
      expires_in: 3600
    }
  })
  expect((await list(String(answer.json.access_token))).status).toBe(200)

  expect(await rows()).toMatchObject([
    { story: { kind: 'server-started' } },
    {
      method: 'POST',
      target: ENDPOINT,
      status: 200,
      tokenName: 'Contoso',
      story: { kind: 'access-granted' }
    },
    { target: '/scim/v2/Users', status: 200, tokenId: client.id, tokenName: 'Contoso' }
  ])
  expect(tokens.find(client.id)?.lastUse).toMatchObject({ address: '127.0.0.1', userAgent: null })
})

test('HTTP Basic does as well as the form', async () => {
  const { client, secret, sendRaw } = await withClient()
  const Authorization = `Basic ${Buffer.from(`${client.clientId}:${secret}`).toString('base64')}`
  const body = 'grant_type=client_credentials'
  expect(
    await sendRaw(ENDPOINT, { method: 'POST', headers: { ...FORM, Authorization }, body })
  ).toMatchObject({
    status: 200
  })
})

test('revoking the client ends its access tokens at once', async () => {
  const { client, ask, list, tokens, lastRow } = await withClient()
  const { json } = await ask()
  await tokens.revoke(client.id)
  expect(await list(String(json.access_token))).toMatchObject({
    status: 401,
    headers: { 'www-authenticate': 'Bearer realm="Usher", error="invalid_token"' }
  })
  expect(await lastRow()).toMatchObject({
    story: { kind: 'refused', refusal: { reason: 'revoked-token', tokenName: 'Contoso', isClient: true } }
  })
  expect(await ask()).toMatchObject({ status: 401, json: { error: 'invalid_client' } })
})

test('rotating keeps the client identifier; both secrets work until the old one ends', async () => {
  const { client, ask, list, tokens } = await withClient()
  const before = await ask()
  const { token: fresh, secret } = await tokens.rotate(client, null)
  expect(fresh.clientId).toBe(client.clientId)
  expect((await ask()).status).toBe(200)
  const after = await ask({ client_secret: secret })
  await tokens.revoke(client.id)
  expect((await list(String(before.json.access_token))).status).toBe(401)
  expect((await list(String(after.json.access_token))).status).toBe(200)
})

test('an access token works on after a restart', async () => {
  const { ask, stop, dataFolder } = await withClient()
  const { json } = await ask()
  await stop()
  const again = await startEngine({ dataFolder })
  const headers = { Authorization: `Bearer ${String(json.access_token)}` }
  expect((await again.sendRaw('/scim/v2/Users', { headers })).status).toBe(200)
})

test('an access token ends after an hour; the refusal says so, and the client may fetch another', async () => {
  let now = Date.UTC(2026, 10, 22)
  const { ask, list, lastRow } = await withClient({ clock: { now: () => now } })
  const first = String((await ask()).json.access_token)
  now += 3_599_999
  expect((await list(first)).status).toBe(200)
  now += 1
  expect((await list(first)).status).toBe(401)
  expect(await lastRow()).toMatchObject({
    story: { refusal: { reason: 'expired-access-token', tokenName: 'Contoso' } }
  })
  expect((await ask()).status).toBe(200)
})

test('an access token never outlives its client', async () => {
  const now = Date.UTC(2026, 10, 22)
  const { ask } = await withClient({ clock: { now: () => now }, expiresAt: now + 90_000 })
  expect((await ask()).json.expires_in).toBe(90)
})

test('a client secret is no bearer token, and a token is no client', async () => {
  const { client, secret, ask, list, lastRow, tokens } = await withClient()
  expect((await list(secret)).status).toBe(401)
  expect(await lastRow()).toMatchObject({
    story: { refusal: { reason: 'client-secret', tokenName: 'Contoso' } }
  })
  const plain = await tokens.create({ name: 'Plain', expiresAt: null })
  expect(plain.token.clientId).toBeNull()
  expect((await ask({ client_id: client.clientId ?? '', client_secret: plain.secret })).status).toBe(401)
})

test.each([
  [{ client_secret: 'wrong' }, 401, 'invalid_client', { kind: 'refused' }],
  [
    { client_id: 'nobody' },
    401,
    'invalid_client',
    { kind: 'refused', refusal: { reason: 'unknown-client' } }
  ],
  [{ grant_type: 'password' }, 400, 'unsupported_grant_type', { kind: 'failed', status: 400 }],
  [{ filler: 'x'.repeat(9_000) }, 413, 'invalid_request', { kind: 'failed', status: 413 }]
])('a token request with %j: %i %s, never cached', async (parameters, status, error, story) => {
  const { ask, lastRow } = await withClient()
  expect(await ask(parameters)).toMatchObject({
    status,
    headers: {
      'cache-control': 'no-store',
      ...(status === 401 && { 'www-authenticate': 'Basic realm="Usher"' })
    },
    json: { error, error_description: expect.any(String) }
  })
  expect(await lastRow()).toMatchObject({ status, story })
})

test('only POST, and only forms', async () => {
  const { sendRaw, lastRow } = await withClient()
  expect(await sendRaw(ENDPOINT)).toMatchObject({ status: 405, headers: { allow: 'POST' } })
  const headers = { 'Content-Type': 'application/json' }
  expect(await sendRaw(ENDPOINT, { method: 'POST', headers, body: '{"client_secret":"x"}' })).toMatchObject({
    status: 400,
    json: { error: 'invalid_request' }
  })
  expect(await lastRow()).toMatchObject({ requestBytes: 0 })
  expect(await sendRaw(ENDPOINT, { method: 'POST' })).toMatchObject({ status: 400 })
})

test('the sixth refusal within a minute waits, a good token request does not', async () => {
  const { ask } = await withClient()
  for (let count = 0; count < 5; count++) await ask({ client_secret: 'wrong' })
  const slowed = ask({ client_secret: 'wrong' }).then(() => 'refused')
  const good = ask().then(() => 'good')
  await expect(Promise.race([slowed, good])).resolves.toBe('good')
  await slowed
})

test('no row holds a client secret or an access token, ours or somebody else’s', async () => {
  const { client, secret, ask, sendRaw, rows, engine } = await withClient()
  const foreign = 'Zm9yZWlnbi1zZWNyZXQ'
  const { json } = await ask()
  await ask({ client_secret: foreign })
  await ask({ client_id: secret, client_secret: foreign })
  await ask({}, { Authorization: `Basic ${Buffer.from(`${client.clientId}:${secret}`).toString('base64')}` })
  await sendRaw(`${ENDPOINT}?client_secret=${foreign}&client%5Fsecret=${foreign}&secret=${secret}`)
  const details = await Promise.all(
    (await rows()).map(({ id }) => engine.console.journal.get(id, { isWhole: true }))
  )
  const log = JSON.stringify(details)
  for (const one of [secret, foreign, String(json.access_token)]) expect(log).not.toContain(one)
  expect(log).toContain('client_secret=(not stored)')
  expect(log).toContain('\\"access_token\\":\\"usher_…\\"')
})
