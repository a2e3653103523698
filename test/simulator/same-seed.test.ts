import { expect, test } from 'vitest'
import { startEngine } from '../../src/main/engine/started.fixture'
import { seededRandom } from '../../src/main/simulator/random'
import { type Dialect, scenarioNamed } from '../../src/main/simulator/scenarios'
import { sentBy, withNames } from './sent'

const run = async (dialect: Dialect, seed: number, concurrency: number, hasFaults = false) => {
  // Okta sends back what it has read, times included.
  const started = await startEngine({
    chance: seededRandom(seed).next,
    clock: { now: () => 1_800_000_000_000 }
  })
  const { faults } = started.engine.console
  if (hasFaults)
    faults.arm({
      effect: { kind: 'status', status: 500, retryAfterS: null },
      share: 10,
      method: null,
      path: '',
      count: null
    })
  const scenario = scenarioNamed('incremental')!
  const options = { scenario, dialect, seed, concurrency, users: 20, groups: 4, cycles: 4 }
  return withNames(await sentBy(started, options))
}

test.each<[Dialect, number]>([
  ['entra', 21],
  ['entra-flag', 22],
  ['okta', 23]
])('the same seed sends the same bytes in the same order as %s (seed %i)', async (dialect, seed) => {
  const sent = await run(dialect, seed, 1)
  expect(sent.length).toBeGreaterThan(60)
  expect(await run(dialect, seed, 1)).toEqual(sent)
})

test('with eight objects at a time the bytes are the same, in whatever order they arrive', async () => {
  const sent = await run('entra', 24, 8)
  expect((await run('entra', 24, 8)).toSorted()).toEqual(sent.toSorted())
})

test('faults are met by the seed too', async () => {
  const sent = await run('entra', 25, 1, true)
  expect(await run('entra', 25, 1, true)).toEqual(sent)
  expect(sent).not.toEqual(await run('entra', 25, 1))
})

test('another seed is about other people', async () => {
  const [sent, others] = [await run('entra', 26, 1), await run('entra', 27, 1)]
  const creates = (all: string[]) => all.filter(request => request.startsWith('POST /scim/v2/Users'))
  expect(creates(sent).filter(request => creates(others).includes(request))).toEqual([])
})
