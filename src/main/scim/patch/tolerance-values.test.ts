import { describe, expect, test } from 'vitest'
import { ENTERPRISE_SCHEMA as E, PATCH_OP, USER_SCHEMA } from '../../../shared/scim'
import type { JsonObject } from '../../../shared/scim'
import { create, patchUser, patched, user } from './bench'
import { normalisePatch } from './normalise'

test.each(['Add', 'ADD', 'add', 'Replace', 'rEPLACE', 'replace'])(
  'T8: the operation name %s is read without case',
  op => expect(patched({}, { op, path: 'title', value: 'Buyer' })).toEqual({ title: 'Buyer' })
)

describe('T9: attribute names in another case', () => {
  test('in paths, with canonical names as the result', () =>
    expect(patched({}, { op: 'add', path: 'NAME.GivenName', value: 'Anna' })).toEqual({
      name: { givenName: 'Anna' }
    }))
  test('in filters and sub-attributes of paths', () =>
    expect(patched({}, { op: 'add', path: 'Emails[TYPE eq "work"].VALUE', value: 'a@x' })).toEqual({
      emails: [{ type: 'work', value: 'a@x' }]
    }))
  test('in URNs', () =>
    expect(patched({}, { op: 'add', path: `${E.toUpperCase()}:DEPARTMENT`, value: 'IT' })).toEqual({
      [E]: { department: 'IT' }
    }))
  test('in bodies, below objects and arrays', () =>
    expect(
      create({
        DisplayName: 'A',
        EMAILS: [{ Value: 'a@x', TYPE: 'work' }],
        [E.toLowerCase()]: { Department: 'IT' }
      }).rest
    ).toEqual({
      displayName: 'A',
      emails: [{ value: 'a@x', type: 'work' }],
      [E]: { department: 'IT' }
    }))
  test('in the keys of a path-less operation and of the message', () =>
    expect(
      normalisePatch(
        user,
        { schemas: [PATCH_OP], Operations: [{ OP: 'replace', Value: { NickName: 'A' } }] },
        'entra'
      ).operations
    ).toMatchObject([{ op: 'replace', value: 'A', path: { attribute: { name: 'nickName' } } }]))
})

describe('T10: booleans as text, by the schema’s type only', () => {
  test.each([
    ['True', true],
    ['true', true],
    ['TRUE', true],
    ['False', false],
    ['false', false],
    [true, true]
  ])('active %j', (value, active) => {
    expect(patched({}, { op: 'Replace', path: 'active', value })).toEqual({ active })
    expect(create({ active: value }).rest).toEqual({ active })
  })
  test('inside the elements of an array', () =>
    expect(patched({}, { op: 'add', path: 'emails', value: [{ value: 'a@x', primary: 'True' }] })).toEqual({
      emails: [{ value: 'a@x', primary: true }]
    }))
  test('on a sub-attribute behind a filter', () =>
    expect(patched({}, { op: 'Add', path: 'emails[type eq "work"].primary', value: 'True' })).toEqual({
      emails: [{ type: 'work', primary: true }]
    }))
  test('a text attribute keeps the text "True"', () =>
    expect(patched({}, { op: 'replace', path: 'title', value: 'True' })).toEqual({ title: 'True' }))
  test.each([['yes'], [1], [0], [{}]])('%j is no boolean', value =>
    expect(() => patched({}, { op: 'replace', path: 'active', value })).toThrow(/active takes true or false/)
  )
  test('by the letter a boolean is a boolean', () =>
    expect(() => patchUser({}, [{ op: 'replace', path: 'active', value: 'True' }], 'rfc')).toThrow(
      /true or false/
    ))
})

describe('T11: a quoted boolean in a value filter', () => {
  test('matches the real boolean', () =>
    expect(
      patched(
        { roles: [{ value: 'a', primary: true }, { value: 'b' }] },
        { op: 'Replace', path: 'roles[primary eq "True"].value', value: 'Admin' }
      )
    ).toEqual({ roles: [{ value: 'Admin', primary: true }, { value: 'b' }] }))
  test('creates an element that is primary when there is none', () =>
    expect(patched({}, { op: 'Add', path: 'roles[primary eq "True"].display', value: 'Admin' })).toEqual({
      roles: [{ primary: true, display: 'Admin' }]
    }))
  test('"False" works too', () =>
    expect(patched({}, { op: 'Add', path: 'roles[primary eq "False"].value', value: 'x' })).toEqual({
      roles: [{ primary: false, value: 'x' }]
    }))
})

