import { describe, expect, test } from 'vitest'
import { ERROR, LIST_RESPONSE, SEARCH_REQUEST, USER_SCHEMA, type JsonObject } from '../../src/shared/scim'
import { get, populated, user } from './directory.fixture'
import { idsOf, MODES, startServer } from './server.fixture'

describe.each(MODES)('RFC 7644 §3.4.2.4, paging by index, %s', mode => {
  test.each([
    ['', { totalResults: 5, startIndex: 1, itemsPerPage: 5 }, [0, 1, 2, 3, 4]],
    ['count=2', { totalResults: 5, startIndex: 1, itemsPerPage: 2 }, [0, 1]],
    ['startIndex=2&count=2', { totalResults: 5, startIndex: 2, itemsPerPage: 2 }, [1, 2]],
    ['startIndex=5&count=5', { totalResults: 5, startIndex: 5, itemsPerPage: 1 }, [4]],
    ['startIndex=6', { totalResults: 5, startIndex: 6, itemsPerPage: 0 }, []],
    ['startIndex=999999999', { totalResults: 5, itemsPerPage: 0 }, []],
    ['startIndex=99999999999999999999999', { totalResults: 5, itemsPerPage: 0 }, []],
    ['startIndex=0', { totalResults: 5, startIndex: 1, itemsPerPage: 5 }, [0, 1, 2, 3, 4]],
    ['startIndex=-3&count=1', { totalResults: 5, startIndex: 1, itemsPerPage: 1 }, [0]],
    ['count=0', { totalResults: 5, itemsPerPage: 0 }, []],
    ['count=-1', { totalResults: 5, itemsPerPage: 0 }, []],
    ['count=99999999999999999999999', { totalResults: 5, itemsPerPage: 5 }, [0, 1, 2, 3, 4]],
    ['startIndex=-99999999999999999999999&count=1', { startIndex: 1, itemsPerPage: 1 }, [0]],
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
