import { expect, test } from 'vitest'
import { foldedAtFirst, jsonLines, lineText, unfolded } from './json-lines'

const value = { a: 1, list: ['x', { b: null }], none: [] }
const lines = jsonLines(value)

test('the lines are those of pretty-printed JSON', () => {
  const printed = lines.map(line => `${'  '.repeat(line.depth)}${lineText(line)}${line.hasComma ? ',' : ''}`)
  expect(printed.join('\n')).toBe(JSON.stringify(value, null, 2))
})

test('what is folded is one line', () => {
  expect(unfolded(lines, new Set())).toHaveLength(lines.length)
  expect(unfolded(lines, new Set([2])).map(place => lines[place]?.name ?? lines[place]?.text)).toEqual([
    '{',
    'a',
    'list',
    'none',
    '}'
  ])
})

test('long lists begin folded, the whole never does', () => {
  const members = Array.from({ length: 100 }, (_, index) => index)
  expect(foldedAtFirst(jsonLines({ members }))).toEqual(new Set([1]))
  expect(foldedAtFirst(jsonLines(members)).size).toBe(0)
})
