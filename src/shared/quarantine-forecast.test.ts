import { expect, test } from 'vitest'
import type { CycleSummary } from './cycle'
import { crossedLine, forecastQuarantine } from './quarantine-forecast'

const NOW = 1_800_000_000_000
const HOUR = 3_600_000
const cycle = (requestCount: number, errorCount: number, agoMs = HOUR) =>
  ({ cycle: 1, fromAt: NOW - agoMs, toAt: NOW - agoMs, requestCount, errorCount, next: null }) as CycleSummary

test.each<[string, CycleSummary[], number | null, string, string | null]>([
  ['nothing seen', [], null, 'none', null],
  ['few failures', [cycle(1000, 20)], null, 'safe', null],
  ['just at 40 percent', [cycle(100, 40)], null, 'safe', null],
  ['over 40 percent of few', [cycle(100, 41)], null, 'near', 'share'],
  ['over 40 percent, one below 5,000', [cycle(12_000, 4_999)], null, 'near', 'share'],
  ['over 40 percent from 5,000 on', [cycle(6_000, 2_500), cycle(6_000, 2_500)], null, 'over', 'share'],
  ['more than 40,000', [cycle(1_000_000, 40_001)], null, 'over', 'count'],
  ['exactly 40,000', [cycle(1_000_000, 40_000)], null, 'safe', null],
  ['a refused token', [cycle(1000, 0)], NOW - HOUR, 'over', 'credentials'],
  ['nothing but refusals', [], NOW - HOUR, 'over', 'credentials'],
  ['a refusal two days ago', [], NOW - 48 * HOUR, 'none', null],
  ['one of two requests failed', [cycle(2, 1)], null, 'safe', 'few'],
  ['all of nineteen failed', [cycle(19, 19)], null, 'safe', 'few'],
  ['all of twenty failed', [cycle(20, 20)], null, 'near', 'share'],
  ['one of three failed', [cycle(3, 1)], null, 'safe', null],
  ['failures of the day before', [cycle(100, 0), cycle(100, 100, 25 * HOUR)], null, 'safe', null]
])('%s', (_title, cycles, refusedAt, level, reason) => {
  expect(forecastQuarantine(cycles, refusedAt, NOW)).toMatchObject({ level, reason })
})

test('the share is told in percent, with the next cycle', () => {
  const next = { expectedAt: NOW + HOUR, isObserved: true }
  expect(forecastQuarantine([{ ...cycle(3, 1), next }], null, NOW)).toMatchObject({ share: 33, next })
})

test.each([
  ['4,999 failures of as many', { operations: 4_999, failures: 4_999, referenceFailures: 0 }, null],
  ['5,000 of 12,500, just 40 percent', { operations: 12_500, failures: 5_000, referenceFailures: 0 }, null],
  ['5,000 of 12,499', { operations: 12_499, failures: 5_000, referenceFailures: 0 }, 'share'],
  ['40,000 of a million', { operations: 1_000_000, failures: 40_000, referenceFailures: 0 }, null],
  ['40,001 of a million', { operations: 1_000_000, failures: 40_001, referenceFailures: 0 }, 'count'],
  ['59,999 references', { operations: 1_000_000, failures: 0, referenceFailures: 59_999 }, null],
  ['60,000 with references', { operations: 1_000_000, failures: 1, referenceFailures: 59_999 }, 'total']
] as const)('a job with %s', (_title, tally, line) => {
  expect(crossedLine(tally)).toBe(line)
})
