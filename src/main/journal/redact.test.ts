import { describe, expect, test } from 'vitest'
import { isSecretHeader, NOT_STORED, redactBody, redactTarget } from './redact'

test('headers that carry secrets are known', () => {
  const keys = ['authorization', 'adscimversion', 'cookie', 'set-cookie', 'proxy-authorization', 'x-api-key']
  expect(keys.filter(key => !isSecretHeader(key))).toEqual(['adscimversion'])
})

describe('bodies', () => {
  const SECRET = 'hunter2-S3cret'

  test.each([
    ['of a create', { userName: 'a', password: SECRET }],
    ['whatever the case of the key', { Password: SECRET }],
    ['under a URN', { 'urn:ietf:params:scim:schemas:core:2.0:User:password': SECRET }],
    ['named by a PATCH path', { Operations: [{ op: 'replace', path: 'password', value: SECRET }] }],
    [
      'named by a PATCH path with the value first',
      { Operations: [{ value: SECRET, Path: 'Password', op: 'Add' }] }
    ],
    [
      'named by a PATCH path under a URN',
      {
        Operations: [
          { op: 'add', path: 'urn:ietf:params:scim:schemas:core:2.0:User:password', value: [SECRET] }
        ]
      }
    ],
    ['in a PATCH without path', { Operations: [{ op: 'replace', value: { password: SECRET, title: 'x' } }] }],
    ['inside bulk data', { Operations: [{ method: 'POST', data: { password: SECRET } }] }],
    ['that are objects', { password: { value: SECRET } }],
    ['in lists', [[{ password: SECRET }]]]
  ])('lose passwords %s', (_, body) => {
    const redacted = redactBody(JSON.stringify(body))
    expect(redacted).not.toContain(SECRET)
    expect(redacted).toContain(NOT_STORED)
  })

  test('lose a password whose key is written with an escape', () => {
    expect(redactBody(`{"\\u0070assword":"${SECRET}"}`)).toBe('{"password":"(not stored)"}')
  })

  test('lose both of two passwords under one key', () => {
    expect(redactBody(`{"password":"${SECRET}","password":"other"}`)).toBe('{"password":"(not stored)"}')
  })

  test('without a password stay byte for byte', () => {
    const body = '{ "userName" : "a",\n "name": {"givenName":"\\u00e9"} }'
    expect(redactBody(body)).toBe(body)
  })

  test('keep what only says that there is a password', () => {
    const body = '{"changePassword": {"supported": false}, "attributes": [{"name": "password"}]}'
    expect(redactBody('{"mustChangePassword": true}')).toBe('{"mustChangePassword": true}')
    expect(redactBody(body)).toContain('{"name":"password"}')
  })

  test('that are broken and mention a password are not stored at all', () => {
    expect(redactBody(`{"password":"${SECRET}"`)).toBe('(not stored: it is not JSON and mentions a password)')
    expect(redactBody('{"userName":')).toBe('{"userName":')
  })

  test('that are nested without end cost no stack', () => {
    const body = `${'['.repeat(100_000)}"password"${']'.repeat(100_000)}`
    expect(redactBody(body)).toBe('(not stored: it is nested too deeply to look for passwords)')
  })

  test('may be missing', () => {
    expect(redactBody(null)).toBeNull()
  })
})

test.each([
  ['/scim/v2/Users?filter=userName+eq+%22password%22x', '/scim/v2/Users?filter=(not stored)'],
  ['/Users?filter=password+eq+%22hunter2%22&count=1', '/Users?filter=(not stored)&count=1'],
  ['/Users?filter=p%61ssword+eq+%22hunter2%22', '/Users?filter=(not stored)'],
  ['/Users?excludedAttributes=password', '/Users?excludedAttributes=password'],
  ['/Users?access_token=abc&count=1', '/Users?access_token=(not stored)&count=1'],
  ['/Users?filter=userName+eq+%22anna%22', '/Users?filter=userName+eq+%22anna%22'],
  ['/Users', '/Users'],
  ['', '']
])('the target %s is stored as %s', (target, stored) => {
  expect(redactTarget(target)).toBe(stored)
})
