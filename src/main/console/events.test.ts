import { expect, test } from 'vitest'
import type { ExchangeSummary } from '../../shared/exchange'
import { createEvents } from './events'

const counts = { users: 1, activeUsers: 1, groups: 0 }
const row = (id: number, more: Partial<ExchangeSummary> = {}) =>
  ({ id, hasChange: false, resource: null, ...more }) as ExchangeSummary

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

test('a batch has at most 200 rows and the next one comes 50 ms later; nothing is lost', async () => {
  const { events, put } = newEvents()
  const stream = events.watch()
  const first = stream.next()
  for (let id = 1; id <= 450; id++) put(row(id))
  const seen: { at: number; ids: number[] }[] = []
  for (let batch = await first; seen.length < 3; batch = await stream.next()) {
    const [event] = batch.value ?? []
    if (event?.kind === 'log-changed')
      seen.push({ at: performance.now(), ids: event.rows.map(({ id }) => id) })
    if (seen.length === 3) break
  }
  expect(seen.map(({ ids }) => ids.length)).toEqual([200, 200, 50])
  expect(seen.flatMap(({ ids }) => ids)).toEqual(Array.from({ length: 450 }, (_, index) => index + 1))
  expect((seen[2]?.at ?? 0) - (seen[0]?.at ?? 0)).toBeGreaterThanOrEqual(95)
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
