/** What broken and odd requests are made of. */
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
export const NAMES = [
  'userName',
  'id',
  'externalId',
  'active',
  'displayName',
  'name',
  'name.givenName',
  'emails',
  'emails.value',
  'emails[type eq "work"]',
  'emails[type eq "work"].value',
  'phoneNumbers[primary eq true].value',
  'members',
  'members.value',
  'groups',
  'meta',
  'meta.created',
  'meta.lastModified',
  'schemas',
  'roles[primary eq "True"].value',
  'manager',
  ENTERPRISE,
  `${ENTERPRISE}:manager`,
  `${ENTERPRISE}:department`,
  `${ENTERPRISE}:manager.value`,
  'urn:x:y:2.0:User:badge',
  'tags',
  'tags[value eq "red"]',
  'size',
  'parts[type eq "disk"].value',
  'boughtAt',
  'urn:example:fuzz:Device:serial',
  '__proto__',
  'constructor',
  'prototype.x',
  '__proto__.polluted',
  'toString',
  'password',
  'x509Certificates',
  'USERNAME',
  '',
  ' ',
  'emails[',
  'emails[]',
  'emails[type]',
  'a'.repeat(3000)
]
export const OPERATORS = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le', 'pr', 'EQ', 'xx', '']
export const VALUES = [
  null,
  true,
  false,
  0,
  -1,
  1e308,
  1.5,
  '',
  'x',
  'True',
  'False',
  '\u0000',
  '\ud800',
  '🦄',
  'é',
  'ﬁ',
  'İ',
  'a'.repeat(5000),
  '2020-01-01T00:00:00Z',
  '__proto__',
  [],
  {},
  [[]],
  [null],
  [{}],
  [{ value: null }],
  [{ value: '' }],
  { value: '' },
  { value: null },
  { $ref: null, value: 'nobody' },
  { type: 'work', value: 'x' },
  [
    { type: 'work', value: 'x', primary: 'True' },
    { type: 'work', value: 'x', primary: true }
  ]
]
export function anyJson(random, depth) {
  if (depth === 0 || random.next() < 0.4) return random.pick(VALUES)
  if (random.next() < 0.5) return Array.from({ length: random.integer(4) }, () => anyJson(random, depth - 1))
  return Object.fromEntries(
    Array.from({ length: random.integer(4) }, () => [random.pick(NAMES), anyJson(random, depth - 1)])
  )
}

/** `__proto__` must arrive as a key, which object literals cannot carry. */
export const serialise = value => JSON.stringify(value)?.replaceAll('"prototype.x"', '"__proto__"') ?? 'null'

export function filterText(random, depth, ids) {
  const roll = random.integer(10)
  if (depth > 0 && roll < 2) return `(${filterText(random, depth - 1, ids)})`
  if (depth > 0 && roll < 4)
    return `${filterText(random, depth - 1, ids)} ${random.pick(['and', 'or', 'AND', 'xor'])} ${filterText(random, depth - 1, ids)}`
  if (depth > 0 && roll < 5) return `not (${filterText(random, depth - 1, ids)})`
  if (roll < 6) return oddText(random)
  const operator = random.pick(OPERATORS)
  const value = random.next() < 0.2 ? random.pick(ids.users) : random.pick(VALUES)
  return operator === 'pr'
    ? `${random.pick(NAMES)} pr`
    : `${random.pick(NAMES)} ${operator} ${JSON.stringify(value)}`
}

export function mutate(random, value) {
  if (random.next() < 0.08) return random.pick(VALUES)
  if (Array.isArray(value)) return value.map(item => mutate(random, item))
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).map(([name, item]) => [
      random.next() < 0.03 ? random.pick(NAMES) : name,
      mutate(random, item)
    ])
    return Object.fromEntries(entries)
  }
  return value
}

export const resourcePath = (random, ids) =>
  random.next() < 0.6
    ? `/scim/v2/Users/${random.pick(ids.users)}`
    : `/scim/v2/Groups/${random.pick(ids.groups)}`

const oddText = random =>
  random.pick([
    '',
    '"',
    '(',
    ')',
    '((((',
    'a'.repeat(500),
    'userName eq',
    'userName eq "',
    'userName eq "\\u00"',
    'userName eq "\\uD800"',
    '[]',
    'and',
    'not',
    '\u0000',
    'emails[type eq "work" and'
  ])
