import { expect, test } from 'vitest'
import type { CycleSummary } from './cycle'
import { forecastQuarantine } from './quarantine-forecast'

const NOW = 1_800_000_000_000
const HOUR = 3_600_000
const cycle = (requestCount: number, errorCount: number, agoMs = HOUR) =>
  ({ cycle: 1, fromAt: NOW - agoMs, toAt: NOW - agoMs, requestCount, errorCount, next: null }) as CycleSummary

test.each<[string, CycleSummary[], boolean, string, string | null]>([
  ['nothing seen', [], false, 'none', null],
  ['few failures', [cycle(1000, 20)], false, 'safe', null],
  ['just at 40 percent', [cycle(100, 40)], false, 'safe', null],
  ['over 40 percent of few', [cycle(100, 41)], false, 'near', 'share'],
  ['over 40 percent, one below 5,000', [cycle(12_000, 4_999)], false, 'near', 'share'],
  ['over 40 percent from 5,000 on', [cycle(6_000, 2_500), cycle(6_000, 2_500)], false, 'over', 'share'],
  ['more than 40,000', [cycle(1_000_000, 40_001)], false, 'over', 'count'],
  ['exactly 40,000', [cycle(1_000_000, 40_000)], false, 'safe', null],
  ['a refused token', [cycle(1000, 0)], true, 'over', 'credentials'],
  ['failures of the day before', [cycle(100, 0), cycle(100, 100, 25 * HOUR)], false, 'safe', null]
])('%s', (_title, cycles, isRefused, level, reason) => {
  expect(forecastQuarantine(cycles, isRefused, NOW)).toMatchObject({ level, reason })
})

test('the share is told in percent, with the next cycle', () => {
  const next = { expectedAt: NOW + HOUR, isObserved: true }
  expect(forecastQuarantine([{ ...cycle(3, 1), next }], false, NOW)).toMatchObject({ share: 33, next })
})
