import { describe, expect, test } from 'vitest'
import { GROUP_SCHEMA, PATCH_OP } from '../../../shared/scim'
import type { Json } from '../../../shared/scim'
import { readResource } from '../read-resource'
import { group, membersOf, patched } from './bench'
import { normalisePatch } from './normalise'

describe('T22: remove with a value array removes only these', () => {
  test('members', () =>
    expect(
      membersOf({ op: 'Remove', path: 'members', value: [{ $ref: null, value: 'a' }, { value: 'b' }] })
    ).toEqual([{ op: 'remove', ids: ['a', 'b'] }]))
  test.each<[string, Json]>([
    ['one object', { value: 'a' }],
    ['a bare id', 'a'],
    ['an array of ids', ['a']]
  ])('as %s', (_shape, value) =>
    expect(membersOf({ op: 'Remove', path: 'members', value })).toEqual([{ op: 'remove', ids: ['a'] }])
  )
  test('an empty array removes nobody', () =>
    expect(membersOf({ op: 'Remove', path: 'members', value: [] })).toEqual([{ op: 'remove', ids: [] }]))
  test('without a value it removes all', () =>
    expect(membersOf({ op: 'remove', path: 'members' })).toEqual([{ op: 'remove-all' }]))
  test('members.value without a value removes nobody', () =>
    expect(membersOf({ op: 'remove', path: 'members.value' })).toEqual([]))
  test.each<[Json]>([[''], [5], [[{}]], [[{ value: '' }]], [[null]], [{ id: 'a' }]])(
    '%j is refused, never read as all',
    value =>
      expect(() => membersOf({ op: 'Remove', path: 'members', value })).toThrow(
        expect.objectContaining({ status: 400 })
      )
  )
  test('by the letter a remove has no value, and the group is not emptied', () =>
    expect(() =>
      normalisePatch(
        group,
        { schemas: [PATCH_OP], Operations: [{ op: 'remove', path: 'members', value: [{ value: 'a' }] }] },
        'rfc'
      )
    ).toThrow(expect.objectContaining({ scimType: 'invalidSyntax' })))
  test('on other multi-valued attributes', () =>
    expect(
      patched(
        {
          emails: [
            { type: 'work', value: 'w' },
            { type: 'home', value: 'h' }
          ]
        },
        { op: 'Remove', path: 'emails', value: [{ type: 'work', value: 'W' }] }
      )
    ).toEqual({ emails: [{ type: 'home', value: 'h' }] }))
})

describe('T23: members by filter', () => {
  test.each<[string, Json]>([
    ['members[value eq "a"]', { op: 'remove', ids: ['a'] }],
    ['members[value eq "a" or value eq "b"]', { op: 'remove', ids: ['a', 'b'] }],
    ['members[type eq "Group"]', { op: 'remove-where' }],
    ['members[value eq "a" and type eq "User"]', { op: 'remove-where' }]
  ])('%s', (path, expected) => expect(membersOf({ op: 'remove', path })).toMatchObject([expected]))
  test('several operations keep their order', () =>
    expect(
      membersOf(
        { op: 'add', path: 'members', value: [{ value: 'a' }] },
        { op: 'remove', path: 'members[value eq "a"]' },
        { op: 'replace', path: 'members', value: [{ value: 'b' }] }
      )
    ).toEqual([
      { op: 'add', ids: ['a'] },
      { op: 'remove', ids: ['a'] },
      { op: 'replace', ids: ['b'] }
    ]))
})

test.each<[Json]>([
  [{ $ref: null, value: 'a' }],
  [{ $ref: 'https://other/Users/a', value: 'a', display: 'A', type: 'User' }]
])('T24: a $ref inside a member is ignored: %j', value =>
  expect(membersOf({ op: 'Add', path: 'members', value: [value] })).toEqual([{ op: 'add', ids: ['a'] }])
)

test('T25: a member that is listed twice is added once', () =>
  expect(membersOf({ op: 'Add', path: 'members', value: [{ value: 'a' }, { value: 'a' }, 'b'] })).toEqual([
    { op: 'add', ids: ['a', 'b'] }
  ]))

test.each([
  [['http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group', GROUP_SCHEMA]],
  [['urn:scim:schemas:core:1.0']],
  [undefined],
  ['urn:x']
])('T28: schemas %j are ignored', schemas => {
  const read = readResource(
    group,
    { ...(schemas === undefined ? {} : { schemas }), displayName: 'G' },
    'entra'
  )
  expect(read.document).toEqual({ displayName: 'G' })
  expect(read.tolerances.map(use => use.name)).toContain('schemas-not-as-agreed')
})
