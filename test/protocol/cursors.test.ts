import { describe, expect, test } from 'vitest'
import { SEARCH_REQUEST, type JsonObject } from '../../src/shared/scim'
import { get, populated, user } from './directory.fixture'
import { idsOf, startServer } from './server.fixture'

describe('RFC 9865, cursors', () => {
  test('walk through all pages, filtered and sorted, while others are created', async () => {
    const server = await populated()
    const seen: string[] = []
    let cursor = ''
    for (;;) {
      const query = `filter=nickName+pr&sortBy=nickName&count=2&cursor=${encodeURIComponent(cursor)}`
      const page = await get(server, `/Users?${query}`)
      expect(page).not.toHaveProperty('startIndex')
      expect(page).not.toHaveProperty('previousCursor')
      seen.push(...idsOf(page))
      if (typeof page.nextCursor !== 'string') break
      await server.create('/Users', user(`later-${seen.length}`))
      expect(page.nextCursor).toMatch(/^[\w.~-]+$/)
      cursor = page.nextCursor
    }
    expect(seen.map(id => server.ids.indexOf(id))).toEqual([1, 0, 2, 4])
  })

  test('the last page has no nextCursor; count 0 tells the total only', async () => {
    const server = await populated()
    expect(await get(server, '/Users?cursor=&count=5')).not.toHaveProperty('previousCursor')
    expect(await get(server, '/Users?cursor=&count=5')).not.toHaveProperty('nextCursor')
    expect(await get(server, '/Users?cursor&count=6')).not.toHaveProperty('nextCursor')
    expect(await get(server, '/Users?cursor=&count=0')).toMatchObject({ totalResults: 5, itemsPerPage: 0 })
  })

  test('one that is made up, altered, of another filter, order or endpoint is 400 invalidCursor', async () => {
    const server = await populated()
    const { nextCursor } = await get(server, '/Users?cursor=&count=1')
    const cursor = String(nextCursor)
    for (const path of [
      '/Users?cursor=x',
      '/Users?cursor=%00',
      `/Users?cursor=${cursor.slice(0, -2)}`,
      `/Users?cursor=A${cursor}`,
      `/Users?cursor=${cursor}&filter=nickName+pr`,
      `/Users?cursor=${cursor}&sortBy=userName`,
      `/Groups?cursor=${cursor}`,
      `?cursor=${cursor}`
    ])
      expect(await server.send('GET', path), path).toMatchObject({
        status: 400,
        json: { scimType: 'invalidCursor' }
      })
    expect((await server.send('GET', `/Users?cursor=${cursor}&count=3`)).json.itemsPerPage).toBe(3)
  })

  test('after its time it is 400 expiredCursor; a count that is none is 400 invalidCount', async () => {
    let now = Date.UTC(2026, 0, 1)
    const server = await startServer('entra', { clock: { now: () => now } })
    await server.create('/Users', user('a'))
    await server.create('/Users', user('b'))
    const { nextCursor } = await get(server, '/Users?cursor=&count=1')
    const config = await get(server, '/ServiceProviderConfig')
    now += Number((config.pagination as JsonObject).cursorTimeout) * 1000 + 1
    const cursor = String(nextCursor)
    expect((await server.send('GET', `/Users?cursor=${cursor}`)).json.scimType).toBe('expiredCursor')
    for (const count of ['-1', 'x', '1.5'])
      expect((await server.send('GET', `/Users?cursor=&count=${count}`)).json.scimType).toBe('invalidCount')
  })

  test('announced in ServiceProviderConfig; also by .search and at the root', async () => {
    const server = await populated()
    expect((await get(server, '/ServiceProviderConfig')).pagination).toEqual({
      cursor: true,
      index: true,
      defaultPaginationMethod: 'index',
      defaultPageSize: 100,
      maxPageSize: 1000,
      cursorTimeout: 3600
    })
    for (const path of ['/Users/.search', '/.search']) {
      const search = { schemas: [SEARCH_REQUEST], count: 3 }
      const { json: page } = await server.send('POST', path, { ...search, cursor: '' })
      expect(page).toMatchObject({ itemsPerPage: 3 })
      const { json: next } = await server.send('POST', path, { ...search, cursor: page.nextCursor })
      expect(idsOf(next as JsonObject)[0]).toBe(server.ids[3])
    }
  })
})
