import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ScimError } from '../scim/errors'
import { checkedText, parseJson } from './json-text'

const detailOf = (text: string): string => {
  try {
    parseJson(text)
  } catch (error) {
    if (error instanceof ScimError) return `${error.status} ${error.scimType} ${error.detail}`
    throw error
  }
  return 'no fault'
}

test.each([
  ['', 'empty'],
  ['  \n', 'empty'],
  ['{', 'ends too early'],
  ['{"a":"b', 'ends too early'],
  ['{"a" "b"}', 'unexpected """ at line 1, column 6'],
  ['{"a":1,}', 'unexpected "}" at line 1, column 8'],
  ['[1,]', 'unexpected "]" at line 1, column 4'],
  ['{\n  "a": tru\n}', 'unexpected "t" at line 2, column 8'],
  ['{\n  "a": 1\n  "b": 2\n}', 'unexpected """ at line 3, column 3'],
  ["{'a':1}", 'unexpected "\'" at line 1, column 2'],
  ['{} {}', 'unexpected "{" at line 1, column 4'],
  ['{"a":01}', 'unexpected "0" at line 1, column 6'],
  ['{"a":"x\ny"}', 'unexpected control character at line 1, column 8'],
  ['{"a":"\\x"}', 'unexpected "\\" at line 1, column 7'],
  ['userName=x', 'unexpected "u" at line 1, column 1'],
  ['<html>', 'unexpected "<" at line 1, column 1']
])('the fault in %j is named', (text, words) => {
  expect(detailOf(text)).toContain('400 invalidSyntax')
  expect(detailOf(text)).toContain(words)
})

test('the fault is found where a sound document was damaged, or where the damaged word or escape begins', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (text, seed) => {
      const at = seed % (text.length + 1)
      const damaged = `${text.slice(0, at)}\u0001${text.slice(at)}`
      const column = Number(/column (\d+)/.exec(detailOf(damaged))?.[1])
      expect(column).toBeLessThanOrEqual(at + 1)
      expect(damaged.slice(column - 1, at)).toMatch(/^([\w.+-]*|\\u?[0-9a-fA-F]{0,3})$/)
    })
  )
})

describe('keys that could do harm', () => {
  test.each([
    '{"__proto__":{"isAdmin":true},"a":[{"__proto__":1}]}',
    '{"__pr\\u006fto__":{"isAdmin":true},"a":[{}]}'
  ])('%s loses them at every depth', text => {
    const value = parseJson(text)
    expect(value).toEqual({ a: [{}] })
    expect(Object.hasOwn(value as object, '__proto__')).toBe(false)
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined()
  })

  test('of duplicate keys the last one counts', () => {
    expect(parseJson('{"a":1,"a":2}')).toEqual({ a: 2 })
  })
})

test('a byte order mark is skipped, broken UTF-8 is refused', () => {
  expect(checkedText(Buffer.from('\ufeff{}'), null)).toBe('{}')
  expect(() => checkedText(Buffer.from([0x7b, 0xff, 0x7d]), null)).toThrow(/UTF-8/)
})
