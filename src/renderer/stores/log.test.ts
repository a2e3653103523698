import { beforeEach, expect, test, vi } from 'vitest'
import { client } from '../bridge'
import { rowOf } from '../testing'
import {
  follow,
  loadNewest,
  loadOlder,
  pause,
  reachEnd,
  resume,
  rowsChanged,
  stopFollowing,
  useLog
} from './log'

vi.mock('../bridge', () => ({ client: { log: { page: vi.fn() } } }))
const page = vi.mocked(client.log.page)

const shownIds = () => {
  const { list } = useLog.getState()
  return Array.from({ length: list.length }, (_, index) => list.at(index)?.id)
}
/** Numbers never come again, so every test begins above the last. */
let start = 0
const id = (offset: number) => start + offset

beforeEach(async () => {
  start += 1000
  follow()
  page.mockResolvedValue({ rows: [rowOf(id(1)), rowOf(id(2))], matched: 2, total: 2 })
  await loadNewest()
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
  expect(useLog.getState()).toMatchObject({ matched: 3, total: 3 })
})

test('a pause freezes the list, counts what arrives, and shows all of it afterwards', () => {
  pause()
  rowsChanged([rowOf(id(3), { ending: 'open', status: null })])
  rowsChanged([rowOf(id(3)), rowOf(id(4))])
  expect(shownIds()).toEqual([id(1), id(2)])
  expect(useLog.getState().view).toMatchObject({ kind: 'paused', newCount: 2 })

  resume()
  expect(shownIds()).toEqual([id(1), id(2), id(3), id(4)])
  expect(useLog.getState()).toMatchObject({ view: { kind: 'following' }, matched: 4, total: 4 })
})

test('a replay is shown even while paused', () => {
  pause()
  rowsChanged([rowOf(id(3)), rowOf(id(4), { replayOf: id(1) })])
  expect(shownIds()).toEqual([id(1), id(2), id(4)])
  resume()
  expect(shownIds()).toEqual([id(1), id(2), id(3), id(4)])
})

test('rows that arrive while the newest page is on its way are not lost', async () => {
  let answer = (_: Awaited<ReturnType<typeof client.log.page>>) => {}
  page.mockReturnValue(new Promise(resolve => (answer = resolve)) as ReturnType<typeof client.log.page>)
  const loading = loadNewest()
  rowsChanged([rowOf(id(3))])
  answer({ rows: [rowOf(id(1)), rowOf(id(2))], matched: 2, total: 2 })
  await loading
  expect(shownIds()).toEqual([id(1), id(2), id(3)])
})

test('older rows are loaded before the first one', async () => {
  page.mockResolvedValue({ rows: [rowOf(id(1)), rowOf(id(2))], matched: 3, total: 3 })
  await loadNewest()
  page.mockResolvedValue({ rows: [rowOf(id(0))], matched: 3, total: 3 })
  await loadOlder()
  expect(shownIds()).toEqual([id(0), id(1), id(2)])
  expect(useLog.getState().hasOlder).toBe(false)
})

test('a load that fails says so and keeps no spinner', async () => {
  page.mockRejectedValue(new Error('The engine is away.'))
  await loadNewest()
  expect(useLog.getState().load).toMatchObject({
    kind: 'failed',
    problem: { message: 'The engine is away.' }
  })
})
