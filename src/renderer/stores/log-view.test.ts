import { expect, test } from 'vitest'
import type { ExchangeSummary } from '../../shared/exchange'
import {
  countNew,
  FOLLOWING,
  newCountOf,
  pause,
  reachEnd,
  resume,
  stopFollowing,
  type View
} from './log-view'

const reading = (newCount: number): View => ({ kind: 'reading', newCount })
const paused = (newCount: number, then: 'following' | 'reading'): View => ({
  kind: 'paused',
  newCount,
  held: [],
  then
})

test.each<[string, View, View]>([
  ['scrolling away from the newest stops following', stopFollowing(FOLLOWING), reading(0)],
  ['scrolling further keeps the count', stopFollowing(reading(7)), reading(7)],
  [
    'scrolling while paused is remembered for afterwards',
    stopFollowing(paused(2, 'following')),
    paused(2, 'reading')
  ],
  ['reaching the end resumes following', reachEnd(reading(12)), FOLLOWING],
  [
    'reaching the end of a paused view does not end the pause',
    reachEnd(paused(3, 'reading')),
    paused(3, 'following')
  ],
  ['pausing while reading keeps the count', pause(reading(4)), paused(4, 'reading')],
  ['pausing twice keeps what is counted', pause(paused(4, 'reading')), paused(4, 'reading')],
  ['rows that arrive below a reader are counted', countNew(reading(1), 3), reading(4)],
  ['a follower counts nothing', countNew(FOLLOWING, 3), FOLLOWING]
])('%s', (_, view, expected) => expect(view).toEqual(expected))

test('resuming gives back what was held and returns to where the pause began', () => {
  const held = [{ id: 1 } as ExchangeSummary]
  expect(resume({ kind: 'paused', newCount: 1, held, then: 'following' })).toEqual({ view: FOLLOWING, held })
  expect(resume({ kind: 'paused', newCount: 5, held, then: 'reading' })).toEqual({ view: reading(5), held })
})

test('resuming what is not paused changes nothing', () => {
  expect(resume(reading(2))).toEqual({ view: reading(2), held: [] })
  expect(newCountOf(FOLLOWING)).toBe(0)
})
