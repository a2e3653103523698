import { expect, test } from 'vitest'
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
