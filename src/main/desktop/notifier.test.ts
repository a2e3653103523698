import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { News } from '../engine-protocol'
import { createNotifier, QUIET_MS } from './notifier'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function notifier({ wanted = ['failing', 'changes'], isLooking = (): boolean => false } = {}) {
  const shown: string[] = []
  const { tell, looked } = createNotifier({
    isWanted: topic => wanted.includes(topic),
    isLooking,
    show: ({ topic, count, latest }) => shown.push(`${topic} ${count} ${String(latest)}`)
  })
  const say = (topic: News['topic'], latest: string, count = 1) => tell({ topic, count, latest })
  return { shown, say, looked }
}

test('the first is shown at once; what comes within 30 s is shown once, with its count and the latest of it', () => {
  const { shown, say } = notifier()
  say('failing', 'a')
  say('failing', 'b', 3)
  say('failing', 'c')
  expect(shown).toEqual(['failing 1 a'])

  vi.advanceTimersByTime(QUIET_MS - 1)
  expect(shown).toHaveLength(1)
  vi.advanceTimersByTime(1)
  expect(shown).toEqual(['failing 1 a', 'failing 4 c'])
})

test('never more than one in 30 s, whatever it is about; failures first', () => {
  const { shown, say } = notifier()
  say('changes', 'a')
  say('changes', 'b')
  say('failing', 'c')
  vi.advanceTimersByTime(QUIET_MS)
  expect(shown).toEqual(['changes 1 a', 'failing 1 c'])
  vi.advanceTimersByTime(QUIET_MS)
  expect(shown.slice(2)).toEqual(['changes 1 b'])
})

test('what is not wanted, or looked at, is not shown', () => {
  let isLooking = true
  const { shown, say, looked } = notifier({ wanted: ['failing'], isLooking: () => isLooking })
  say('changes', 'a')
  say('failing', 'b')
  expect(shown).toEqual([])

  isLooking = false
  say('failing', 'c')
  say('failing', 'd')
  looked()
  vi.advanceTimersByTime(QUIET_MS)
  expect(shown).toEqual(['failing 1 c'])
})
