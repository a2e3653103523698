import { existsSync, mkdirSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'

let cache
let folder

beforeEach(async () => {
  vi.resetModules()
  vi.stubEnv('XDG_CACHE_HOME', mkdtempSync(join(tmpdir(), 'usher cache ')))
  cache = await import('./cache.mjs')
  folder = join(process.env.XDG_CACHE_HOME, 'usher-dev')
})

const make = async workFolder => {
  const made = join(workFolder, 'made')
  mkdirSync(made)
  writeFileSync(join(made, 'content'), '')
  return made
}

test('what is made once is not made again', async () => {
  const path = await cache.cacheOnce('thing', make)
  await cache.cacheOnce('thing', () => expect.unreachable())
  expect(existsSync(join(path, 'content'))).toBe(true)
})

test('a failed attempt leaves nothing behind', async () => {
  const failing = async workFolder => {
    await make(workFolder)
    throw new Error('the disk is full')
  }
  await expect(cache.cacheOnce('thing', failing)).rejects.toThrow('the disk is full')
  expect(cache.isCached('thing')).toBe(false)
  expect(readdirSync(folder)).toEqual([])
})

test('of two attempts at the same time both end with the thing', async () => {
  await Promise.all([cache.cacheOnce('thing', make), cache.cacheOnce('thing', make)])
  expect(readdirSync(folder)).toEqual(['thing'])
})

test('attempts that were killed long ago are removed', async () => {
  mkdirSync(join(folder, '.making-thing-x'), { recursive: true })
  utimesSync(join(folder, '.making-thing-x'), 1, 1)
  await cache.cacheOnce('thing', make)
  expect(readdirSync(folder)).toEqual(['thing'])
})
