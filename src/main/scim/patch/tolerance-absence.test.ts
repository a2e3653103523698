import { describe, expect, test } from 'vitest'
import { ENTERPRISE_SCHEMA as E, PATCH_OP, USER_SCHEMA } from '../../../shared/scim'
import type { JsonObject } from '../../../shared/scim'
import { readResource } from '../read-resource'
import { applyPatch } from './apply'
import { ANNA, create, membersOf, patchUser, patched, user } from './bench'
import { normalisePatch } from './normalise'

test('T20: a remove that carries the current value removes', () =>
  expect(
    patched({ title: 'T', [E]: { costCenter: 'C' } }, { op: 'Remove', path: `${E}:costCenter`, value: 'C' })
  ).toEqual({ title: 'T' }))

test.each([
  'title',
  'name.middleName',
  'emails',
  'emails[type eq "work"]',
  'emails[type eq "work"].value',
  `${E}:department`,
  E
])('T21: removing %s that is not there has no effect', path =>
  expect(patched({ nickName: 'n' }, { op: 'Remove', path })).toEqual({ nickName: 'n' })
)

test('T29: nulls, empty arrays and empty texts are absent on create', () =>
  expect(
    create({
      title: null,
      nickName: '',
      roles: [],
      name: { givenName: 'G', middleName: '', familyName: null },
      emails: [
        { type: 'work', value: '' },
        { type: 'home', value: 'h', display: null }
      ],
      [E]: { department: '', manager: null }
    }).rest
  ).toEqual({ name: { givenName: 'G' }, emails: [{ type: 'home', value: 'h' }] }))

describe('T30: an empty text in Replace clears', () => {
  const before = {
    title: 'T',
    name: { givenName: 'G', familyName: 'F' },
    emails: [{ type: 'work', value: 'w', primary: true }]
  }
  test('an attribute', () =>
    expect(patched({ title: 'T' }, { op: 'Replace', path: 'title', value: '' })).toEqual({}))
  test('a part of a complex attribute', () =>
    expect(patched(before, { op: 'Replace', path: 'name', value: { familyName: '' } }).name).toEqual({
      givenName: 'G'
    }))
  test('the value of a filtered element, which is then gone', () =>
    expect(
      patched(before, { op: 'Replace', path: 'emails[type eq "work"].value', value: '' }).emails
    ).toBeUndefined())
  test('null does the same', () =>
    expect(patched({ title: 'T' }, { op: 'replace', value: { title: null } })).toEqual({}))
  test('but not a required attribute', () =>
    expect(() => patched({}, { op: 'Replace', path: 'userName', value: '' })).toThrow(
      expect.objectContaining({ status: 400, scimType: 'invalidValue' })
    ))
  test('by the letter "" is a text like any other', () =>
    expect(patchUser({ title: 'T' }, [{ op: 'replace', path: 'title', value: '' }], 'rfc').rest).toEqual({
      title: ''
    }))
})

describe('T31: what only the server writes', () => {
  test.each<[JsonObject]>([
    [{ op: 'replace', path: 'id', value: 'x' }],
    [{ op: 'replace', path: 'meta.created', value: 'x' }],
    [{ op: 'add', path: 'groups', value: [{ value: 'g' }] }],
    [{ op: 'remove', path: 'meta' }],
    [{ op: 'replace', path: 'schemas', value: ['urn:x'] }],
    [{ op: 'replace', value: { id: 'x', meta: {}, groups: [], schemas: [] } }]
  ])('%j changes nothing', operation => expect(patched({ title: 'T' }, operation)).toEqual({ title: 'T' }))
  test('in whole resources', () =>
    expect(create({ id: 'x', meta: { resourceType: 'User' }, groups: [{ value: 'g' }] }).rest).toEqual({}))
  test('by the letter a PATCH of them is 400 mutability, a POST ignores them', () => {
    expect(() => patchUser({}, [{ op: 'replace', path: 'id', value: 'x' }], 'rfc')).toThrow(
      expect.objectContaining({ scimType: 'mutability' })
    )
    expect(create({ id: 'x', groups: [] }, 'rfc').rest).toEqual({})
  })
})

