import { expect, test } from 'vitest'
import { ENTERPRISE_SCHEMA as E } from '../../shared/scim'
import type { AttributeChange } from '../../shared/change'
import type { JsonObject } from '../../shared/scim'
import { compareDocuments } from './compare'
import { user } from './patch/bench'

test.each<[string, JsonObject, JsonObject, AttributeChange[]]>([
  [
    'equal documents',
    { userName: 'a', emails: [{ value: 'v' }] },
    { emails: [{ value: 'v' }], userName: 'a' },
    []
  ],
  ['a simple attribute', { title: 'a' }, { title: 'b' }, [{ path: 'title', old: 'a', new: 'b' }]],
  [
    'added and removed',
    { title: 'a' },
    { active: false },
    [
      { path: 'title', old: 'a', new: null },
      { path: 'active', old: null, new: false }
    ]
  ],
  ['externalId', { externalId: 'a' }, { externalId: 'b' }, [{ path: 'externalId', old: 'a', new: 'b' }]],
  [
    'a part of a complex value',
    { name: { givenName: 'a', familyName: 'f' } },
    { name: { givenName: 'b', familyName: 'f' } },
    [{ path: 'name.givenName', old: 'a', new: 'b' }]
  ],
  [
    'an element that its type names',
    {
      emails: [
        { type: 'work', value: 'a' },
        { type: 'home', value: 'h' }
      ]
    },
    {
      emails: [
        { type: 'home', value: 'h' },
        { type: 'work', value: 'b' }
      ]
    },
    [{ path: 'emails[type eq "work"].value', old: 'a', new: 'b' }]
  ],
  [
    'the order of typed elements is no difference',
    { emails: [{ type: 'work' }, { type: 'home' }] },
    { emails: [{ type: 'home' }, { type: 'work' }] },
    []
  ],
  [
    'a new element',
    {},
    { emails: [{ type: 'work', value: 'a', primary: true }] },
    [
      { path: 'emails[type eq "work"].value', old: null, new: 'a' },
      { path: 'emails[type eq "work"].primary', old: null, new: true }
    ]
  ],
  [
    'an element with nothing but its type',
    {},
    { emails: [{ type: 'work' }] },
    [{ path: 'emails[type eq "work"]', old: null, new: { type: 'work' } }]
  ],
  [
    'elements that no type tells apart',
    { emails: [{ value: 'a' }] },
    { emails: [{ value: 'a' }, { value: 'b' }] },
    [{ path: 'emails', old: [{ value: 'a' }], new: [{ value: 'a' }, { value: 'b' }] }]
  ],
  [
    'extension attributes, with their URN',
    { [E]: { department: 'a' } },
    { [E]: { department: 'b', manager: { value: 'm' } } },
    [
      { path: `${E}:department`, old: 'a', new: 'b' },
      { path: `${E}:manager.value`, old: null, new: 'm' }
    ]
  ],
  [
    'unknown extensions',
    { 'urn:x:1.0:U': { a: 1 } },
    { 'urn:x:1.0:U': { a: 1, b: [2] } },
    [{ path: 'urn:x:1.0:U:b', old: null, new: [2] }]
  ]
])('%s', (_title, before, after, changes) => expect(compareDocuments(user, before, after)).toEqual(changes))
