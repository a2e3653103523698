import { describe, expect, test } from 'vitest'
import {
  ENTERPRISE_SCHEMA,
  ERROR,
  GROUP_SCHEMA,
  LIST_RESPONSE,
  SEARCH_REQUEST,
  USER_SCHEMA,
  type JsonObject
} from '../../src/shared/scim'
import { idsOf, MODES, startServer } from './server.fixture'

type Server = Awaited<ReturnType<typeof startServer>>

const user = (userName: string, more: JsonObject = {}): JsonObject => ({
  schemas: [USER_SCHEMA],
  userName,
  ...more
})

/** Five users, u1 to u5, created in this order, and two groups. */
async function populated(mode: (typeof MODES)[number] = 'entra') {
  const server = await startServer(mode)
  const ids: string[] = []
  const nicknames = ['b', 'A', 'c', '', 'é']
  for (const [at, nickName] of nicknames.entries())
    ids.push(await server.create('/Users', user(`u${at + 1}`, nickName === '' ? {} : { nickName })))
  const groups = [
    await server.create('/Groups', {
      schemas: [GROUP_SCHEMA],
      displayName: 'G1',
      members: [{ value: ids[0]! }]
    }),
    await server.create('/Groups', { schemas: [GROUP_SCHEMA], displayName: 'G2' })
  ]
  return { ...server, ids, groups }
}

const get = async ({ send }: Server, path: string) => (await send('GET', path)).json as JsonObject

describe.each(MODES)('RFC 7644 §3.4.2.4, paging by index, %s', mode => {
  test.each([
    ['', { totalResults: 5, startIndex: 1, itemsPerPage: 5 }, [0, 1, 2, 3, 4]],
    ['count=2', { totalResults: 5, startIndex: 1, itemsPerPage: 2 }, [0, 1]],
    ['startIndex=2&count=2', { totalResults: 5, startIndex: 2, itemsPerPage: 2 }, [1, 2]],
    ['startIndex=5&count=5', { totalResults: 5, startIndex: 5, itemsPerPage: 1 }, [4]],
    ['startIndex=6', { totalResults: 5, startIndex: 6, itemsPerPage: 0 }, []],
    ['startIndex=999999999', { totalResults: 5, itemsPerPage: 0 }, []],
    ['startIndex=0', { totalResults: 5, startIndex: 1, itemsPerPage: 5 }, [0, 1, 2, 3, 4]],
    ['startIndex=-3&count=1', { totalResults: 5, startIndex: 1, itemsPerPage: 1 }, [0]],
    ['count=0', { totalResults: 5, itemsPerPage: 0 }, []],
    ['count=-1', { totalResults: 5, itemsPerPage: 0 }, []],
    ['count=100000', { totalResults: 5, itemsPerPage: 5 }, [0, 1, 2, 3, 4]],
    ['startIndex=&count=', { totalResults: 5, startIndex: 1, itemsPerPage: 5 }, [0, 1, 2, 3, 4]]
  ])('?%s', async (query, envelope, expected) => {
    const server = await populated(mode)
    const list = await get(server, `/Users?${query}`)
    expect(list).toMatchObject({ schemas: [LIST_RESPONSE], ...envelope })
    expect(idsOf(list)).toEqual(expected.map(at => server.ids[at]))
  })

  test.each(['startIndex=one', 'count=1.5', 'count=ten', 'sortBy=userName&sortOrder=sideways'])(
    '?%s is 400 invalidValue',
    async query => {
      const { send } = await startServer(mode)
      expect(await send('GET', `/Users?${query}`)).toMatchObject({
        status: 400,
        json: { schemas: [ERROR], scimType: 'invalidValue' }
      })
    }
  )
})

test('pages stay where they are while others are created', async () => {
  const server = await populated()
  const first = idsOf(await get(server, '/Users?count=2'))
  await server.create('/Users', user('a-new-one'))
  const second = idsOf(await get(server, '/Users?startIndex=3&count=2'))
  expect([...first, ...second]).toEqual(server.ids.slice(0, 4))
})

describe('RFC 7644 §3.4.2.3, sorting', () => {
  test.each([
    ['sortBy=nickName', [1, 0, 2, 4, 3]],
    ['sortBy=NICKNAME&sortOrder=ascending', [1, 0, 2, 4, 3]],
    ['sortBy=nickName&sortOrder=descending', [3, 4, 2, 0, 1]],
    ['sortBy=nickName&sortOrder=Descending&startIndex=2&count=2', [4, 2]],
    [`sortBy=${USER_SCHEMA}:userName&sortOrder=descending`, [4, 3, 2, 1, 0]],
    ['sortBy=meta.created', [0, 1, 2, 3, 4]],
    ['sortOrder=descending', [0, 1, 2, 3, 4]]
  ])('?%s', async (query, expected) => {
    const server = await populated()
    expect(idsOf(await get(server, `/Users?${query}`)).map(id => server.ids.indexOf(id))).toEqual(expected)
  })

  test('a multi-valued attribute is sorted by its primary value, else by its first', async () => {
    const server = await startServer()
    const emails = (...values: JsonObject[]) => ({ emails: values })
    const ids = [
      await server.create('/Users', user('1', emails({ value: 'a' }, { value: 'z', primary: true }))),
      await server.create('/Users', user('2', emails({ value: 'm' }, { value: 'a' }))),
      await server.create('/Users', user('3'))
    ]
    for (const sortBy of ['emails', 'emails.value'])
      expect(idsOf(await get(server, `/Users?sortBy=${sortBy}`))).toEqual([ids[1], ids[0], ids[2]])
  })

  test.each(['frobnicate', 'name', 'password', 'emails[type eq "work"]'])(
    'sortBy %s is 400 invalidPath',
    async sortBy => {
      const { send } = await startServer()
      const answer = await send('GET', `/Users?sortBy=${encodeURIComponent(sortBy)}`)
      expect(answer).toMatchObject({ status: 400, json: { scimType: 'invalidPath' } })
    }
  )
})

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

