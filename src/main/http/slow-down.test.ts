import { expect, test } from 'vitest'
import { createSlowDown } from './slow-down'

function slowDownAt(start: number) {
  let now = start
  return { ...createSlowDown({ now: () => now }), pass: (ms: number) => (now += ms) }
}

test('the first five refusals are answered at once, then each waits longer, up to two seconds', () => {
  const { delayFor } = slowDownAt(0)
  const delays = Array.from({ length: 16 }, () => delayFor('10.0.0.1'))
  expect(delays.slice(0, 7)).toEqual([0, 0, 0, 0, 0, 250, 500])
  expect(delays.at(-1)).toBe(2000)
})

test('another address is not slowed, and a minute later nobody is', () => {
  const { delayFor, pass } = slowDownAt(0)
  for (let count = 0; count < 10; count++) delayFor('10.0.0.1')
  expect(delayFor('10.0.0.2')).toBe(0)
  pass(60_000)
  expect(delayFor('10.0.0.1')).toBe(0)
})
