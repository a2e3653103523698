import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { BLOCK_IDS } from './block'
import type { LongReading } from './long-reading'
import { createUpkeep } from './upkeep'

const SECOND = 1_000
const forgetDeleted = vi.fn<LongReading['forgetDeleted']>()
const makeMissing = vi.fn<LongReading['makeMissing']>()
const onTrouble = vi.fn<(error: unknown) => void>()
let lastId = 0
let isWanted = false
let deps: Parameters<typeof createUpkeep>[0]
let upkeep: ReturnType<typeof createUpkeep>

beforeEach(() => {
  vi.useFakeTimers()
  vi.resetAllMocks()
  lastId = 0
  isWanted = false
  const reading = { forgetDeleted, makeMissing, isWanted: () => isWanted }
  deps = { reading: reading as unknown as LongReading, lastId: () => lastId, isSearched: true, onTrouble }
  upkeep = createUpkeep(deps)
})
afterEach(() => {
  upkeep.stop()
  vi.useRealTimers()
})

/** So many requests come in each of some seconds. */
async function pass(seconds: number, requests = 0): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    lastId += requests
    await vi.advanceTimersByTimeAsync(SECOND)
  }
}

test('what was recorded is made searchable once requests have become few', async () => {
  await pass(10, BLOCK_IDS)
  expect(makeMissing).not.toHaveBeenCalled()
  await pass(1, 10)
  expect(makeMissing).toHaveBeenCalledTimes(1)
  await pass(10)
  expect(makeMissing).toHaveBeenCalledTimes(1)
  await pass(60, 10)
  expect(makeMissing).toHaveBeenCalledTimes(2)
})

test('while somebody looks it is made searchable at once', async () => {
  isWanted = true
  await pass(3, BLOCK_IDS)
  expect(makeMissing).toHaveBeenCalledTimes(3)
})

test('one at a time', async () => {
  let finish = () => {}
  makeMissing.mockReturnValueOnce(new Promise(resolve => (finish = resolve)))
  isWanted = true
  await pass(5, BLOCK_IDS)
  expect(makeMissing).toHaveBeenCalledTimes(1)
  finish()
  await pass(1)
  expect(makeMissing).toHaveBeenCalledTimes(2)
})

test('what was deleted is forgotten when there is time: at the start whatever it was, later up to the highest number', async () => {
  await pass(2)
  expect(forgetDeleted.mock.calls).toEqual([[Number.MAX_SAFE_INTEGER]])
  upkeep.deleted(700)
  upkeep.deleted(300)
  await pass(2, 100)
  expect(forgetDeleted).toHaveBeenCalledTimes(1)
  await pass(2)
  expect(forgetDeleted.mock.calls.slice(1)).toEqual([[700]])
})

test('what fails is told, and all of it tried again a minute later', async () => {
  const error = new Error('no disk')
  forgetDeleted.mockRejectedValueOnce(error)
  lastId = BLOCK_IDS
  await pass(61)
  expect(onTrouble.mock.calls).toEqual([[error]])
  expect(forgetDeleted).toHaveBeenCalledTimes(1)
  expect(makeMissing).not.toHaveBeenCalled()
  await pass(2)
  expect(forgetDeleted.mock.calls).toEqual([[Number.MAX_SAFE_INTEGER], [Number.MAX_SAFE_INTEGER]])
  expect(makeMissing).toHaveBeenCalledTimes(1)
  expect(onTrouble).toHaveBeenCalledTimes(1)
})

test('where nobody can search nothing is made searchable, but what was before is still forgotten', async () => {
  upkeep.stop()
  upkeep = createUpkeep({ ...deps, isSearched: false })
  lastId = BLOCK_IDS
  upkeep.deleted(7)
  await pass(3)
  expect(makeMissing).not.toHaveBeenCalled()
  expect(forgetDeleted).toHaveBeenCalledTimes(1)
})
