import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { countRequest, createPatience, createTraffic } from './patience'

const STROKE = 1

let now: number
let rests: number

beforeEach(() => {
  now = 1_000
  rests = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  vi.spyOn(Atomics, 'wait').mockImplementation(() => {
    rests++
    return 'timed-out'
  })
})
afterEach(() => void vi.restoreAllMocks())

/** Works for so long, calling in after each stroke. */
function work(rest: () => void, forMs: number): void {
  for (const end = now + forMs; now < end;) {
    now += STROKE
    rest()
  }
}

test('beside nobody it never rests', () => {
  work(createPatience(createTraffic()), 500)
  expect(rests).toBe(0)
})

test('it rests after each stroke while requests come, and for a moment after the last', () => {
  const traffic = createTraffic()
  const rest = createPatience(traffic)
  countRequest(traffic)
  work(rest, 10)
  expect(rests).toBe(10)
  work(rest, 500)
  expect(rests).toBeLessThan(60)
})

test('within a stroke it goes on, however often it is called', () => {
  const traffic = createTraffic()
  const rest = createPatience(traffic)
  countRequest(traffic)
  for (let call = 0; call < 100; call++) rest()
  expect(rests).toBe(0)
})
