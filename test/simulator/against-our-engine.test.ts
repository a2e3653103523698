import { expect, test } from 'vitest'
import { startEngine, TOKEN } from '../../src/main/engine/started.fixture'
import { runScenario } from '../../src/main/simulator/run-scenario'
import { type Dialect, scenarioNamed, SCENARIOS } from '../../src/main/simulator/scenarios'
import { verifyTarget } from '../../src/main/simulator/verify-target'

async function openTarget() {
  const { port, engine } = await startEngine()
  return { target: { url: `http://127.0.0.1:${port}/scim/v2`, secret: TOKEN }, engine }
}

const wait = () => Promise.resolve()

test.each<[Dialect, number]>([
  ['entra', 7],
  ['entra-flag', 8],
  ['okta', 9]
])(
  'after an initial cycle and 20 incremental ones the directory is what %s sent (seed %i)',
  async (dialect, seed) => {
    const { target } = await openTarget()
    const summary = await runScenario({
      target,
      scenario: scenarioNamed('incremental')!,
      dialect,
      users: 60,
      groups: 8,
      cycles: 20,
      seed,
      wait
    })
    expect(summary.result).toEqual({ ended: 'complete', detail: null })
    expect(summary.failures).toEqual({})
    expect(await verifyTarget(target, summary.expected)).toEqual([])
  }
)

const ENDS: Record<string, [ended: string, failures: string[]]> = {
  'bad-token': ['quarantined', []],
  'duplicate-user': ['complete', ['EntryConflict']]
}

test.each(SCENARIOS.map(scenario => [scenario.name, scenario] as const))(
  'the scenario %s ends as it should, and the directory is what was sent',
  async (name, scenario) => {
    const { target } = await openTarget()
    const [ended, failures] = ENDS[name] ?? ['complete', []]
    const steps: [number, number][] = []
    const summary = await runScenario({
      target,
      scenario,
      dialect: 'entra',
      seed: 3,
      wait,
      onProgress: ({ step, steps: of }) => steps.push([step, of])
    })
    expect(summary.result.ended).toBe(ended)
    expect(Object.keys(summary.failures)).toEqual(failures)
    expect(await verifyTarget(target, summary.expected)).toEqual([])
    if (ended === 'complete')
      expect(steps.at(-1)).toEqual([scenario.steps({ stepsPerCycle: 6, ...ON_DEMAND }, 1), steps[0]?.[1]])
  }
)

const ON_DEMAND = {
  testConnection: () => Promise.reject(new Error('not called')),
  provisionOnDemand: () => Promise.reject(new Error('not called')),
  initialCycle: () => Promise.reject(new Error('not called')),
  incrementalCycle: () => Promise.reject(new Error('not called'))
}
