import { expect, test } from 'vitest'
import { etagOf, namesEtag } from './etag'

test.each([
  ['W/"3"', true],
  ['"3"', true],
  ['*', true],
  [' * ', true],
  ['W/"2", W/"3"', true],
  ['W/"2","3"', true],
  ['3', true],
  ['W/3', true],
  ['W/"2"', false],
  ['"33"', false],
  ['', false],
  ['"W/"', false]
])('RFC 7644 §3.14: %j names version 3: %s', (header, expected) => {
  expect(namesEtag(header, etagOf(3))).toBe(expected)
})