describe('T32: unknown attributes are ignored and named', () => {
  test.each<[JsonObject]>([
    [{ op: 'add', path: 'shoeSize', value: 43 }],
    [{ op: 'add', path: 'name.nick', value: 'x' }],
    [{ op: 'add', path: `${E}:shoeSize`, value: 'x' }],
    [{ op: 'remove', path: 'shoeSize' }],
    [{ op: 'add', value: { 'shoe size': 43, constructor: 1, 'a.b.c': 2 } }],
    [{ op: 'add', path: 'name', value: { nick: 'x' } }]
  ])('%j', operation => {
    const { rest, names } = patchUser({ title: 'T' }, [operation])
    expect(rest).toEqual({ title: 'T' })
    expect(names).toContain('unknown-attribute-ignored')
    expect(() => patchUser({}, [operation], 'rfc')).toThrow(expect.objectContaining({ status: 400 }))
  })
  test('in whole resources', () => {
    const { rest, names } = create({ shoeSize: 43, name: { nick: 'x' }, emails: [{ value: 'v', x: 1 }] })
    expect(rest).toEqual({ emails: [{ value: 'v' }] })
    expect(names.filter(name => name === 'unknown-attribute-ignored')).toHaveLength(3)
  })
})

test('T33: roles as JSON text come back verbatim', () => {
  const text = '{"id":"0f3f","value":"Operator","displayName":"Operator"}'
  expect(patched({}, { op: 'Add', path: 'roles', value: [{ value: text }] })).toEqual({
    roles: [{ value: text }]
  })
  expect(patched({}, { op: 'Add', path: 'roles', value: text })).toEqual({ roles: [{ value: text }] })
})

test.each(['+46 (0)8 555-010 01', '  Anna  ', 'ANNA', 'a@EXAMPLE.com'])(
  'T34: %j is stored verbatim',
  value => {
    expect(create({ displayName: value, phoneNumbers: [{ value }] }).rest).toEqual({
      displayName: value,
      phoneNumbers: [{ value }]
    })
    expect(patched({}, { op: 'add', path: 'phoneNumbers[type eq "work"].value', value })).toEqual({
      phoneNumbers: [{ type: 'work', value }]
    })
  }
)

test('T39: a PATCH that fails half way changes nothing', () => {
  const before = { ...ANNA, title: 'T', emails: [{ value: 'a' }] }
  const copy = structuredClone(before)
  const body = {
    schemas: [PATCH_OP],
    Operations: [
      { op: 'replace', path: 'title', value: 'X' },
      { op: 'add', path: 'emails', value: [{ value: 'b' }] },
      { op: 'replace', path: 'emails[value sw "z"].display', value: 'X' }
    ]
  }
  const { operations } = normalisePatch(user, body, 'entra')
  expect(() => applyPatch(user, before, operations, 'entra')).toThrow(
    expect.objectContaining({ scimType: 'noTarget' })
  )
  expect(before).toEqual(copy)
})

