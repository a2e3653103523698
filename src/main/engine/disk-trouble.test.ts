import { expect, test, vi } from 'vitest'
import type * as stores from '../store/stores'
import { startEngine, type Answer } from './started.fixture'

const opened = vi.hoisted(() => ({ stores: null as stores.Stores | null }))
vi.mock('../store/stores', async importOriginal => {
  const original = await importOriginal<typeof stores>()
  return {
    ...original,
    openStores: (...of: Parameters<typeof original.openStores>) =>
      (opened.stores = original.openStores(...of))
  }
})

/** As a file system that lets nobody write any more: SQLite answers both alike. */
const letWrite = (isAllowed: boolean) => opened.stores?.db.pragma(`query_only = ${isAllowed ? 0 : 1}`)

test('while the directory file cannot be written, writes are refused with 503 in SCIM form and reads go on; then all goes on', async () => {
  const { send } = await startEngine()
  const anna = await send('POST', '/Users', { userName: 'anna' })
  const path = `/Users/${String(anna.json.id)}`

  letWrite(false)
  const refused = await Promise.all([
    send('POST', '/Users', { userName: 'bo' }),
    send('PATCH', path, { Operations: [{ op: 'replace', path: 'title', value: 'x' }] }),
    send('DELETE', path)
  ])
  const detail = 'The directory file cannot be written. Nothing was changed; check its permissions.'
  for (const answer of refused) expectRefusal(answer, 503, detail)
  expect((await send('GET', path)).json).toMatchObject({ userName: 'anna', meta: { version: 'W/"1"' } })

  letWrite(true)
  expect((await send('POST', '/Users', { userName: 'bo' })).status).toBe(201)
  expect((await send('GET', '/Users?count=0')).json.totalResults).toBe(2)
})

test('while the disk is full, what needs room is refused with 507 in SCIM form and reads go on; with room again all goes on', async () => {
  const { send } = await startEngine()
  const { json } = await send('POST', '/Users', { userName: 'anna' })
  const db = opened.stores!.db
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 1}`)

  const big = { userName: 'bo', title: 'x'.repeat(50_000) }
  const detail = 'The disk that holds the directory is full. Nothing was changed; free some space.'
  expectRefusal(await send('POST', '/Users', big), 507, detail)
  expect((await send('GET', `/Users/${String(json.id)}`)).status).toBe(200)
  expect((await send('GET', '/Users?filter=userName+eq+%22bo%22')).json.totalResults).toBe(0)

  db.pragma('max_page_count = 1000000')
  expect((await send('POST', '/Users', big)).status).toBe(201)
})

function expectRefusal(answer: Answer, status: number, detail: string) {
  expect(answer.status).toBe(status)
  expect(answer.headers['content-type']).toBe('application/scim+json')
  const schemas = ['urn:ietf:params:scim:api:messages:2.0:Error']
  expect(answer.json).toEqual({ schemas, status: String(status), detail })
}
