import { describe, expect, test } from 'vitest'
import { ENTERPRISE_SCHEMA } from '../../../shared/scim'
import type { Compatibility, Json, JsonObject } from '../../../shared/scim'
import { patch, user } from './bench'
import { normalisePatch } from './normalise'

const BABS = { userName: 'bjensen' }
const both = describe.each<Compatibility>(['rfc', 'entra'])

both('RFC 7644 §3.5.2.1 add (%s)', mode => {
  test.each<[string, JsonObject, JsonObject, JsonObject]>([
    [
      'figure 3: path-less, several attributes, appended to lists',
      { emails: [{ value: 'a@x', type: 'work' }] },
      { op: 'add', value: { emails: [{ value: 'babs@jensen.org', type: 'home' }], nickname: 'Babs' } },
      {
        emails: [
          { value: 'a@x', type: 'work' },
          { value: 'babs@jensen.org', type: 'home' }
        ],
        nickName: 'Babs'
      }
    ],
    ['a new attribute', {}, { op: 'add', path: 'title', value: 'T' }, { title: 'T' }],
    [
      'an existing single value is replaced',
      { title: 'O' },
      { op: 'add', path: 'title', value: 'T' },
      { title: 'T' }
    ],
    [
      'parts of a complex value are added to it',
      { name: { givenName: 'B' } },
      { op: 'add', path: 'name', value: { familyName: 'J' } },
      { name: { givenName: 'B', familyName: 'J' } }
    ],
    [
      'a part of every element, without a filter',
      { emails: [{ value: 'a' }, { value: 'b' }] },
      { op: 'add', path: 'emails.display', value: 'D' },
      {
        emails: [
          { value: 'a', display: 'D' },
          { value: 'b', display: 'D' }
        ]
      }
    ],
    [
      'parts of a filtered element',
      { emails: [{ value: 'a', type: 'work' }] },
      { op: 'add', path: 'emails[type eq "work"]', value: { display: 'D' } },
      { emails: [{ value: 'a', type: 'work', display: 'D' }] }
    ],
    [
      'the same (type, value) again adds nothing (RFC 7643 §2.4)',
      { emails: [{ value: 'a@x', type: 'work' }] },
      { op: 'add', path: 'emails', value: [{ value: 'A@X', type: 'WORK' }] },
      { emails: [{ value: 'a@x', type: 'work' }] }
    ],
    [
      'the same value of another type is another value',
      { emails: [{ value: 'a@x', type: 'work' }] },
      { op: 'add', path: 'emails', value: [{ value: 'a@x', type: 'home' }] },
      {
        emails: [
          { value: 'a@x', type: 'work' },
          { value: 'a@x', type: 'home' }
        ]
      }
    ],
    [
      'an equal address adds nothing',
      { addresses: [{ type: 'work', country: 'SE' }] },
      { op: 'add', path: 'addresses', value: [{ country: 'SE', type: 'work' }] },
      { addresses: [{ type: 'work', country: 'SE' }] }
    ],
    [
      'null and empty lists add nothing',
      { title: 'T' },
      { op: 'add', value: { title: null, emails: [] } },
      { title: 'T' }
    ]
  ])('%s', (_title, before, operation, after) =>
    expect(patch({ ...BABS, ...before }, [operation], mode)).toEqual({ ...BABS, ...after })
  )
})

both('RFC 7644 §3.5.2.2 remove (%s)', mode => {
  const emails: JsonObject[] = [
    { value: 'a', type: 'work', display: 'A' },
    { value: 'b', type: 'home' }
  ]
  test.each<[string, JsonObject, string, JsonObject]>([
    ['a single value', { title: 'T', nickName: 'N' }, 'title', { nickName: 'N' }],
    ['a list', { emails }, 'emails', {}],
    [
      'the values that a filter matches',
      { emails },
      'emails[type eq "work"]',
      { emails: [emails[1] ?? null] }
    ],
    ['the last value: the attribute is unassigned', { emails: [{ value: 'a' }] }, 'emails[value eq "a"]', {}],
    [
      'a part of the values that a filter matches',
      { emails },
      'emails[value sw "a"].display',
      { emails: [{ value: 'a', type: 'work' }, emails[1] ?? null] }
    ],
    ['the last part of a complex value', { name: { givenName: 'G' } }, 'name.givenName', {}],
    [
      'the last attribute of an extension: its URN goes too',
      { [ENTERPRISE_SCHEMA]: { department: 'D' } },
      `${ENTERPRISE_SCHEMA}:department`,
      {}
    ],
    ['a whole extension', { [ENTERPRISE_SCHEMA]: { department: 'D', division: 'V' } }, ENTERPRISE_SCHEMA, {}]
  ])('%s', (_title, before, path, after) =>
    expect(patch({ ...BABS, ...before }, [{ op: 'remove', path }], mode)).toEqual({ ...BABS, ...after })
  )

  test.each([
    ['without a path: noTarget', { op: 'remove' }, 'noTarget'],
    ['of a required attribute: mutability', { op: 'remove', path: 'userName' }, 'mutability'],
    [
      'of a read-only part: mutability',
      { op: 'remove', path: `${ENTERPRISE_SCHEMA}:manager.displayName` },
      'mutability'
    ]
  ])('%s', (_title, operation, scimType) =>
    expect(() => patch(BABS, [operation], mode)).toThrow(expect.objectContaining({ status: 400, scimType }))
  )
})

test('RFC 7644 §3.5.2.2: a filter that matches nothing is noTarget by the letter', () =>
  expect(() => patch(BABS, [{ op: 'remove', path: 'emails[type eq "work"]' }])).toThrow(
    expect.objectContaining({ scimType: 'noTarget' })
  ))

