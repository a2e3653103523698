import { expect, test } from 'vitest'
import { rowOf } from '../testing'
import { chipsOf, fits, readFilter } from './log-filter'

test.each([
  ['status>=400 ', ['status>=400'], ''],
  ['status>=400', [], 'status>=400'],
  ['is:error user:"Alice N', ['is:error'], 'user:"Alice N'],
  ['', [], '']
])('of %j the finished parts are chips and the rest is being typed', (text, chips, tail) => {
  expect(chipsOf(text).chips.map(chip => chip.text)).toEqual(chips)
  expect(chipsOf(text).tail).toBe(tail)
})

test('a part that is not understood is a chip with its reason, and the rest still counts', () => {
  expect(chipsOf('status>=many is:error ').chips[0]?.problem).toMatch(/no number/)
  expect(readFilter('status>=many is:error').asked).toBe('is:error')
})

test('a live row is judged here, bare words are for the engine', () => {
  const filter = readFilter('status>=400 method:GET')
  expect(fits(filter, rowOf(1, { status: 404 }))).toBe(true)
  expect(fits(filter, rowOf(2, { status: 200 }))).toBe(false)
  expect(filter.asksEngine).toBe(false)
  expect(readFilter('anna').asksEngine).toBe(true)
})