describe('T12: a value filter without a match creates the element', () => {
  test.each(['Add', 'Replace'])('for %s', op => {
    const { rest, names } = patchUser({}, [{ op, path: 'phoneNumbers[type eq "fax"].value', value: '1' }])
    expect(rest).toEqual({ phoneNumbers: [{ type: 'fax', value: '1' }] })
    expect(names).toContain('element-created-from-filter')
  })
  test('beside elements of other types', () =>
    expect(
      patched(
        { emails: [{ type: 'home', value: 'h' }] },
        { op: 'Replace', path: 'emails[type eq "work"].value', value: 'w' }
      )
    ).toEqual({
      emails: [
        { type: 'home', value: 'h' },
        { type: 'work', value: 'w' }
      ]
    }))
  test('from all equalities of an and', () =>
    expect(
      patched({}, { op: 'Add', path: 'emails[type eq "work" and primary eq true].value', value: 'w' })
    ).toEqual({ emails: [{ type: 'work', primary: true, value: 'w' }] }))
  test('with an object as value', () =>
    expect(patched({}, { op: 'Add', path: 'addresses[type eq "work"]', value: { country: 'SE' } })).toEqual({
      addresses: [{ type: 'work', country: 'SE' }]
    }))
  test('a filter that does not say what to create is 400 noTarget', () =>
    expect(() => patched({}, { op: 'Add', path: 'emails[value sw "a"].display', value: 'w' })).toThrow(
      expect.objectContaining({ status: 400, scimType: 'noTarget' })
    ))
  test.each(['add', 'replace'])('by the letter %s is 400 noTarget', op =>
    expect(() => patchUser({}, [{ op, path: 'emails[type eq "work"].value', value: 'w' }], 'rfc')).toThrow(
      expect.objectContaining({ status: 400, scimType: 'noTarget' })
    )
  )
})

test('T13: several operations on the same filtered element land in one element', () =>
  expect(
    patched(
      {},
      { op: 'Add', path: 'addresses[type eq "work"].streetAddress', value: 'S' },
      { op: 'Add', path: 'title', value: 'T' },
      { op: 'Add', path: 'addresses[type eq "work"].postalCode', value: 'P' },
      { op: 'Replace', path: 'addresses[type eq "WORK"].formatted', value: 'F' }
    )
  ).toEqual({
    title: 'T',
    addresses: [{ type: 'work', streetAddress: 'S', postalCode: 'P', formatted: 'F' }]
  }))

describe('T14: dotted keys of a path-less operation', () => {
  test.each(['add', 'replace'])('%s expands them and keeps the parts not named', op =>
    expect(
      patched(
        { name: { middleName: 'M' } },
        { op, value: { 'name.givenName': 'G', 'name.familyName': 'F', displayName: 'D' } }
      )
    ).toEqual({ displayName: 'D', name: { middleName: 'M', givenName: 'G', familyName: 'F' } })
  )
  test('filtered keys too', () =>
    expect(patched({}, { op: 'add', value: { 'emails[type eq "work"].value': 'w' } })).toEqual({
      emails: [{ type: 'work', value: 'w' }]
    }))
  test('in a whole resource', () =>
    expect(create({ 'name.givenName': 'G' }).rest).toEqual({ name: { givenName: 'G' } }))
  test('by the letter there is no such attribute', () =>
    expect(() => patchUser({}, [{ op: 'add', value: { 'name.givenName': 'G' } }], 'rfc')).toThrow(
      expect.objectContaining({ status: 400, scimType: 'invalidPath' })
    ))
})

