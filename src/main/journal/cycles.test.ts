import { expect, test } from 'vitest'
import { NOMINAL_RHYTHM_MS } from '../../shared/cycle'
import type { ExchangeSummary, Story } from '../../shared/exchange'
import { createCycleTracker, forecast, type StoredCycle } from './cycles'

const MINUTE = 60_000
const alice = { type: 'User', id: 'u1', name: 'Alice' }

const row = (minute: number, story: Story, parts: Partial<ExchangeSummary> = {}) =>
  ({
    origin: 'scim',
    startedAt: minute * MINUTE,
    durationMs: 5,
    ending: 'answered',
    status: 200,
    tokenId: 'token-1',
    story,
    ...parts
  }) as ExchangeSummary
const created: Story = { kind: 'created', resource: alice }
const refused: Story = { kind: 'refused', refusal: { reason: 'unknown-token' } }

test('five quiet minutes end a cycle', () => {
  const tracker = createCycleTracker(null)
  const admitted = [0, 1, 5, 9.9, 15, 16].map(minute => tracker.admit(row(minute, created)))
  expect(admitted).toEqual([1, 1, 1, 1, 2, 2])
})

test('a cycle goes on after a restart', () => {
  const before = createCycleTracker(null)
  before.admit(row(0, created))
  const after = createCycleTracker(before.altered()[0] ?? null)

  expect(after.admit(row(2, created))).toBe(1)
  expect(after.admit(row(20, created))).toBe(2)
})

test('refused requests belong to a running cycle but neither begin nor prolong one', () => {
  const tracker = createCycleTracker(null)
  const refusedAt = (minute: number) => tracker.admit(row(minute, refused, { status: 401, tokenId: null }))

  expect(refusedAt(0)).toBeNull()
  expect(tracker.admit(row(1, created))).toBe(1)
  expect(refusedAt(5)).toBe(1)
  expect(refusedAt(7)).toBeNull()
})

test('health checks and console rows belong to none', () => {
  const tracker = createCycleTracker(null)
  expect(tracker.admit(row(0, { kind: 'health' }))).toBeNull()
  expect(tracker.admit(row(0, created, { isSimulated: true, isCheck: true }))).toBeNull()
  expect(tracker.admit(row(0, { kind: 'server-started', port: 1 }, { origin: 'console' }))).toBeNull()
})

test('counts what happened', () => {
  const tracker = createCycleTracker(null)
  const stories: Story[] = [
    created,
    { kind: 'updated', resource: alice, attributes: ['title'] },
    { kind: 'renamed', resource: alice, from: 'A', to: 'B' },
    { kind: 'disabled', resource: alice },
    { kind: 'deleted', resource: alice },
    { kind: 'tested-connection', type: 'User', attribute: 'userName', value: 'x' },
    { kind: 'unchanged', resource: alice }
  ]
  for (const story of stories) tracker.admit(row(0, story))
  tracker.admit(row(0, created, { status: 409 }))

  expect(tracker.altered()).toMatchObject([
    {
      cycle: 1,
      requestCount: 8,
      createdCount: 1,
      updatedCount: 2,
      disabledCount: 1,
      deletedCount: 1,
      lookupCount: 1,
      errorCount: 1
    }
  ])
})

test.each([
  ['no cycle, no forecast', [], null],
  [
    'one cycle: the documented rhythm',
    [100],
    { expectedAt: 100 * MINUTE + NOMINAL_RHYTHM_MS, isObserved: false }
  ],
  ['the median of what was seen', [132, 112, 90, 70], { expectedAt: 152 * MINUTE, isObserved: true }],
  ['a night of pause is no rhythm', [1000, 980, 100], { expectedAt: 1020 * MINUTE, isObserved: true }]
])('%s', (_, minutes, expected) => {
  expect(forecast(minutes.map(minute => ({ fromAt: minute * MINUTE }) as StoredCycle))).toEqual(expected)
})
