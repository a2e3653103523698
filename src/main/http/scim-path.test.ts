import { expect, test } from 'vitest'
import { isDoubled, isScimPath, nothingThere, tidyTarget } from './scim-path'

const ENDPOINTS = ['/Users', '/Groups', '/Schemas']

test.each([
  ['/scim/v2//Users', '/scim/v2/Users'],
  ['/scim/v2/Users/', '/scim/v2/Users'],
  ['/scim/v2/Users/?filter=a//b/', '/scim/v2/Users?filter=a//b/'],
  ['http://host.example/scim/v2/Users?x', '/scim/v2/Users?x'],
  ['/scim/v2/Users#part', '/scim/v2/Users'],
  ['/', '/'],
  ['//', '/'],
  ['http://host.example', '/']
])('%s is routed as %s', (url, tidy) => {
  expect(tidyTarget({ url })).toBe(tidy)
})

test.each([
  ['/Users', 'The path should start with /scim/v2, for example /scim/v2/Users.'],
  ['/scim/Users', 'The path should start with /scim/v2, for example /scim/v2/Users.'],
  ['/v2/Users?x', 'The path should start with /scim/v2, for example /scim/v2/Users.'],
  ['/', 'The path should start with /scim/v2.'],
  ['/scim/v2/Users/Users', '/Users stands in it twice. Leave /Users out of the Tenant URL'],
  ['/scim/v2/scim/v2/Users', '/scim/v2 stands in it twice'],
  ['/scim/v2/users/1', 'Did you mean /scim/v2/Users?'],
  ['/scim/v2/People', 'This server has /Users, /Groups, /Schemas below /scim/v2.'],
  ['/oauth/token', 'Access tokens are fetched at /oauth2/token.'],
  ['/scim/v2/oauth2/token', 'Access tokens are fetched at /oauth2/token.']
])('%s: %s', (target, hint) => {
  expect(nothingThere(target, ENDPOINTS)).toContain(hint)
})

test('an id that only begins like an endpoint is no mistake', () => {
  expect(isDoubled('/scim/v2/Users/Users2', ENDPOINTS)).toBe(false)
  expect(isDoubled('/scim/v2/Users/Users?filter=x', ENDPOINTS)).toBe(true)
})

test.each([
  ['/scim/v2', true],
  ['/scim/v2?x', true],
  ['/scim/v2/Users', true],
  ['/scim/v20', false],
  ['/health', false]
])('%s needs a token: %s', (target, isScim) => {
  expect(isScimPath(target)).toBe(isScim)
})