test('T15: URN-prefixed keys are split at the last colon after the known URN', () =>
  expect(
    patched(
      {},
      {
        op: 'replace',
        value: { [`${E}:employeeNumber`]: '7', [`${E}:manager.value`]: 'm', [`${USER_SCHEMA}:title`]: 'T' }
      }
    )
  ).toEqual({ title: 'T', [E]: { employeeNumber: '7', manager: { value: 'm' } } }))

test('T16: one nested object per extension is merged', () =>
  expect(
    patched(
      { [E]: { department: 'IT', division: 'D' } },
      { op: 'replace', value: { [E]: { department: 'HR', costCenter: 'C' } } }
    )
  ).toEqual({ [E]: { department: 'HR', division: 'D', costCenter: 'C' } }))

describe('T17: manager in every shape', () => {
  const M = `${E}:manager`
  const withManager = { [E]: { manager: { value: 'old' } } }
  test.each<[string, JsonObject]>([
    ['bare text, Add', { op: 'Add', path: M, value: 'm' }],
    ['bare text, replace', { op: 'replace', path: M, value: 'm' }],
    [
      'array of one object with an absolute $ref',
      { op: 'Add', path: 'manager', value: [{ $ref: 'https://h/Users/m', value: 'm' }] }
    ],
    ['array of one text', { op: 'Add', path: M, value: ['m'] }],
    ['object', { op: 'replace', path: M, value: { value: 'm' } }],
    [
      'object with what the server writes',
      { op: 'replace', path: M, value: { value: 'm', displayName: 'X', $ref: null } }
    ],
    ['sub-attribute', { op: 'replace', path: `${M}.value`, value: 'm' }],
    ['path-less, nested', { op: 'replace', value: { [E]: { manager: 'm' } } }],
    ['path-less, prefixed', { op: 'replace', value: { [M]: { value: 'm' } } }]
  ])('%s', (_shape, operation) => {
    expect(patched({}, operation)).toEqual({ [E]: { manager: { value: 'm' } } })
    expect(patched(withManager, operation)).toEqual({ [E]: { manager: { value: 'm' } } })
  })
  test.each<[string, JsonObject]>([
    ['replace ""', { op: 'replace', path: M, value: '' }],
    ['replace {"value":""}', { op: 'replace', path: M, value: { value: '' } }],
    ['replace {"value":null}', { op: 'replace', path: M, value: { value: null } }],
    ['replace null', { op: 'replace', path: M, value: null }],
    ['replace []', { op: 'replace', path: M, value: [] }],
    ['replace {}', { op: 'replace', path: M, value: {} }],
    ['remove', { op: 'Remove', path: M }],
    ['remove with value', { op: 'Remove', path: M, value: 'old' }],
    ['remove with a filter, without URN', { op: 'Remove', path: 'manager[value eq "old"]' }]
  ])('%s leaves no manager, and no empty extension', (_shape, operation) =>
    expect(patched(withManager, operation)).toEqual({})
  )
  test('a removal that names another manager removes nobody', () =>
    expect(patched(withManager, { op: 'Remove', path: 'manager[value eq "other"]' })).toEqual(withManager))
  test('in a create body', () =>
    expect(create({ [E]: { manager: 'm' } }).rest).toEqual({ [E]: { manager: { value: 'm' } } }))
})

test('T18: an enterprise attribute without its URN is found in the extension', () => {
  const { rest, names } = patchUser({}, [{ op: 'Add', path: 'department', value: 'IT' }])
  expect(rest).toEqual({ [E]: { department: 'IT' } })
  expect(names).toContain('unprefixed-extension-attribute')
  expect(create({ costCenter: 'C' }).rest).toEqual({ [E]: { costCenter: 'C' } })
  expect(() => patchUser({}, [{ op: 'add', path: 'department', value: 'IT' }], 'rfc')).toThrow(
    expect.objectContaining({ scimType: 'invalidPath' })
  )
})

test.each(['Add', 'Replace'])('T19: %s sets a value whether there is one or not', op => {
  expect(patched({}, { op, path: 'title', value: 'new' })).toEqual({ title: 'new' })
  expect(patched({ title: 'old' }, { op, path: 'title', value: 'new' })).toEqual({ title: 'new' })
})