both('RFC 7644 §3.5.2.3 replace (%s)', mode => {
  const emails: JsonObject[] = [
    { value: 'a', type: 'work', primary: true },
    { value: 'b', type: 'home' }
  ]
  test.each<[string, JsonObject, JsonObject, JsonObject]>([
    [
      'figure 6: path-less, lists as a whole',
      { emails, nickName: 'O' },
      { op: 'replace', value: { emails: [{ value: 'c', type: 'work' }], nickname: 'Babs' } },
      { emails: [{ value: 'c', type: 'work' }], nickName: 'Babs' }
    ],
    ['what does not exist is added', {}, { op: 'replace', path: 'title', value: 'T' }, { title: 'T' }],
    [
      'a list',
      { emails },
      { op: 'replace', path: 'emails', value: [{ value: 'c' }] },
      { emails: [{ value: 'c' }] }
    ],
    ['an empty list clears', { emails }, { op: 'replace', path: 'emails', value: [] }, {}],
    [
      'the parts named of a complex value',
      { name: { givenName: 'G', familyName: 'F' } },
      { op: 'replace', path: 'name', value: { givenName: 'H' } },
      { name: { givenName: 'H', familyName: 'F' } }
    ],
    [
      'figure: the whole element that a filter matches',
      { emails },
      { op: 'replace', path: 'emails[type eq "home"]', value: { type: 'home', value: 'c', display: 'C' } },
      { emails: [emails[0] ?? null, { type: 'home', value: 'c', display: 'C' }] }
    ],
    [
      'a part of every element that a filter matches',
      { emails },
      { op: 'replace', path: 'emails[value pr].display', value: 'D' },
      { emails: emails.map(email => ({ ...email, display: 'D' })) }
    ]
  ])('%s', (_title, before, operation, after) =>
    expect(patch({ ...BABS, ...before }, [operation], mode)).toEqual({ ...BABS, ...after })
  )
})

both('RFC 7644 §3.5.2: primary (%s)', mode => {
  const emails: JsonObject[] = [
    { value: 'a', type: 'work', primary: true },
    { value: 'b', type: 'home' }
  ]
  test.each<[string, JsonObject]>([
    ['set by path', { op: 'replace', path: 'emails[type eq "home"].primary', value: true }],
    [
      'set with an element',
      { op: 'add', path: 'emails', value: [{ value: 'b', type: 'home', primary: true }] }
    ]
  ])('%s: the others become false', (_title, operation) =>
    expect(patch({ ...BABS, emails }, [operation], mode).emails).toEqual([
      { value: 'a', type: 'work', primary: false },
      { value: 'b', type: 'home', primary: true }
    ])
  )
})

test('RFC 7644 §3.5.2: adding exactly what is there gives an equal document', () => {
  const before = {
    ...BABS,
    emails: [{ value: 'a', type: 'work', primary: true }],
    name: { givenName: 'G' },
    active: true
  }
  expect(patch(before, [{ op: 'add', value: before }], 'entra')).toEqual(before)
})

both('RFC 7644 §3.12: an operation that cannot be read (%s)', mode => {
  test.each<[Json, string]>([
    [{ op: 'move', path: 'title', value: 'T' }, 'invalidSyntax'],
    [{ path: 'title', value: 'T' }, 'invalidSyntax'],
    [{ op: 1 }, 'invalidSyntax'],
    ['add', 'invalidSyntax'],
    [null, 'invalidSyntax'],
    [{ op: 'add', path: 'title' }, 'invalidValue'],
    [{ op: 'add' }, 'invalidValue'],
    [{ op: 'replace', value: 'text' }, 'invalidValue'],
    [{ op: 'replace', value: '{"title":"T"}' }, 'invalidValue'],
    [{ op: 'add', path: 7, value: 'T' }, 'invalidPath'],
    [{ op: 'add', path: 'a b', value: 'T' }, 'invalidPath'],
    [{ op: 'add', path: 'name..x', value: 'T' }, 'invalidPath'],
    [{ op: 'add', path: 'emails[type eq "work"', value: 'T' }, 'invalidPath'],
    [{ op: 'add', path: 'emails[type zz "work"].value', value: 'T' }, 'invalidFilter'],
    [{ op: 'add', path: 'emails[shoe eq "work"].value', value: 'T' }, 'invalidFilter'],
    [{ op: 'add', path: 'title', value: { a: 1 } }, 'invalidValue'],
    [{ op: 'add', path: 'emails', value: [{ value: 5 }] }, 'invalidValue'],
    [{ op: 'add', path: 'emails', value: [[{ value: 'a' }]] }, 'invalidValue'],
    [{ op: 'add', path: 'title', value: ['a', 'b'] }, 'invalidValue'],
    [{ op: 'replace', path: 'userName', value: '   ' }, 'invalidValue'],
    [{ op: 'replace', path: 'userName', value: 'a\u0000b' }, 'invalidValue'],
    [{ op: 'replace', path: 'userName', value: 'a\ud800b' }, 'invalidValue'],
    [{ op: 'replace', path: `${ENTERPRISE_SCHEMA}:manager.displayName`, value: 'x' }, 'mutability']
  ])('%j → 400 %s', (operation, scimType) =>
    expect(() => patch(BABS, [operation], mode)).toThrow(expect.objectContaining({ status: 400, scimType }))
  )
  test.each<[Json]>([[null], [[]], ['x'], [{}], [{ Operations: [] }], [{ Operations: 'add' }]])(
    'a body %j → 400 invalidSyntax',
    body =>
      expect(() => normalisePatch(user, body, mode)).toThrow(
        expect.objectContaining({ status: 400, scimType: 'invalidSyntax' })
      )
  )
})
