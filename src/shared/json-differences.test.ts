import { expect, test } from 'vitest'
import { jsonDifferences } from './json-differences'

test('differing attributes are listed by path, absent ones too', () => {
  const left = { active: true, name: { givenName: 'A', familyName: 'N' }, emails: [{ value: 'a' }] }
  const right = { active: false, name: { givenName: 'A' }, emails: [{ value: 'a' }, { value: 'b' }] }
  expect(jsonDifferences(left, right)).toEqual([
    { path: 'active', left: true, right: false },
    { path: 'name.familyName', left: 'N', right: undefined },
    { path: 'emails[1]', left: undefined, right: { value: 'b' } }
  ])
})

test('equal values do not differ, and names with colons stay readable', () => {
  expect(jsonDifferences({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toEqual([])
  expect(jsonDifferences({ 'urn:x': 1 }, { 'urn:x': 2 })).toMatchObject([{ path: '["urn:x"]' }])
  expect(jsonDifferences(undefined, { a: 1 })).toEqual([{ path: '', left: undefined, right: { a: 1 } }])
})
