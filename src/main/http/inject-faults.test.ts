import { expect, test } from 'vitest'
import { sentenceText } from '../../shared/describe'
import type { FaultEffect } from '../../shared/fault'
import { startEngine } from '../engine/started.fixture'
import { OWN_HEADER } from './own-requests'

async function startWith(effect: FaultEffect, path = '') {
  const started = await startEngine()
  const { faults } = started.engine.console
  faults.arm({ effect, method: null, path, share: 100, count: null })
  return { ...started, faults }
}

const lastSentence = async ({ lastRow }: Awaited<ReturnType<typeof startWith>>) => {
  const row = await lastRow()
  return row && sentenceText(row.story)
}

test('a status is answered in SCIM form, and the row says that it was told to', async () => {
  const started = await startWith({ kind: 'status', status: 429, retryAfterS: 7 })
  const answer = await started.send('GET', '/Users')
  expect(answer.status).toBe(429)
  expect(answer.headers['retry-after']).toBe('7')
  expect(answer.headers['content-type']).toBe('application/scim+json')
  expect(answer.json).toMatchObject({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: '429'
  })
  expect(await lastSentence(started)).toBe('Answered as told: 429')
})

test('an armed 500 is no failure of ours: nothing is said about it in our own log', async () => {
  const said: string[] = []
  const { engine, send } = await startEngine({ appLog: { warn: message => said.push(message) } })
  const effect: FaultEffect = { kind: 'status', status: 500, retryAfterS: null }
  engine.console.faults.arm({ effect, method: null, path: '', share: 100, count: null })
  expect((await send('GET', '/Users')).status).toBe(500)
  expect(said).toEqual([])
})

test('a fault comes before the token is looked at', async () => {
  const { sendRaw } = await startWith({ kind: 'status', status: 503, retryAfterS: null })
  expect((await sendRaw('/scim/v2/Users')).status).toBe(503)
})

test('a web page comes instead of SCIM', async () => {
  const started = await startWith({ kind: 'html' })
  const answer = await started.send('GET', '/Users')
  expect(answer.status).toBe(200)
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(answer.text).toMatch(/^<!doctype html>/)
  expect(await lastSentence(started)).toBe('Answered as told: a web page')
})

test('a cut connection never answers; nothing is done', async () => {
  const started = await startWith({ kind: 'drop', isWorkDone: false }, '/Users')
  await expect(started.send('POST', '/Users', { userName: 'anna' })).rejects.toThrow()
  started.faults.disarmAll()
  expect((await started.send('GET', '/Users')).json.totalResults).toBe(0)
  const [row] = await started.rows().then(rows => rows.filter(({ method }) => method === 'POST'))
  expect(row).toMatchObject({ ending: 'client-gone', status: null })
  expect(row && sentenceText(row.story)).toBe('The connection was cut, as told')
})

test('a lost answer: the work is done, the answer never comes', async () => {
  const started = await startWith({ kind: 'drop', isWorkDone: true }, '/Users')
  await expect(started.send('POST', '/Users', { userName: 'anna' })).rejects.toThrow()
  started.faults.disarmAll()
  expect((await started.send('GET', '/Users')).json.totalResults).toBe(1)
  const [row] = await started.rows().then(rows => rows.filter(({ method }) => method === 'POST'))
  expect(row).toMatchObject({ ending: 'client-gone', hasChange: true })
})

test('half of a body is no JSON', async () => {
  const { port } = await startWith({ kind: 'truncated' })
  const answer = await fetch(`http://127.0.0.1:${port}/scim/v2/Users`)
  const text = await answer.text()
  expect(answer.status).toBe(401)
  expect(text.startsWith('{"schemas"')).toBe(true)
  expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError)
})

test('a delay delays matching requests and leaves others alone', async () => {
  const started = await startWith({ kind: 'delay', delayMs: 300 }, '/Groups')
  const [slow, quick] = await Promise.all([started.send('GET', '/Groups'), started.send('GET', '/Users')])
  expect([slow.status, quick.status]).toEqual([200, 200])
  const durations = Object.fromEntries(
    (await started.rows()).filter(({ method }) => method).map(row => [row.target, row.durationMs ?? 0])
  )
  expect(durations['/scim/v2/Groups']).toBeGreaterThanOrEqual(299)
  expect(durations['/scim/v2/Users']).toBeLessThan(durations['/scim/v2/Groups'] ?? 0)
})

test('health and the console’s own checks meet no fault; a restart forgets all', async () => {
  const { engine, sendRaw, send } = await startWith({ kind: 'status', status: 500, retryAfterS: null })
  expect((await sendRaw('/health')).status).toBe(200)
  const opened = engine.console.simulator.open(null)
  expect((await send('GET', '/Users', undefined, opened?.check)).status).toBe(200)
  expect((await send('GET', '/Users', undefined, opened?.simulated)).status).toBe(500)
  const again = await startEngine()
  expect(again.engine.console.faults.list()).toEqual([])
})

test('only our own simulator is marked as simulated, and its mark is recorded nowhere', async () => {
  const { engine, send, lastRow } = await startEngine()
  const opened = engine.console.simulator.open(null)
  await send('GET', '/Users', undefined, opened?.simulated)
  const own = await lastRow()
  expect(own?.isSimulated).toBe(true)
  const detail = own && (await engine.console.journal.get(own.id, { isWhole: true }))
  expect(detail?.requestHeaders.some(([name]) => name.toLowerCase() === OWN_HEADER)).toBe(false)

  for (const faked of ['simulated', 'simulated guess', `simulated ${'x'.repeat(43)}`, 'simulated \u00e9']) {
    await send('GET', '/Users', undefined, { [OWN_HEADER]: faked })
    expect((await lastRow())?.isSimulated, faked).toBe(false)
  }
})

test('the token of a run ends with it and is in no list', async () => {
  const { engine, port, sendRaw } = await startEngine()
  const opened = engine.console.simulator.open(null)
  const headers = { Authorization: `Bearer ${opened?.target.secret}` }
  expect(opened?.target.url).toBe(`http://127.0.0.1:${port}/scim/v2`)
  expect((await sendRaw('/scim/v2/Users', { headers })).status).toBe(200)
  opened?.close()
  expect((await sendRaw('/scim/v2/Users', { headers })).status).toBe(401)
  expect(engine.console.tokens.list().map(({ name }) => name)).toEqual(['from environment'])
})
