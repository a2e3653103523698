import { describe, expect, test } from 'vitest'
import { ENTERPRISE_SCHEMA, GROUP_SCHEMA, PATCH_OP, USER_SCHEMA } from '../../../shared/scim'
import type { Json, JsonObject } from '../../../shared/scim'
import { readResource } from '../read-resource'
import { createRegistry } from '../registry'
import { applyPatch } from './apply'
import { group, modelNamed, patch, patched, user } from './bench'
import { normalisePatch } from './normalise'

const BABS = { userName: 'bjensen' }
describe('shapes of the message that only lenience reads', () => {
  const operation = { op: 'add', path: 'title', value: 'T' }
  test.each<[JsonObject]>([
    [{ Operations: [operation] }],
    [{ schemas: ['urn:x'], Operations: [operation] }],
    [{ schemas: [PATCH_OP], operations: [operation] }],
    [{ schemas: [PATCH_OP], Operations: operation }],
    [{ schemas: [PATCH_OP], Operations: [{ op: 'add', path: '', value: { title: 'T' } }] }],
    [{ schemas: [PATCH_OP], Operations: [{ op: 'add', value: [{ title: 'T' }] }] }]
  ])('%j', body => {
    const { operations, tolerances } = normalisePatch(user, body, 'entra')
    expect(applyPatch(user, BABS, operations, 'entra')).toEqual({ ...BABS, title: 'T' })
    expect(tolerances).toHaveLength(1)
    expect(() => normalisePatch(user, body, 'rfc')).toThrow(expect.objectContaining({ status: 400 }))
  })
})

test('a single value wrapped like a member is unwrapped', () => {
  const operation = { op: 'Replace', path: 'active', value: [{ $ref: null, value: 'False' }] }
  expect(patch(BABS, [operation], 'entra')).toEqual({ ...BABS, active: false })
})

test('a bare text for a filtered element is its value', () => {
  const emails = [{ type: 'work', value: 'w', primary: true }]
  const operation = { op: 'Replace', path: 'emails[type eq "work"]', value: 'x' }
  expect(patch({ ...BABS, emails }, [operation], 'entra').emails).toEqual([
    { type: 'work', value: 'x', primary: true }
  ])
})

test('a dot after an extension’s URN is read as a colon', () => {
  const path = `${ENTERPRISE_SCHEMA}.department`
  const after = { ...BABS, [ENTERPRISE_SCHEMA]: { department: 'IT' } }
  expect(patch(BABS, [{ op: 'Add', path, value: 'IT' }], 'entra')).toEqual(after)
  expect(patch(BABS, [{ op: 'Add', value: { [path]: 'IT' } }], 'entra')).toEqual(after)
  expect(() => patch(BABS, [{ op: 'add', path, value: 'IT' }], 'rfc')).toThrow(/has no attribute/)
})

describe('passwords', () => {
  test.each<[JsonObject]>([
    [{ op: 'replace', value: { password: 'secret-1' } }],
    [{ op: 'Add', path: 'password', value: 'secret-1' }]
  ])('%j is noticed and kept nowhere', operation => {
    const read = normalisePatch(user, { schemas: [PATCH_OP], Operations: [operation] }, 'entra')
    expect(read).toMatchObject({ operations: [], passwordSet: true })
    expect(JSON.stringify(read)).not.toContain('secret-1')
  })
  test('in a whole resource', () => {
    const read = readResource(user, { schemas: [USER_SCHEMA], ...BABS, password: 'secret-1' }, 'rfc')
    expect(read).toMatchObject({ document: BABS, passwordSet: true })
    expect(JSON.stringify(read)).not.toContain('secret-1')
  })
  test('an error about one does not show it', () =>
    expect(() => patch(BABS, [{ op: 'add', path: 'password', value: ['s1', 's2'] }], 'entra')).toThrow(
      /password/
    ))
})

