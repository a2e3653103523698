import { expect, test } from 'vitest'
import { jsonFault } from './json-fault'

test.each([
  ['{"a": 1}', null],
  ['{\n  "a": 1,\n}', { line: 3, column: 1 }],
  ['{\n  "a" 1\n}', { line: 2, column: 7 }],
  ['{"a": ', { line: 1, column: 7 }],
  ['', { line: 1, column: 1 }],
  ['{"a": tru}', { line: 1, column: 7 }]
])('%j', (text, expected) => {
  if (expected === null) expect(jsonFault(text)).toBeNull()
  else expect(jsonFault(text)).toMatchObject(expected)
})
