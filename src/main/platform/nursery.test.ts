import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const PROGRAM = `
  import { getHeapSpaceStatistics } from 'node:v8'
  const { limitNursery } = await import(process.argv[1])
  limitNursery()
  const size = () => getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space').space_size
  let kept = []
  let largest = 0
  for (let turn = 0; turn < 60; turn++) {
    for (let n = 0; n < 40_000; n++) kept.push({ n, list: [n] })
    if (kept.length > 200_000) kept = []
    await new Promise(resolve => setImmediate(resolve))
    // V8 takes some of it back when a program is slow.
    largest = Math.max(largest, size())
  }
  console.log(largest / 2 ** 20)`

test('the nursery stops growing once it has its size, whatever is allocated then', () => {
  const run = ['--input-type=module', '--no-warnings', '-e', PROGRAM, join(import.meta.dirname, 'nursery.ts')]
  const megabytes = Number(execFileSync(process.execPath, run, { encoding: 'utf8' }))
  expect(megabytes).toBeGreaterThanOrEqual(16)
  expect(megabytes).toBeLessThanOrEqual(64)
})