describe.each(MODES)('RFC 7644 §3.4.3, .search, and §3.4.2.1, the root, %s', mode => {
  test('the same parameters as a message, per type and over all types', async () => {
    const server = await populated(mode)
    const search = {
      schemas: [SEARCH_REQUEST],
      attributes: ['userName', 'displayName'],
      filter: 'userName sw "u" or displayName sw "G"',
      sortBy: 'meta.created',
      sortOrder: 'descending',
      startIndex: 2,
      count: 3
    }
    const perType = await server.send('POST', '/Users/.search', { ...search, filter: 'userName sw "u"' })
    expect(perType).toMatchObject({ status: 200, json: { totalResults: 5, startIndex: 2, itemsPerPage: 3 } })
    const all = (await server.send('POST', '/.search', search)).json as JsonObject
    expect(all).toMatchObject({ totalResults: 7, startIndex: 2, itemsPerPage: 3 })
    expect((all.Resources as JsonObject[]).every(one => !('meta' in one))).toBe(true)
  })

  test('a root query finds across types; meta.resourceType narrows it', async () => {
    const { find } = await populated(mode)
    expect((await find('', 'id pr')).json.totalResults).toBe(7)
    expect((await find('', 'meta.resourceType eq "Group"')).json.totalResults).toBe(2)
    expect((await find('', 'displayName eq "g1" or userName eq "u1"')).json.totalResults).toBe(2)
    expect((await find('', 'frobnicate pr')).json.scimType).toBe('invalidFilter')
  })

  test.each([
    ['[]', 'invalidSyntax'],
    ['"x"', 'invalidSyntax'],
    [{ count: 'x' }, 'invalidValue'],
    [{ filter: 5 }, 'invalidValue'],
    [{ attributes: { a: 1 } }, 'invalidValue'],
    [{ filter: 'x' }, 'invalidFilter']
  ])('%j is 400 %s', async (body, scimType) => {
    const { send } = await startServer(mode)
    expect(await send('POST', '/Users/.search', body)).toMatchObject({ status: 400, json: { scimType } })
  })
})

describe('RFC 7644 §3.9, attributes and excludedAttributes', () => {
  const anna: JsonObject = {
    schemas: [USER_SCHEMA, ENTERPRISE_SCHEMA],
    userName: 'anna',
    displayName: 'Anna',
    name: { givenName: 'Anna', familyName: 'L' },
    emails: [{ value: 'a@b', type: 'work', primary: true }],
    [ENTERPRISE_SCHEMA]: { department: 'D', employeeNumber: '1' }
  }
  const keys = (resource: JsonObject) =>
    Object.keys(resource)
      .map(key => (key === ENTERPRISE_SCHEMA ? 'E' : key))
      .sort()

  test.each([
    ['attributes=userName', ['id', 'schemas', 'userName']],
    ['attributes=USERNAME,Name.GivenName', ['id', 'name', 'schemas', 'userName']],
    ['attributes=emails.value', ['emails', 'id', 'schemas']],
    [`attributes=${ENTERPRISE_SCHEMA}:department`, ['E', 'id', 'schemas']],
    [`attributes=${ENTERPRISE_SCHEMA}`, ['E', 'id', 'schemas']],
    [`attributes=${USER_SCHEMA}:userName`, ['id', 'schemas', 'userName']],
    ['attributes=meta.version', ['id', 'meta', 'schemas']],
    ['attributes=password,frobnicate', ['id', 'schemas']],
    [
      'excludedAttributes=emails,name.familyName,meta',
      ['E', 'displayName', 'id', 'name', 'schemas', 'userName']
    ],
    [
      'excludedAttributes=id,schemas',
      ['E', 'displayName', 'emails', 'id', 'meta', 'name', 'schemas', 'userName']
    ],
    [
      `excludedAttributes=${ENTERPRISE_SCHEMA}`,
      ['displayName', 'emails', 'id', 'meta', 'name', 'schemas', 'userName']
    ]
  ])('?%s on GET, list, .search, POST, PUT and PATCH', async (query, expected) => {
    const { send, create, patch } = await startServer()
    const id = await create('/Users', anna)
    const [name = '', value = ''] = query.split('=')
    const search = { schemas: [SEARCH_REQUEST], [name]: value.split(',') }
    const first = (list: unknown) => ((list as JsonObject).Resources as JsonObject[])[0]!

    expect(keys((await send('GET', `/Users/${id}?${query}`)).json as JsonObject)).toEqual(expected)
    expect(keys(first((await send('GET', `/Users?${query}`)).json))).toEqual(expected)
    expect(keys(first((await send('POST', '/Users/.search', search)).json))).toEqual(expected)
    expect(keys((await send('PUT', `/Users/${id}?${query}`, anna)).json as JsonObject)).toEqual(expected)
    const patched = await patch(`/Users/${id}?${query}`, { op: 'remove', path: 'title' })
    expect(keys(patched.json as JsonObject)).toEqual(expected)
    await send('DELETE', `/Users/${id}`)
    expect(keys((await send('POST', `/Users?${query}`, anna)).json as JsonObject)).toEqual(expected)
  })
})
