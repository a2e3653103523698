import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { startEngine } from '../engine/started.fixture'
import { router } from './router'

async function open() {
  const started = await startEngine()
  const console = createRouterClient(router, { context: started.engine.console })
  const ended = async () => {
    for (;;) {
      const run = await console.simulator.state()
      if (run && run.endedAt !== null) return run
      await new Promise(resolve => setImmediate(resolve))
    }
  }
  return { ...started, console, ended }
}

test('a scenario runs against this console, its rows are marked, its log is Entra-like', async () => {
  const { console, ended, rows } = await open()
  const run = await console.simulator.run({ scenario: 'joiner' })
  expect(run).toMatchObject({ kind: 'scenario', title: 'Joiner', target: null, state: 'running' })
  expect(await ended()).toMatchObject({ state: 'complete', detail: null })
  const sent = (await rows()).filter(({ origin }) => origin === 'scim')
  expect(sent.length).toBeGreaterThan(20)
  expect(sent.every(row => row.isSimulated && row.tokenName === 'Simulator')).toBe(true)
  const { rows: entries, total } = await console.simulator.entries({})
  expect(entries.length).toBe(total)
  expect(entries[0]).toMatchObject({ status: 'Success', source: { type: 'Group' } })
  expect(entries.some(({ action }) => action === 'Create')).toBe(true)
})

test('one run at a time; stopping ends it before its next request', async () => {
  const { console, ended, rows } = await open()
  await console.simulator.run({ scenario: 'initial', pauseMs: 10_000 })
  await expect(console.simulator.run({ scenario: 'joiner' })).rejects.toMatchObject({ code: 'UNDER_WAY' })
  await expect(console.directory.reset({ hasBackup: false })).rejects.toMatchObject({ code: 'UNDER_WAY' })
  expect((await console.simulator.stop())?.state).toBe('stopping')
  expect(await ended()).toMatchObject({ state: 'stopped', progress: { requests: 0 } })
  expect((await rows()).filter(({ origin }) => origin === 'scim')).toEqual([])
})

test('a stopped server cannot be the target; an unknown scenario is told', async () => {
  const { console } = await open()
  await expect(console.simulator.run({ scenario: 'nothing' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await console.server.stop()
  await expect(console.simulator.run({ scenario: 'joiner' })).rejects.toMatchObject({ code: 'STOPPED' })
})

test('another server is sent to with the secret given, and without our marks', async () => {
  const { console, ended } = await open()
  const other = await open()
  const target = { url: `http://127.0.0.1:${other.port}/scim/v2`, secret: 'x'.repeat(40) }
  await console.simulator.run({ scenario: 'test-connection', target })
  expect(await ended()).toMatchObject({ state: 'quarantined', target: target.url })
  const [row] = (await other.rows()).filter(({ origin }) => origin === 'scim')
  expect(row?.isSimulated).toBe(false)
})

test('a single request is answered as it came', async () => {
  const { console } = await open()
  const body = JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'anna' })
  const created = await console.simulator.send({ method: 'POST', path: '/Users', body })
  expect(created).toMatchObject({ kind: 'answered', status: 201 })
  await expect(console.simulator.send({ method: 'POST', path: '/Users', body: '{' })).rejects.toMatchObject({
    code: 'BAD_BODY'
  })
})

test(
  'the conformance check finds no fault here, and leaves nothing behind',
  { timeout: 60_000 },
  async () => {
    const { console, ended, send } = await open()
    await console.simulator.check({})
    expect(await ended()).toMatchObject({ state: 'complete', progress: { failures: 0 } })
    const found = await console.simulator.report()
    expect(found?.report.results.filter(({ verdict }) => verdict === 'fails')).toEqual([])
    expect(found?.html).toContain('<!doctype html>')
    // What it asked for wrongly on purpose is nobody's failure.
    expect(await console.simulator.forecast()).toMatchObject({ level: 'none', totalCount: 0 })
    const { matched } = await console.log.page({ query: 'is:check is:error', before: null, limit: 1 })
    expect(matched).toBeGreaterThan(10)
    expect((await send('GET', '/Users')).json.totalResults).toBe(0)
  }
)

test('the directory is reset with a backup; what was there stays in the history', async () => {
  const { console, ended, send } = await open()
  await console.simulator.run({ scenario: 'initial' })
  await ended()
  const { rows } = await console.users.page({})
  const reset = await console.directory.reset({ hasBackup: true })
  expect(reset).toMatchObject({
    users: 12,
    groups: 4,
    backup: expect.stringMatching(/^before-reset-.*\.db$/)
  })
  expect((await send('GET', '/Users')).json.totalResults).toBe(0)
  expect((await send('GET', '/Groups')).json.totalResults).toBe(0)
  expect((await console.users.get({ id: rows[0]?.id ?? '' })).deleted).not.toBeNull()
  await console.simulator.run({ scenario: 'initial' })
  expect((await ended()).progress.failures).toBe(0)
})

test('a deck is recorded, anonymised, reordered, exported, imported, played and removed', async () => {
  const { console, ended, send } = await open()
  await console.simulator.run({ scenario: 'initial' })
  await ended()
  const { deck } = await console.decks.record({
    name: 'First day',
    from: { query: 'is:simulated' },
    isAnonymised: true
  })
  expect(deck).toMatchObject({ name: 'First day', isAnonymised: true, isShipped: false })

  const { steps, titles } = await console.decks.get({ id: deck.id })
  expect(titles.length).toBe(steps.length)
  const order = steps.map((_, place) => place).toSpliced(0, 1)
  expect((await console.decks.edit({ id: deck.id, order })).stepCount).toBe(steps.length - 1)
  await expect(console.decks.edit({ id: deck.id, order: [0, 0] })).rejects.toMatchObject({
    code: 'BAD_ORDER'
  })

  const { fileName, text } = await console.decks.exported({ id: deck.id })
  expect(fileName).toBe('First day.usher-deck.json')
  const copy = await console.decks.imported({ text })
  await expect(console.decks.imported({ text: '{}' })).rejects.toMatchObject({ code: 'NO_DECK' })
  await console.decks.remove({ id: deck.id })
  expect((await console.decks.list()).map(({ id }) => id)).toEqual([copy.id])

  await console.directory.reset({ hasBackup: false })
  await console.decks.play({ id: copy.id, speed: 0 })
  expect(await ended()).toMatchObject({ kind: 'deck', state: 'complete', progress: { failures: 0 } })
  expect((await send('GET', '/Users')).json.totalResults).toBe(12)
})
