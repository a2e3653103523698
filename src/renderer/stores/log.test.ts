import { beforeEach, expect, test, vi } from 'vitest'
import type { LogFound } from '../../shared/log-contract'
import { client } from '../bridge'
import { rowOf } from '../testing'
import { loadLog, rowsChanged, rowsLoaded, rowsRemoved, setQuery, useLog } from './log'
import { follow, pause, reachEnd, resume, stopFollowing } from './log-follow'

vi.mock('../bridge', () => ({ client: { log: { search: vi.fn(), matching: vi.fn() } } }))
const search = vi.mocked(client.log.search)
const matching = vi.mocked(client.log.matching)

const shownIds = () => {
  const { ids } = useLog.getState()
  return Array.from({ length: ids.length }, (_, index) => ids.at(index))
}
/** Numbers never come again, so every test begins above the last. */
let start = 0
const id = (offset: number) => start + offset

const found = (some: Partial<LogFound> = {}): LogFound => ({
  rows: [rowOf(id(1)), rowOf(id(2))],
  runs: [[id(1), 2]],
  total: 2,
  newest: id(2),
  isDone: true,
  ...some
})
async function* stream(parts: (LogFound | Promise<LogFound>)[]) {
  for (const part of parts) yield await part
}
const finds = (...parts: (LogFound | Promise<LogFound>)[]) =>
  search.mockImplementation((() => Promise.resolve(stream(parts))) as unknown as typeof client.log.search)

beforeEach(async () => {
  start += 1000
  follow()
  finds(found())
  await loadLog()
})

test('opens at the newest row, following', () => {
  expect(useLog.getState().view).toEqual({ kind: 'following' })
  expect(shownIds()).toEqual([id(1), id(2)])
})

test('rows that arrive while somebody reads are added below and counted', () => {
  stopFollowing()
  rowsChanged([rowOf(id(3)), rowOf(id(4))])
  expect(shownIds()).toEqual([id(1), id(2), id(3), id(4)])
  expect(useLog.getState().view).toEqual({ kind: 'reading', newCount: 2 })
  reachEnd()
  expect(useLog.getState().view).toEqual({ kind: 'following' })
})

test('a row that only closes is not counted as new', () => {
  rowsChanged([rowOf(id(3), { ending: 'open', status: null })])
  stopFollowing()
  rowsChanged([rowOf(id(3), { status: 200 })])
  expect(useLog.getState().view).toEqual({ kind: 'reading', newCount: 0 })
  expect(useLog.getState()).toMatchObject({ total: 3 })
})

test('a pause freezes the list, counts what arrives, and shows all of it afterwards', () => {
  pause()
  rowsChanged([rowOf(id(3), { ending: 'open', status: null })])
  rowsChanged([rowOf(id(3)), rowOf(id(4))])
  expect(shownIds()).toEqual([id(1), id(2)])
  expect(useLog.getState().view).toMatchObject({ kind: 'paused', newCount: 2 })

  resume()
  expect(shownIds()).toEqual([id(1), id(2), id(3), id(4)])
  expect(useLog.getState()).toMatchObject({ view: { kind: 'following' }, total: 4 })
})

test('a replay is shown even while paused', () => {
  pause()
  rowsChanged([rowOf(id(3)), rowOf(id(4), { replayOf: id(1) })])
  expect(shownIds()).toEqual([id(1), id(2), id(4)])
  resume()
  expect(shownIds()).toEqual([id(1), id(2), id(3), id(4)])
})

test('rows that arrive before the first answer of a search are neither lost nor counted twice', async () => {
  let answer = (_: LogFound) => {}
  finds(new Promise<LogFound>(resolve => (answer = resolve)))
  const loading = loadLog()
  rowsChanged([rowOf(id(2)), rowOf(id(3))])
  answer(found())
  await loading
  expect(shownIds()).toEqual([id(1), id(2), id(3)])
  expect(useLog.getState().total).toBe(3)
})

test('what a search finds later is older and comes before what is shown', async () => {
  finds(found({ isDone: false }), found({ rows: [rowOf(id(-3))], runs: [[id(-5), 3]] }))
  await loadLog()
  expect(shownIds()).toEqual([id(-5), id(-4), id(-3), id(1), id(2)])
  expect(useLog.getState().rows.has(id(-3))).toBe(true)
  expect(useLog.getState().isSearching).toBe(false)
})

test('a search that goes on for long is seen to, until it is answered whole', async () => {
  vi.useFakeTimers()
  let answer = (_: LogFound) => {}
  finds(new Promise<LogFound>(resolve => (answer = resolve)))
  const loading = loadLog()
  await vi.advanceTimersByTimeAsync(200)
  expect(useLog.getState().isTakingLong).toBe(false)
  await vi.advanceTimersByTimeAsync(100)
  expect(useLog.getState().isTakingLong).toBe(true)
  answer(found())
  await loading
  expect(useLog.getState().isTakingLong).toBe(false)
  vi.useRealTimers()
})

test('what the limits remove leaves list and count; a row that is gone when it is asked for leaves too', () => {
  rowsRemoved([[id(0), 2]])
  expect(shownIds()).toEqual([id(2)])
  expect(useLog.getState().total).toBe(0)
  rowsLoaded([id(2)], [])
  expect(shownIds()).toEqual([])
})

test('a filter that looks into bodies asks the engine about rows that arrive, once', async () => {
  vi.useFakeTimers()
  setQuery('secret-word ')
  finds(found({ rows: [], runs: [] }))
  await vi.advanceTimersByTimeAsync(200)
  matching.mockResolvedValue([id(4)])
  rowsChanged([rowOf(id(3)), rowOf(id(4))])
  await vi.advanceTimersByTimeAsync(300)
  expect(matching.mock.calls).toEqual([[{ query: 'secret-word', ids: [id(3), id(4)] }]])
  expect(shownIds()).toEqual([id(4)])
  setQuery('')
  await vi.advanceTimersByTimeAsync(200)
  vi.useRealTimers()
})

test('a load that fails says so and keeps no spinner', async () => {
  search.mockRejectedValue(new Error('The engine is away.'))
  await loadLog()
  expect(useLog.getState().load).toMatchObject({
    kind: 'failed',
    problem: { message: 'The engine is away.' }
  })
})