describe('T40: many operations, many members', () => {
  const numbers = Array.from({ length: 10_000 }, (_, index) => index)
  test('10,000 operations on elements of their own', () => {
    const operations = numbers.map(n => ({
      op: 'Add',
      path: `emails[value eq "u${n}@x"].display`,
      value: `U${n}`
    }))
    expect(patchUser({}, operations).rest.emails).toHaveLength(10_000)
  })
  test('10,000 values added one by one, each primary in turn', () => {
    const operations = numbers.map(n => ({
      op: 'add',
      path: 'emails',
      value: [{ value: `u${n}@x`, type: 'work' }]
    }))
    expect(patchUser({}, [...operations, ...operations]).rest.emails).toHaveLength(10_000)
  })
  test('10,000 values that are all primary when they come', () => {
    const operations = numbers.map(n => ({
      op: 'add',
      path: 'emails',
      value: [{ value: `u${n}`, primary: true }]
    }))
    const emails = patchUser({}, operations).rest.emails as JsonObject[]
    expect(emails.filter(email => email.primary === true)).toEqual([{ value: 'u9999', primary: true }])
  })
  test('operations that each reach every one of 10,000 values are refused, not worked on for minutes', () => {
    const values = { op: 'add', path: 'emails', value: numbers.map(n => ({ value: `u${n}` })) }
    const operations = numbers.map(n => ({ op: 'replace', path: 'emails[value pr].display', value: `${n}` }))
    expect(() => patchUser({}, [values, ...operations])).toThrow(expect.objectContaining({ status: 413 }))
  })
  test('T22: half of 10,000 values of one type, removed by a value array', () => {
    const values = numbers.map(n => ({ value: `u${n}`, type: 'work' }))
    const removal = { op: 'Remove', path: 'emails', value: values.slice(5_000) }
    expect(patchUser({ emails: values }, [removal]).rest.emails).toEqual(values.slice(0, 5_000))
  })
  test('10,000 members in one operation, and 10,000 operations of one', () => {
    expect(
      membersOf({ op: 'Add', path: 'members', value: numbers.map(n => ({ value: `m${n}` })) })
    ).toMatchObject([{ op: 'add' }])
    expect(
      membersOf(...numbers.map(n => ({ op: 'remove', path: `members[value eq "m${n}"]` })))
    ).toHaveLength(10_000)
  })
})

describe('T41: extensions this server has not been told of', () => {
  const X = 'urn:ietf:params:scim:schemas:extension:contoso:2.0:User'
  test('an object under an unknown URN is kept as sent', () => {
    const { rest, names } = create({ [X]: { badge: '7', nested: { a: [1, null, { b: true }] } } })
    expect(rest).toEqual({ [X]: { badge: '7', nested: { a: [1, null, { b: true }] } } })
    expect(names).toEqual(expect.arrayContaining(['unknown-extension-kept', 'extension-not-listed']))
  })
  test.each<[JsonObject]>([
    [{ op: 'Add', path: `${X}:badge`, value: '7' }],
    [{ op: 'add', value: { [`${X}:badge`]: '7' } }],
    [{ op: 'replace', value: { [X]: { badge: '7' } } }],
    [{ op: 'replace', path: X, value: { badge: '7' } }]
  ])('%j', operation =>
    expect(patched({ [X]: { other: 1 } }, operation)).toEqual({ [X]: { other: 1, badge: '7' } })
  )
  test('an object as the value of one attribute', () =>
    expect(patched({}, { op: 'add', path: `${X}:badge`, value: { no: 7 } })).toEqual({
      [X]: { badge: { no: 7 } }
    }))
  test('removal of the last value removes the URN', () =>
    expect(patched({ [X]: { badge: 1 } }, { op: 'Remove', path: `${X}:badge`, value: 1 })).toEqual({}))
  test('removal of the whole URN', () =>
    expect(patched({ [X]: { a: 1, b: 2 } }, { op: 'remove', path: X })).toEqual({}))
  test('the known extension without its URN in schemas is accepted', () =>
    expect(create({ [E]: { department: 'IT' } }).names).toContain('extension-not-listed'))
  test('by the letter both are refused', () => {
    expect(() => create({ [X]: { badge: '7' } }, 'rfc')).toThrow(expect.objectContaining({ status: 400 }))
    expect(() => create({ [E]: { department: 'IT' } }, 'rfc')).toThrow(
      expect.objectContaining({ status: 400 })
    )
  })
})

test.each([
  'guest_fabrikam.example#EXT#@contoso.example',
  "ines.o'connor@contoso.example",
  'Łódź Ωmega 東京',
  '👩‍👩‍👧',
  'café'
])('T42: %s comes back verbatim', userName =>
  expect(readResource(user, { schemas: [USER_SCHEMA], userName }, 'entra').document).toEqual({ userName })
)

test.each(['entra', 'rfc'] as const)(
  'T16: the URN repeated inside the extension is no attribute, %s',
  mode => {
    const value = { schemas: [E], department: 'IT' }
    const { rest, names } = patchUser({}, [{ op: 'add', path: E, value }], mode)
    expect(rest).toEqual({ [E]: { department: 'IT' } })
    expect(names).toEqual([])
  }
)
