import { describe, expect, test } from 'vitest'
import { ENTERPRISE_SCHEMA as E, USER_SCHEMA } from '../../shared/scim'
import type { JsonObject } from '../../shared/scim'
import type { Attribute, ResourceModel } from './model'
import { readResource } from './read-resource'
import { group, user } from './patch/bench'
import { replaceResource } from './replace'

describe('RFC 7644 §3.5.1: PUT', () => {
  const before = {
    userName: 'a',
    title: 'T',
    emails: [{ value: 'v' }],
    [E]: { department: 'D' },
    'urn:x:1.0:U': { a: 1 }
  }
  test('clears what is not listed', () =>
    expect(replaceResource(user, before, { userName: 'b' })).toEqual({ userName: 'b' }))
  test('leaves its inputs alone', () => {
    const [left, right] = [structuredClone(before), { userName: 'b', name: { givenName: 'G' } }]
    replaceResource(user, left, right)
    expect([left, right]).toEqual([before, { userName: 'b', name: { givenName: 'G' } }])
  })
  test.each([true, false])('a missing active stays %s', active =>
    expect(replaceResource(user, { userName: 'a', active }, { userName: 'a' })).toEqual({
      userName: 'a',
      active
    })
  )
  test('active that is sent counts', () =>
    expect(
      replaceResource(user, { userName: 'a', active: true }, { userName: 'a', active: false }).active
    ).toBe(false))
  test('what is required stays required', () =>
    expect(() => replaceResource(user, before, {})).toThrow(/userName is required/))
})

describe('RFC 7643 §2.2: PUT and mutability', () => {
  const held = (name: string, mutability: Attribute['mutability']): Attribute => ({
    ...(user.core.attributes.find(attribute => attribute.name === 'title') as Attribute),
    name,
    mutability
  })
  const model: ResourceModel = {
    ...user,
    core: {
      ...user.core,
      attributes: [...user.core.attributes, held('badge', 'immutable'), held('seenAs', 'readOnly')]
    }
  }
  const before: JsonObject = { userName: 'a', badge: '7', seenAs: 'A' }
  test('immutable and read-only values stay when they are not sent', () =>
    expect(replaceResource(model, before, { userName: 'a' })).toEqual(before))
  test('an immutable value may be sent again', () =>
    expect(replaceResource(model, before, { userName: 'a', badge: '7' })).toEqual(before))
  test('a different immutable value is 400 mutability', () =>
    expect(() => replaceResource(model, before, { userName: 'a', badge: '8' })).toThrow(
      expect.objectContaining({ status: 400, scimType: 'mutability' })
    ))
})

describe('the body of a whole resource', () => {
  test('members are ids, apart from the document', () => {
    const read = (body: JsonObject) => readResource(group, { displayName: 'G', ...body }, 'entra')
    expect(read({})).toMatchObject({ document: { displayName: 'G' }, memberIds: null })
    expect(read({ members: [] }).memberIds).toEqual([])
    expect(read({ members: null }).memberIds).toBeNull()
    expect(
      read({ members: [{ value: 'a', display: 'A', $ref: null }, 'b', { VALUE: 'a' }] }).memberIds
    ).toEqual(['a', 'b'])
    expect(() => read({ members: [{ display: 'A' }] })).toThrow(/members\[0\]\.value names a member/)
  })
  test.each<[JsonObject]>([
    [{ userName: 'a' }],
    [{ schemas: [], userName: 'a' }],
    [{ schemas: [USER_SCHEMA, 'urn:unknown'], userName: 'a' }],
    [{ schemas: 'text', userName: 'a' }]
  ])('by the letter %j has not the right schemas', body => {
    expect(() => readResource(user, body, 'rfc')).toThrow(expect.objectContaining({ status: 400 }))
    expect(readResource(user, body, 'entra').document).toEqual({ userName: 'a' })
  })
  test('by the letter null and [] are no values (RFC 7643 §2.5)', () =>
    expect(
      readResource(user, { schemas: [USER_SCHEMA], userName: 'a', title: null, emails: [] }, 'rfc').document
    ).toEqual({
      userName: 'a'
    }))
  test('several primary values: the first stays, by the letter it is refused (RFC 7643 §2.4)', () => {
    const body = {
      schemas: [USER_SCHEMA],
      userName: 'a',
      emails: [
        { value: 'a', primary: true },
        { value: 'b', primary: true }
      ]
    }
    expect(readResource(user, body, 'entra').document.emails).toEqual([
      { value: 'a', primary: true },
      { value: 'b', primary: false }
    ])
    expect(() => readResource(user, body, 'rfc')).toThrow(/2 primary values/)
  })
})
