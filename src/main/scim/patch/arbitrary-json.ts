import fc from 'fast-check'
import { ENTERPRISE_SCHEMA, PATCH_OP, USER_SCHEMA } from '../../../shared/scim'
import type { Json, JsonObject } from '../../../shared/scim'

// Bodies nobody would write, made of the words that this code looks for.

const HOSTILE = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf']
const NAMES = [
  'userName',
  'name',
  'givenName',
  'name.familyName',
  'active',
  'emails',
  'emails.value',
  'emails[type eq "work"]',
  'emails[type eq "work"].value',
  'emails[primary eq "True"].display',
  'emails[not (value pr)].type',
  'addresses[type eq "work" or type eq "home"].country',
  'roles[primary eq "false"].value',
  'members',
  'members[value eq "a"]',
  'members[display sw "a"]',
  'members.value',
  'manager',
  'id',
  'meta',
  'groups',
  'schemas',
  'password',
  'value',
  'type',
  'primary',
  '$ref',
  'display',
  'displayName',
  'externalId',
  'x509Certificates',
  'op',
  'path',
  'Operations',
  ENTERPRISE_SCHEMA,
  `${ENTERPRISE_SCHEMA}:manager`,
  `${ENTERPRISE_SCHEMA}:manager.value`,
  `${USER_SCHEMA}:title`,
  USER_SCHEMA,
  'urn:example:2.0:User',
  'urn:example:2.0:User:badge',
  'urn:example:2.0:User:a.b',
  'urn:x:__proto__',
  'urn:x:__proto__.a',
  '__proto__:x',
  '',
  ' ',
  '.',
  'a..b',
  '[',
  'emails[',
  'urn:',
  'urn::',
  'urn:a:b:'
]
const TEXTS = [
  'True',
  'false',
  'work',
  'a',
  '',
  ' ',
  '\u0000',
  '\ud800',
  '12',
  'add',
  'Replace',
  'remove',
  PATCH_OP
]

const name = fc.oneof(fc.constantFrom(...NAMES, ...HOSTILE), fc.string({ maxLength: 12 }))
const leaf = fc.oneof(
  fc.constantFrom(...TEXTS, ...NAMES, ...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(null, true, false, 0, 1, -1.5, 1e300, Infinity)
)
export const { json } = fc.letrec<{ json: Json }>(tie => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.array(fc.tuple(name, tie('json')), { maxLength: 5 }).map(objectFrom)
  )
}))

/** As JSON.parse builds it: `__proto__` is a key like any other. */
function objectFrom(entries: [string, Json][]): JsonObject {
  const object: JsonObject = {}
  for (const [key, value] of entries) {
    Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true })
  }
  return object
}

const anyOperation = fc.record(
  { op: fc.constantFrom('add', 'Add', 'replace', 'Replace', 'Remove', 'remove'), path: name, value: json },
  { requiredKeys: ['op'] }
)

// Names with values that fit them, so that enough bodies get as far as being applied.
const text = fc.constantFrom('a', 'b', 'work', 'home', 'True', '', 'A', '\u00e9', 'a@x')
const element = fc.record(
  { value: text, type: text, display: text, primary: fc.boolean() },
  { requiredKeys: [] }
)
const fitting: fc.Arbitrary<[string, Json]> = fc.oneof(
  fc.tuple(
    fc.constantFrom(
      'title',
      'name.givenName',
      'externalId',
      'emails[type eq "work"].value',
      'emails[value eq "a" and primary eq true].display',
      'emails.display',
      'manager',
      `${ENTERPRISE_SCHEMA}:department`,
      'urn:example:2.0:User:badge',
      'addresses[type eq "home"].country',
      'unknown'
    ),
    text
  ),
  fc.tuple(
    fc.constantFrom('active', 'emails[type eq "home"].primary'),
    fc.constantFrom<Json>('True', 'false', true)
  ),
  fc.tuple(
    fc.constantFrom('emails', 'roles', 'phoneNumbers', 'members'),
    fc.array(element, { maxLength: 4 })
  ),
  fc.tuple(fc.constantFrom('emails[type eq "work"]', 'manager', `${ENTERPRISE_SCHEMA}:manager`), element),
  fc.tuple(
    fc.constantFrom('name', 'urn:example:2.0:User'),
    fc.dictionary(fc.constantFrom('givenName', 'Formatted'), text)
  )
)
const fittingOperation = fc.oneof(
  fitting.map(([path, value]) => ({ op: 'Add', path, value })),
  fitting.map(([path, value]) => ({ op: 'replace', path, value })),
  fitting.map(([path]) => ({ op: 'Remove', path })),
  fc.array(fitting, { maxLength: 4 }).map(entries => ({ op: 'replace', value: objectFrom(entries) }))
)
const operations = fc.oneof(
  fc.array(anyOperation, { minLength: 1, maxLength: 3 }),
  fc.array(fittingOperation, { minLength: 1, maxLength: 6 }),
  fc.tuple(fittingOperation, anyOperation)
)

export const patchBody = fc.oneof(
  { weight: 1, arbitrary: json },
  { weight: 6, arbitrary: operations.map(Operations => ({ schemas: [PATCH_OP], Operations }) as Json) }
)

/** A user or group, mostly readable, with anything among its attributes. */
export const resourceBody = fc.oneof(
  { weight: 1, arbitrary: json },
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.array(fitting, { maxLength: 6 }), fc.array(fc.tuple(name, json), { maxLength: 2 }))
      .map(([likely, others]) =>
        objectFrom([['userName', 'anna'], ['displayName', 'A'], ...likely, ...others])
      )
  }
)
