import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PATIENCE } from '../../../test/patience'
import { createJournal } from './journal'
import { answered, request } from './testing'
import type { ConsoleJournal } from './types'

const DAY_MS = 86_400_000
const LIMITS = { maxCount: 10_000, maxDays: 90, maxMegabytes: 2_000 }

let journal: ConsoleJournal
let now = Date.UTC(2026, 10, 21, 12)

const record = (count: number, body = '{}') => {
  for (let at = 0; at < count; at++) journal.close(journal.open(request()), answered({ responseBody: body }))
}
const shown = async () =>
  (await journal.page({ query: '', before: null, limit: 1000 })).rows.map(row => row.id)
const total = async () => (await journal.page({ query: '', before: null, limit: 1 })).total
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  journal = createJournal({
    file: ':memory:',
    clock: { now: () => now },
    minId: 0,
    retention: LIMITS,
    changesOf: () => []
  })
})
afterEach(() => {
  journal.shutDown()
  vi.useRealTimers()
})

test('the oldest rows go when there are too many, pinned ones stay', async () => {
  record(1_000)
  journal.setPinned(3, true)
  journal.flush()
  expect(journal.countBeyond({ ...LIMITS, maxCount: 300 })).toBe(699)

  journal.setRetention({ ...LIMITS, maxCount: 300 })
  await vi.waitFor(async () => expect(await total()).toBe(301), PATIENCE)
  expect((await shown()).slice(0, 2)).toEqual([3, 701])
})

test('rows older than the limit go', async () => {
  record(3)
  now += 10 * DAY_MS
  record(2)
  journal.flush()

  journal.setRetention({ ...LIMITS, maxDays: 7 })
  await vi.waitFor(async () => expect(await shown()).toEqual([4, 5]), PATIENCE)
})

test('the log shrinks to its size limit and gives the room back', async () => {
  record(800, `{"title":"${'x'.repeat(50_000)}"}`)
  journal.flush()
  const before = journal.usage().bytes

  journal.setRetention({ ...LIMITS, maxMegabytes: 20 })
  await vi.waitFor(() => expect(journal.usage().bytes).toBeLessThan(20_000_000), PATIENCE)
  expect(before).toBeGreaterThan(40_000_000)
  expect((await shown()).at(-1)).toBe(800)
})

test('clearing hides all but pinned rows, and can be undone for ten seconds', async () => {
  record(5)
  journal.setPinned(2, true)

  expect(journal.clear()).toEqual({ clearedCount: 4, keptCount: 1, undoUntil: now + 10_000 })
  record(1)
  expect(await shown()).toEqual([2, 6])
  expect(await journal.count('status:200')).toBe(2)
  await pass(9_000)
  expect(journal.undoClear()).toBe(true)
  expect(await shown()).toEqual([1, 2, 3, 4, 5, 6])
})

test('after ten seconds the cleared rows are gone', async () => {
  record(5)
  journal.clear()
  await pass(10_001)
  expect(journal.undoClear()).toBe(false)
  await vi.waitFor(async () => expect(await journal.get(5, { isWhole: false })).toBeNull(), PATIENCE)
  expect(await total()).toBe(0)
})

test('a note is kept, announced, and found by its words', async () => {
  record(2)
  const seen: number[] = []
  journal.subscribe(row => seen.push(row.id))

  expect(journal.setNote(1, 'ask Microsoft about this')).toBe(true)
  expect(journal.setNote(99, 'nothing there')).toBe(false)
  expect(seen).toEqual([1])
  expect(await journal.get(1, { isWhole: false })).toMatchObject({ note: 'ask Microsoft about this' })
  expect(await journal.count('microsoft')).toBe(1)
  journal.setNote(1, ' ')
  expect(await journal.get(1, { isWhole: false })).toMatchObject({ note: null })
})

test('a pin set while the request is in flight is there when it has ended', async () => {
  const id = journal.open(request())
  journal.setPinned(id, true)
  journal.close(id, answered())
  expect(await journal.get(id, { isWhole: false })).toMatchObject({ isPinned: true, ending: 'answered' })
})

test('next and previous failed skip what went well', () => {
  for (const status of [404, 200, 200, 401, 200]) journal.close(journal.open(request()), answered({ status }))
  expect(journal.nearestFailed(1, 'newer')).toBe(4)
  expect(journal.nearestFailed(4, 'newer')).toBeNull()
  expect(journal.nearestFailed(4, 'older')).toBe(1)
})

test('a long body is cut for the pane and whole on demand', async () => {
  const body = JSON.stringify({ title: 'x'.repeat(150_000) })
  record(1, body)
  expect((await journal.get(1, { isWhole: false }))?.responseBody).toMatchObject({ isCut: true })
  expect((await journal.get(1, { isWhole: true }))?.responseBody).toMatchObject({ isCut: false, text: body })
})

test('an export goes through every matching row, oldest first', async () => {
  record(120)
  journal.close(journal.open(request()), answered({ status: 500 }))
  const seen: number[] = []
  vi.useRealTimers()
  for await (const batch of journal.details('status:200')) seen.push(...batch.map(detail => detail.id))
  expect(seen).toEqual(Array.from({ length: 120 }, (_, index) => index + 1))
})

test('cycles are listed newest first, the newest with its forecast', () => {
  record(2)
  now += 40 * 60_000
  record(1)
  expect(journal.cycles(10)).toMatchObject([
    { cycle: 2, requestCount: 1, next: { expectedAt: now + 40 * 60_000, isObserved: true } },
    { cycle: 1, requestCount: 2, next: null }
  ])
})

test('activity counts outcomes per interval of what matches', async () => {
  const from = now
  record(3)
  journal.close(journal.open(request()), answered({ status: 404 }))
  now += 60_000
  journal.close(journal.open(request()), answered({ status: 401 }))
  journal.note({ kind: 'server-stopped', port: 1 }, null)

  expect(await journal.activity('', 2)).toEqual({
    from,
    intervalMs: 30_000,
    intervals: [
      { at: from, counts: { ok: 3, failed: 1 } },
      { at: from + 60_000, counts: { refused: 1, ok: 1 } }
    ]
  })
  expect((await journal.activity('is:error adscimversion', 2)).intervals).toEqual([
    { at: from, counts: { failed: 1 } },
    { at: from + 60_000, counts: { refused: 1 } }
  ])
})