describe('Okta’s Group Push', () => {
  const read = (...Operations: Json[]) => normalisePatch(group, { schemas: [PATCH_OP], Operations }, 'entra')
  test('a path-less replace with id and displayName renames', () => {
    const { operations } = read({ op: 'replace', value: { id: 'g', displayName: 'New' } })
    expect(applyPatch(group, { displayName: 'Old' }, operations, 'entra')).toEqual({ displayName: 'New' })
  })
  test('replace all, replace with nobody, path-less members', () =>
    expect(
      read(
        { op: 'replace', path: 'members', value: [{ value: 'a', display: 'A' }] },
        { op: 'replace', path: 'members', value: [] },
        { op: 'add', value: { members: [{ value: 'b' }] } }
      ).members
    ).toEqual([
      { op: 'replace', ids: ['a'] },
      { op: 'replace', ids: [] },
      { op: 'add', ids: ['b'] }
    ]))
  test.each<[Json]>([[null], [''], [{}], [5], [[{ id: 'a' }]]])(
    'replacing members with %j is refused: never with nothing',
    value =>
      expect(() => read({ op: 'replace', path: 'members', value })).toThrow(
        expect.objectContaining({ scimType: 'invalidValue' })
      )
  )
  test.each([ENTERPRISE_SCHEMA, 'urn:contoso:x:2.0:User'])(
    'RFC 7643 §2.5: %s replaced by null is gone, added it adds nothing',
    urn => {
      const before = { [urn]: { department: 'IT' } }
      expect(patched(before, { op: 'replace', path: urn, value: null })).toEqual({})
      expect(patched(before, { op: 'add', path: urn, value: null })).toEqual(before)
    }
  )
  test('adding null members adds nobody', () =>
    expect(read({ op: 'add', path: 'members', value: null }).members).toEqual([]))
  test('null members among other values leave the members alone', () =>
    expect(read({ op: 'replace', value: { displayName: 'G', members: null } }).members).toEqual([]))
})

describe('custom schemas: immutable, multi-valued texts, numbers, required extensions', () => {
  const badge = {
    id: 'urn:example:2.0:Badge',
    name: 'Badge',
    attributes: [
      { name: 'number', type: 'integer', multiValued: false, required: true, mutability: 'immutable' },
      { name: 'tags', type: 'string', multiValued: true },
      { name: 'isOpen', type: 'boolean', multiValued: false },
      { name: 'weight', type: 'decimal', multiValued: false },
      { name: 'since', type: 'dateTime', multiValued: false },
      {
        name: 'rooms',
        type: 'complex',
        multiValued: true,
        subAttributes: [{ name: 'codes', type: 'string', multiValued: true }]
      },
      {
        name: 'doors',
        type: 'complex',
        multiValued: false,
        subAttributes: [{ name: 'main', type: 'string', multiValued: false, mutability: 'immutable' }]
      }
    ]
  }
  const type = { id: 'Badge', name: 'Badge', endpoint: '/Badges', description: 'd', schema: badge.id }
  const { registry, problems } = createRegistry({
    schemas: [{ file: 'schemas/badge.json', text: JSON.stringify(badge) }],
    resourceTypes: [{ file: 'resource-types/badge.json', text: JSON.stringify(type) }]
  })
  const of = () => {
    expect(problems).toEqual([])
    return modelNamed('Badge', registry)
  }
  const run = (before: JsonObject, ...operations: Json[]) => patch(before, operations, 'entra', of())

  test('an immutable value is set once', () => {
    expect(run({ number: 1 }, { op: 'add', path: 'number', value: 1 })).toEqual({ number: 1 })
    for (const operation of [
      { op: 'replace', path: 'number', value: 2 },
      { op: 'replace', path: 'doors.main', value: 'x' }
    ]) {
      expect(() => run({ number: 1, doors: { main: 'm' } }, operation)).toThrow(
        expect.objectContaining({ scimType: 'mutability' })
      )
    }
  })
  test('texts in a list: added once, removed by filter and by value', () => {
    expect(run({ number: 1, tags: ['a'] }, { op: 'add', path: 'tags', value: ['b', 'A', 'b'] }).tags).toEqual(
      ['a', 'b']
    )
    expect(run({ number: 1, tags: ['a', 'b'] }, { op: 'remove', path: 'tags[value eq "a"]' }).tags).toEqual([
      'b'
    ])
    expect(run({ number: 1, tags: ['a', 'b'] }, { op: 'Remove', path: 'tags', value: ['b'] }).tags).toEqual([
      'a'
    ])
  })
  test('T22: values to remove that nothing simple names are refused, never all of them removed', () =>
    expect(() =>
      run(
        { number: 1, rooms: [{ codes: ['a'] }] },
        { op: 'Remove', path: 'rooms', value: [{ codes: ['b'] }] }
      )
    ).toThrow(expect.objectContaining({ scimType: 'invalidValue' })))
  test.each<[string, Json, Json]>([
    ['isOpen', 'True', true],
    ['weight', '1.5', 1.5],
    ['weight', 2, 2],
    ['since', '2026-11-21T08:30:00Z', '2026-11-21T08:30:00Z']
  ])('%s %j', (path, value, stored) =>
    expect(run({ number: 1 }, { op: 'add', path, value })[path]).toEqual(stored)
  )
  test.each<[string, Json]>([
    ['number', 1.5],
    ['number', 'one'],
    ['weight', 'much'],
    ['weight', '1e999'],
    ['since', 'yesterday'],
    ['since', 5],
    ['tags', [1]],
    ['isOpen', 'perhaps']
  ])('%s %j → 400 invalidValue naming it', (path, value) =>
    expect(() => run({ number: 1 }, { op: 'replace', path, value })).toThrow(
      expect.objectContaining({ scimType: 'invalidValue', detail: expect.stringContaining(path) })
    )
  )
  test('what is required must be there', () =>
    expect(() => readResource(of(), { schemas: [badge.id], tags: ['a'] }, 'entra')).toThrow(
      /number is required/
    ))
})

