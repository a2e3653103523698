import { describe, expect, test } from 'vitest'
import { ENTERPRISE_SCHEMA, SEARCH_REQUEST, USER_SCHEMA, type JsonObject } from '../../src/shared/scim'
import { startServer } from './server.fixture'

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
