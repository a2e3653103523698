import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { TOLERANCES } from '../src/shared/explain/tolerances'
import { sourceFiles } from './source-files'

const ROWS = Array.from({ length: 45 }, (_, index) => `T${index + 1}`)
/** Rows about what travels: their test goes through the whole server. */
const ON_THE_WIRE = ROWS.filter((_, index) => index < 7 || index === 25 || index === 26 || index >= 34)

const titlesIn = (folder: string): string[] =>
  sourceFiles(folder, /\.test\.ts$/).flatMap(({ text }) =>
    Array.from(text.matchAll(/['"`](T\d+)[:,] /g), ([, row = '']) => row)
  )

test('every row of the tolerance table has a test whose title begins with its number', () => {
  const titles = new Set([...titlesIn('src/main/scim'), ...titlesIn('test/protocol')])
  expect(ROWS.filter(row => !titles.has(row))).toEqual([])
})

test('the rows about requests, look-ups and lifetime are tested through the whole server', () => {
  const titles = new Set(titlesIn('test/protocol'))
  expect(ON_THE_WIRE.filter(row => !titles.has(row))).toEqual([])
})

describe('docs/entra.md', () => {
  const text = readFileSync(join(import.meta.dirname, '../docs/entra.md'), 'utf8')

  test('has every row of the table, in order', () => {
    expect(Array.from(text.matchAll(/^\| (T\d+) +\|/gm), ([, row]) => row)).toEqual(ROWS)
  })

  test('names every tolerance there is, and no other', () => {
    const inTables = text.split('\n').filter(line => line.startsWith('|'))
    const named = inTables.flatMap(line =>
      Array.from(line.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g), ([, name]) => name)
    )
    expect(new Set(named)).toEqual(new Set(Object.keys(TOLERANCES)))
  })

  test('refers to lines that the conversations have', () => {
    const lines: Record<string, number> = { test: 13, initial: 62, incremental: 67, demand: 26, okta: 25 }
    for (const [, file = '', numbers = ''] of text.matchAll(
      /\b(test|initial|incremental|demand|okta) (\d+(?:(?:, |-)\d+)*)/g
    ))
      for (const number of numbers.split(/, |-/)) expect(Number(number)).toBeLessThanOrEqual(lines[file]!)
  })
})
