import { beforeEach, expect, test, vi } from 'vitest'
import { rowOf } from '../testing'
import { activityGrows, useActivity } from './activity'

vi.mock('../bridge', () => ({ client: {} }))

const at = rowOf(0).startedAt
beforeEach(() => {
  const from = Math.floor(at / 1000) * 1000
  useActivity.setState({ from, intervalMs: 1000, intervals: [{ at: from, counts: {} }] })
})

const total = () =>
  useActivity
    .getState()
    .intervals.flatMap(({ counts }) => Object.values(counts))
    .reduce((sum, count) => sum + count, 0)

test('requests are counted once, in whatever order they end and however often they are told', () => {
  activityGrows([rowOf(12), rowOf(11, { ending: 'open', status: null })])
  activityGrows([rowOf(11), rowOf(12, { isPinned: true })])
  expect(total()).toBe(2)
})

test('an outcome has its own part of the bar', () => {
  activityGrows([rowOf(21, { status: 404 }), rowOf(22)])
  expect(useActivity.getState().intervals[0]?.counts).toEqual({ failed: 1, ok: 1 })
})
