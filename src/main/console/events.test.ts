import { afterEach, expect, test, vi } from 'vitest'
import type { ConsoleEvent } from '../../shared/contract'
import type { ExchangeSummary } from '../../shared/exchange'
import { createEvents } from './events'

const counts = { users: 1, activeUsers: 1, groups: 0 }
const row = (id: number, more: Partial<ExchangeSummary> = {}) =>
  ({ id, hasChange: false, resource: null, ...more }) as ExchangeSummary

afterEach(() => void vi.useRealTimers())

const idsIn = ({ value }: { value: ConsoleEvent[] | void }): number[] =>
  (value ?? []).flatMap(event => (event.kind === 'log-changed' ? event.rows.map(({ id }) => id) : []))

function newEvents() {
  const listeners = new Set<(row: ExchangeSummary) => void>()
  const events = createEvents({
    journal: {
      subscribe(listener) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
      onRemoved: () => () => {}
    },
    counts: () => counts
  })
  return { events, put: (one: ExchangeSummary) => listeners.forEach(listener => listener(one)), listeners }
}

test('rows of one moment come in one batch, each in its latest state', async () => {
  const { events, put } = newEvents()
  const stream = events.watch()
  const next = stream.next()
  put(row(1, { ending: 'open' }))
  put(row(2))
  put(row(1, { ending: 'answered' }))
  const { value } = await next
  expect(value).toMatchObject([{ kind: 'log-changed', rows: [{ id: 1, ending: 'answered' }, { id: 2 }] }])
})

test('a change of a resource is told with the counts', async () => {
  const { events, put } = newEvents()
  const next = events.watch().next()
  put(row(1, { hasChange: true, resource: { type: 'User', id: 'a', name: 'A' } }))
  const { value } = await next
  expect(value).toMatchObject([{ kind: 'directory-changed', counts, ids: ['a'] }, { kind: 'log-changed' }])
})

test('a batch has at most 1,000 rows; nothing is lost', async () => {
  const { events, put } = newEvents()
  const stream = events.watch()
  const first = stream.next()
  for (let id = 1; id <= 2_100; id++) put(row(id))
  const batches = [idsIn(await first), idsIn(await stream.next()), idsIn(await stream.next())]
  expect(batches.map(ids => ids.length)).toEqual([1_000, 1_000, 100])
  expect(batches.flat()).toEqual(Array.from({ length: 2_100 }, (_, index) => index + 1))
})

test('rows that come one by one are told within 50 ms, rows that pour in ever more seldom, down to once a second, and afterwards as before', async () => {
  vi.useFakeTimers()
  const { events, put } = newEvents()
  const told: { at: number; count: number }[] = []
  const startedAt = performance.now()
  void (async () => {
    for await (const batch of events.watch())
      told.push({ at: performance.now() - startedAt, count: idsIn({ value: batch }).length })
  })()
  let id = 0
  const send = async (count: number, everyMs: number) => {
    for (let sent = 0; sent < count; sent++) {
      put(row(++id))
      await vi.advanceTimersByTimeAsync(everyMs)
    }
  }
  await vi.advanceTimersByTimeAsync(0)

  await send(3, 100)
  expect(told.splice(0)).toEqual([0, 100, 200].map(at => ({ at, count: 1 })))

  await send(800, 5)
  const gaps = told.splice(0).map(({ at }, index, all) => at - (all[index - 1]?.at ?? at))
  expect(gaps.slice(0, 7)).toEqual([0, 50, 100, 200, 400, 800, 1_000])
  expect(Math.max(...gaps)).toBe(1_000)

  await vi.advanceTimersByTimeAsync(1_000)
  told.splice(0)
  const calmAt = performance.now() - startedAt
  await send(3, 60)
  expect(told).toEqual([0, 60, 120].map(at => ({ at: calmAt + at, count: 1 })))
  events.end()
})

test('3,000 rows a second are all told, none of them long after it came', async () => {
  vi.useFakeTimers()
  const { events, put } = newEvents()
  const told: number[] = []
  void (async () => {
    for await (const batch of events.watch()) told.push(...idsIn({ value: batch }))
  })()
  await vi.advanceTimersByTimeAsync(0)
  let id = 0
  let mostBehind = 0
  for (let ms = 0; ms < 8_000; ms++) {
    for (let more = 0; more < 3; more++) put(row(++id))
    await vi.advanceTimersByTimeAsync(1)
    mostBehind = Math.max(mostBehind, id - told.length)
  }
  await vi.advanceTimersByTimeAsync(2_000)
  expect(told).toEqual(Array.from({ length: id }, (_, index) => index + 1))
  expect(mostBehind).toBeLessThan(5_000)
  events.end()
})

test('of the same kind of news only the latest is told', async () => {
  const { events } = newEvents()
  const next = events.watch().next()
  events.publish({ kind: 'tokens-changed' })
  events.publish({ kind: 'log-cleared' })
  events.publish({ kind: 'tokens-changed' })
  expect((await next).value).toEqual([{ kind: 'log-cleared' }, { kind: 'tokens-changed' }])
})

test('a watcher that leaves is forgotten', async () => {
  const { events } = newEvents()
  const controller = new AbortController()
  const stream = events.watch(controller.signal)
  const next = stream.next()
  expect(events.watcherCount()).toBe(1)
  controller.abort()
  expect(await next).toEqual({ done: true, value: undefined })
  expect(events.watcherCount()).toBe(0)
})

test('at the end every stream ends', async () => {
  const { events, listeners } = newEvents()
  const next = events.watch().next()
  events.end()
  expect((await next).done).toBe(true)
  expect(listeners.size).toBe(0)
})
