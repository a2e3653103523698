import { expect, test, vi } from 'vitest'
import type * as stores from '../store/stores'
import { startEngine } from './started.fixture'

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
  for (const answer of refused) {
    expect(answer.status).toBe(503)
    expect(answer.headers['content-type']).toBe('application/scim+json')
    expect(answer.json).toEqual({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      status: '503',
      detail: 'The directory file cannot be written. Nothing was changed; check its permissions.'
    })
  }
  expect((await send('GET', path)).json).toMatchObject({ userName: 'anna', meta: { version: 'W/"1"' } })

  letWrite(true)
  expect((await send('POST', '/Users', { userName: 'bo' })).status).toBe(201)
  expect((await send('GET', '/Users?count=0')).json.totalResults).toBe(2)
})
