import { describe, expect, test } from 'vitest'
import { ENTERPRISE_SCHEMA, type JsonObject } from '../../shared/scim'
import { printPath } from './filter/print'
import { refusal } from './refusal.fixture'
import { STRICT } from './reading'
import { builtInRegistry, modelOf } from './registry'
import { compareBy, resolveSort, type SortOrder } from './sort'

const user = modelOf(builtInRegistry, 'User')!
const group = modelOf(builtInRegistry, 'Group')!

const sorted = (sortBy: string, resources: JsonObject[], order: SortOrder = 'ascending') =>
  resources
    .toSorted(compareBy(resolveSort([user, group], sortBy, order)))
    .map(({ id }) => id)
    .join('')

describe('RFC 7644 §3.4.2.3: sorting', () => {
  const people: JsonObject[] = [
    { id: 'a', userName: 'Bo', externalId: 'b', active: true, meta: { created: '2026-01-01T10:00:00Z' } },
    {
      id: 'b',
      userName: 'anna',
      externalId: 'A',
      active: false,
      meta: { created: '2026-01-01T10:30:00+01:00' }
    },
    { id: 'c', userName: 'Çem' },
    { id: 'd', meta: {} }
  ]
  test.each<[string, SortOrder, string]>([
    ['userName', 'ascending', 'bacd'],
    ['userName', 'descending', 'dcab'],
    ['USERNAME', 'ascending', 'bacd'],
    ['externalId', 'ascending', 'bacd'],
    ['meta.created', 'ascending', 'bacd'],
    ['meta.created', 'descending', 'cdab'],
    ['active', 'ascending', 'bacd']
  ])('by %s, %s: missing values last, or first when descending', (sortBy, order, expected) => {
    expect(sorted(sortBy, people, order)).toBe(expected)
  })

  test('of a multi-valued attribute the primary value counts, else the first', () => {
    const resources: JsonObject[] = [
      { id: 'a', emails: [{ value: 'a' }, { value: 'z', primary: true }] },
      { id: 'b', emails: [{ value: 'm' }, { value: 'a' }] },
      { id: 'c', emails: [] },
      { id: 'd', emails: [{ value: 'B' }] }
    ]
    expect(sorted('emails', resources)).toBe('dbac')
    expect(sorted('emails.value', resources)).toBe('dbac')
  })

  test('by an attribute of an extension', () => {
    const resources = [
      { id: 'a', [ENTERPRISE_SCHEMA]: { department: 'Z' } },
      { id: 'b', [ENTERPRISE_SCHEMA]: { department: 'a' } }
    ]
    expect(sorted(`${ENTERPRISE_SCHEMA}:department`, resources)).toBe('ba')
    expect(sorted('department', resources)).toBe('ba')
  })

  test.each([
    ['nothing', 'sortBy: User has no attribute "nothing".'],
    ['', 'sortBy: User has no attribute "".'],
    ['__proto__', 'sortBy: User has no attribute "__proto__".'],
    ['name', 'sortBy: "name" is complex; name one of its sub-attributes.'],
    ['password', 'sortBy: "password" is never returned.']
  ])('%j is 400 invalidPath', (sortBy, detail) => {
    expect(refusal(() => resolveSort([user], sortBy, 'ascending'))).toMatchObject({
      status: 400,
      scimType: 'invalidPath',
      detail
    })
  })

  test('a path is resolved down to a simple attribute', () => {
    expect(printPath(resolveSort([user], 'manager', 'ascending').path)).toBe(
      `${ENTERPRISE_SCHEMA}:manager.value`
    )
    expect(refusal(() => resolveSort([user], 'manager', 'ascending', STRICT)).scimType).toBe('invalidPath')
  })
})
