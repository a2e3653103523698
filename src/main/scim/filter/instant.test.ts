import { expect, test } from 'vitest'
import { instantOf } from './instant'

test.each([
  ['2011-05-13T04:42:34Z', Date.UTC(2011, 4, 13, 4, 42, 34)],
  ['2011-05-13T04:42:34.123456Z', Date.UTC(2011, 4, 13, 4, 42, 34, 123)],
  ['2011-05-13T04:42:34+02:00', Date.UTC(2011, 4, 13, 2, 42, 34)],
  ['2011-05-13T04:42:34', Date.UTC(2011, 4, 13, 4, 42, 34)],
  ['2011-05-13t04:42:34z', Date.UTC(2011, 4, 13, 4, 42, 34)],
  ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
  ['2023-02-29T00:00:00Z', null],
  ['2011-13-01T00:00:00Z', null],
  ['2011-05-13T25:00:00Z', null],
  ['2011-05-13', null],
  ['yesterday', null],
  ['', null]
])('RFC 7643 §2.3.5: %j is the instant %s', (text, at) => expect(instantOf(text)).toBe(at))
