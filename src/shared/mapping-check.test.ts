import { expect, test } from 'vitest'
import { attributePaths, checkMapping } from './mapping-check'
import { ENTERPRISE_SCHEMA, type JsonObject } from './scim'

const six: JsonObject = {
  userName: 'a@contoso.example',
  active: true,
  externalId: '7d3a1c52-0b1e-4b5e-8f0a-6c1d2e3f4a01',
  name: { givenName: 'A', familyName: 'B' },
  emails: [{ type: 'work', value: 'a@contoso.example', primary: true }]
}
const seen = (...bodies: JsonObject[]) =>
  checkMapping(bodies.map((body, index) => ({ exchangeId: index + 1, body, tolerances: [] })))

test('attributes are named as Entra’s mapping page spells them', () => {
  const body = {
    ...six,
    schemas: ['x'],
    [ENTERPRISE_SCHEMA]: { department: 'HR' },
    addresses: [{ type: 'work', locality: 'X' }]
  }
  expect(attributePaths(body)).toEqual([
    'userName',
    'active',
    'externalId',
    'name.givenName',
    'name.familyName',
    'emails[type eq "work"].value',
    'enterprise: department',
    'addresses[type eq "work"].locality'
  ])
})

test('the six attributes are enough; without traffic nothing is said', () => {
  expect(seen()).toBeNull()
  expect(seen(six)).toMatchObject({ missing: [], absent: [], extra: [], nickname: null, seenCount: 1 })
})

test('what is required, expected or needless is told apart over all requests', () => {
  const rest: JsonObject = { userName: 'a', active: true, name: { givenName: 'A', familyName: 'B' } }
  expect(seen({ ...rest, title: 'Boss' }, { ...rest, nickName: 'x' })).toMatchObject({
    missing: ['externalId'],
    absent: ['emails[type eq "work"].value'],
    extra: ['nickName', 'title']
  })
})

test.each([
  ['alice.ng', true],
  ['7d3a1c52-0b1e-4b5e-8f0a-6c1d2e3f4a01', false],
  ['00u1abcd', false],
  ['4711', false]
])('externalId %s looks like a mail nickname: %s', (externalId, isNickname) => {
  expect(seen({ ...six, externalId })?.nickname !== null).toBe(isNickname)
})

test('values of another type are told with the request that sent them', () => {
  const tolerances = [{ name: 'boolean-text', detail: 'active "True"' }]
  expect(checkMapping([{ exchangeId: 7, body: six, tolerances }])?.readKindly).toEqual([
    { name: 'boolean-text', detail: 'active "True"', exchangeId: 7 }
  ])
})
