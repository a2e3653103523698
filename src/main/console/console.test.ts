import { describe, expect, test } from 'vitest'
import type { ConsoleEvent } from '../../shared/contract'
import { TOKEN, startEngine } from '../engine/started.fixture'
import { openConsole, refusal } from './opened.fixture'

describe('tokens', () => {
  test('the secret is in the answer to create and nowhere else; the token works; creating leaves a row', async () => {
    const { client, sendRaw, rows } = await openConsole()
    const { token, secret, tenantUrl } = await client.tokens.create({ name: ' Entra prod ', expiresAt: null })
    expect(secret).toMatch(/^usher_[0-9A-Za-z]{40}$/)
    expect(token).toMatchObject({ name: 'Entra prod', lastFour: secret.slice(-4), isFromEnvironment: false })
    expect(tenantUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/scim\/v2$/)
    expect(JSON.stringify(await client.tokens.list())).not.toContain(secret)

    const headers = { Authorization: `Bearer ${secret}` }
    expect((await sendRaw('/scim/v2/Users', { headers })).status).toBe(200)
    expect((await client.tokens.list()).find(({ id }) => id === token.id)?.lastUse).toMatchObject({
      address: '127.0.0.1'
    })
    expect((await rows()).map(({ story }) => story)).toContainEqual({
      kind: 'token-created',
      tokenId: token.id,
      tokenName: 'Entra prod'
    })
  })

  test('what cannot be is refused in words', async () => {
    const { client } = await openConsole()
    const { token } = await client.tokens.create({ name: 'A', expiresAt: null })
    expect(await refusal(client.tokens.create({ name: 'A', expiresAt: null }))).toContain(
      'NAME_TAKEN: There is a token named "A"'
    )
    expect(await refusal(client.tokens.create({ name: 'B', expiresAt: 1 }))).toContain('EXPIRY_PAST')
    expect(await refusal(client.tokens.create({ name: ' ', expiresAt: null }))).toContain('BAD_REQUEST')
    expect(await refusal(client.tokens.revoke({ id: 'nobody' }))).toContain('NOT_FOUND')
    expect(await refusal(client.tokens.revoke({ id: 'environment' }))).toContain('FROM_ENVIRONMENT')
    expect((await client.tokens.revoke({ id: token.id })).revokedAt).toBeGreaterThan(0)
    expect(await refusal(client.tokens.revoke({ id: token.id }))).toContain('ALREADY_REVOKED')
    await client.tokens.create({ name: 'A', expiresAt: null })
  })
})

describe('the log', () => {
  test('pages rows, newest last, and gives the whole of one with its changes', async () => {
    const { client, send, rows } = await openConsole()
    await send('POST', '/Users', { userName: 'anna', displayName: 'Anna', password: 'x' })
    await rows()
    const { rows: page } = await client.log.page({ query: '', before: null, limit: 10 })
    const [, created] = page
    const detail = await client.log.get({ id: created?.id ?? 0 })
    expect(detail).toMatchObject({ status: 201, tokenName: 'from environment', hasChange: true })
    expect(detail.changes).toMatchObject([{ verb: 'created', resource: { name: 'Anna' } }])
    expect(JSON.stringify(detail)).not.toContain(TOKEN)
  })

  test('a query that cannot be read is refused with its place; an unknown row with words', async () => {
    const { client } = await openConsole()
    expect(await refusal(client.log.page({ query: 'status:banana', before: null, limit: 10 }))).toContain(
      'BAD_QUERY'
    )
    expect(await refusal(client.log.get({ id: 999_999 }))).toContain('NOT_FOUND')
  })
})

describe('the directory', () => {
  test('users and groups as the console shows them', async () => {
    const { client, send } = await openConsole()
    const user = await send('POST', '/Users', { userName: 'anna', displayName: 'Anna' })
    const id = String(user.json.id)
    const group = await send('POST', '/Groups', { displayName: 'Sales', members: [{ value: id }] })

    expect(await client.users.page({})).toMatchObject({
      rows: [{ id, displayName: 'Anna', userName: 'anna', isActive: true, groupCount: 1 }],
      matched: 1,
      counts: { users: 1, activeUsers: 1, groups: 1 }
    })
    expect(await client.users.get({ id })).toMatchObject({
      groups: [{ group: { name: 'Sales' }, isDirect: true }]
    })
    expect(await client.groups.page({})).toMatchObject({ rows: [{ displayName: 'Sales', directCount: 1 }] })
    expect(await client.groups.members({ id: String(group.json.id), kind: 'effective' })).toMatchObject({
      rows: [{ member: { name: 'Anna' }, isDirect: true }],
      total: 1
    })
    expect(await client.users.history({ id })).toHaveLength(1)
    expect(await refusal(client.users.get({ id: 'nobody' }))).toContain('NOT_FOUND')
    expect(await refusal(client.groups.members({ id: 'nobody', kind: 'direct' }))).toContain('NOT_FOUND')
  })
})

describe('the server', () => {
  test('a taken port is a typed error; the state says so', async () => {
    const { client } = await openConsole()
    const { port: taken } = await startEngine()
    expect(await refusal(client.server.start({ port: taken }))).toBe(
      `PORT_TAKEN: Port ${taken} is in use by another program.`
    )
    expect(await client.server.state()).toMatchObject({ state: 'port-taken', port: taken })
    expect(await client.server.stop()).toMatchObject({ state: 'stopped' })
  })

  test('settings come back whole, are kept, and what they mean for the server is told', async () => {
    const { client } = await openConsole()
    const settings = await client.settings.set({ 'server.publicUrl': 'https://scim.example' })
    expect(settings).toMatchObject({ 'server.publicUrl': 'https://scim.example', 'server.port': 7643 })
    expect(await client.settings.get()).toEqual(settings)
    expect(await client.server.state()).toMatchObject({
      tenantUrl: 'https://scim.example/scim/v2',
      isReachableFromEntra: true
    })
  })
})

test('what happens elsewhere arrives as events, within 300 ms', async () => {
  const { client, send } = await openConsole()
  const stream = await client.events.watch()
  const delaysMs: number[] = []
  // The best of a few: a busy machine may hold up any one of them.
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    const awaited = new Set<ConsoleEvent['kind']>(['tokens-changed', 'directory-changed', 'log-changed'])
    await client.tokens.create({ name, expiresAt: null })
    await send('POST', '/Users', { userName: name })
    const sentAt = performance.now()
    while (awaited.size > 0) {
      const batch = await stream.next()
      if (batch.done) throw new Error('The stream of events ended.')
      for (const { kind } of batch.value) awaited.delete(kind)
    }
    delaysMs.push(performance.now() - sentAt)
  }
  expect(Math.min(...delaysMs)).toBeLessThan(300)
})

test('a closed port ends its streams', async () => {
  const { client, engine, port1 } = await openConsole()
  await client.server.state()
  const stream = await client.events.watch()
  const pending = stream.next().catch(() => undefined)
  await engine.console.tokens.create({ name: 'A', expiresAt: null })
  port1.close()
  await expect.poll(() => engine.console.events.watcherCount()).toBe(0)
  await pending
})