test.each<[string, Json]>([
  ['userName', 5],
  ['userName', { a: 1 }],
  ['userName', true],
  ['displayName', 5],
  ['displayName', ['a', 'b']],
  ['name', 'text'],
  ['name', 5],
  ['name', [{}, {}]],
  ['active', 'perhaps'],
  ['active', 1],
  ['active', {}],
  ['emails', 5],
  ['emails', true],
  ['emails', [5]],
  ['emails', [{ value: {} }]],
  ['emails', [{ primary: 'yes' }]],
  ['addresses', ['text']],
  ['addresses', [{ country: 5 }]],
  ['x509Certificates', [{ value: 'not base 64!' }]],
  ['profileUrl', 5],
  ['title', false],
  ['externalId', 5],
  ['password', 5],
  [ENTERPRISE_SCHEMA, 'text'],
  [ENTERPRISE_SCHEMA, { department: 5 }],
  [ENTERPRISE_SCHEMA, { manager: 5 }]
])('RFC 7643 §2.3: %s of the wrong JSON type %j is 400 invalidValue', (name, value) => {
  const isInvalid = expect.objectContaining({ status: 400, scimType: 'invalidValue' })
  for (const mode of ['entra', 'rfc'] as const) {
    const body = { schemas: [USER_SCHEMA, ENTERPRISE_SCHEMA], ...BABS, [name]: value }
    expect(() => readResource(user, body, mode)).toThrow(isInvalid)
    expect(() => patch(BABS, [{ op: 'replace', value: { [name]: value } }], mode)).toThrow(isInvalid)
  }
})

test('RFC 7643 §4: what is required and missing is named', () => {
  expect(() => readResource(user, { schemas: [USER_SCHEMA] }, 'entra')).toThrow(/userName is required/)
  expect(() => readResource(group, { schemas: [GROUP_SCHEMA] }, 'rfc')).toThrow(/displayName is required/)
})
