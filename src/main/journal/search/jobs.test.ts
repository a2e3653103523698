import { afterEach, expect, test, vi } from 'vitest'
import { inParts } from './jobs'

afterEach(() => vi.useRealTimers())

/** Found in steps of some milliseconds each. */
function* steps(found: number[][], ms: number): Generator<number[]> {
  for (const ids of found) {
    vi.advanceTimersByTime(ms)
    yield ids
  }
}
const told = (found: number[][], ms: number) => {
  vi.useFakeTimers({ toFake: ['performance'] })
  return [...inParts(steps(found, ms))].filter(part => part !== null)
}

test('what little is found first is told after 30 ms, and at once what fills a window', () => {
  expect(told([[9], [], [8], [], [], [], [], []], 10)).toEqual([[9, 8]])
  expect(told([[9], [8], [7], [6], [5], [4]], 10)).toEqual([
    [9, 8, 7],
    [6, 5, 4]
  ])
  const many = Array.from({ length: 200 }, (_, index) => 999 - index)
  expect(told([many, [8], [7]], 1)).toEqual([many, [8, 7]])
})

test('the rest is told in few large parts', () => {
  const blocks = Array.from({ length: 100 }, (_, block) =>
    Array.from({ length: 512 }, (_each, id) => 1e6 - block * 512 - id)
  )
  const parts = told(blocks, 1)
  expect(parts.flat()).toEqual(blocks.flat())
  expect(parts.length).toBeLessThan(5)
})
