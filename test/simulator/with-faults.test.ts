import { expect, test } from 'vitest'
import type { FaultEffect } from '../../src/shared/fault'
import { startEngine, TOKEN } from '../../src/main/engine/started.fixture'
import { createEntra, ENTRA_DEFAULTS } from '../../src/main/simulator/entra'
import { expectedState, hasPendingWork } from '../../src/main/simulator/links'
import { createOkta } from '../../src/main/simulator/okta'
import { seededRandom } from '../../src/main/simulator/random'
import { createScimClient } from '../../src/main/simulator/scim-client'
import { type Dialect, passTime } from '../../src/main/simulator/scenarios'
import { inventTenant } from '../../src/main/simulator/tenant'
import { verifyTarget } from '../../src/main/simulator/verify-target'

/** Together one request in ten. */
const FAULTS: [FaultEffect, share: number][] = [
  [{ kind: 'status', status: 500, retryAfterS: null }, 3],
  [{ kind: 'status', status: 429, retryAfterS: 0 }, 3],
  [{ kind: 'drop', isWorkDone: false }, 1],
  [{ kind: 'drop', isWorkDone: true }, 2],
  [{ kind: 'delay', delayMs: 5 }, 1]
]
/** Entra tries again in later cycles; with one request in ten failing few are needed. */
const MOST_CYCLES = 40

test.each<[Dialect, number]>([
  ['entra', 11],
  ['entra-flag', 12],
  ['okta', 13]
])(
  'with one request in ten failing, nothing is lost and nothing doubled for %s (seed %i)',
  { timeout: 120_000 },
  async (dialect, seed) => {
    const { port, engine } = await startEngine({ chance: seededRandom(seed).next })
    for (const [effect, share] of FAULTS)
      engine.console.faults.arm({ effect, share, method: null, path: '', count: null })
    const target = { url: `http://127.0.0.1:${port}/scim/v2`, secret: TOKEN }
    const tenant = inventTenant({ users: 40, groups: 6 }, seededRandom(seed))
    const client = createScimClient(target, dialect === 'okta' ? 'okta' : 'entra')
    let failedCount = 0
    const hooks = {
      wait: () => Promise.resolve(),
      onAnswer: (_request: unknown, status: number | null) => {
        if (status === null || status >= 429) failedCount++
      }
    }
    const service =
      dialect === 'okta'
        ? createOkta(tenant, client, hooks, { concurrency: 8 })
        : createEntra(tenant, client, hooks, {
            ...ENTRA_DEFAULTS,
            dialect: dialect === 'entra' ? 'plain' : 'flag'
          })

    /** Cycles until everything has arrived. A cycle whose probe is met by a fault is another one. */
    async function untilSettled(): Promise<void> {
      for (let cycle = 0; cycle < MOST_CYCLES && hasPendingWork(tenant); cycle++)
        await service.incrementalCycle()
      expect(hasPendingWork(tenant)).toBe(false)
    }

    await service.initialCycle()
    await untilSettled()
    for (let day = 0; day < 10; day++) {
      passTime(tenant)
      await untilSettled()
    }
    client.close()
    engine.console.faults.disarmAll()
    expect(failedCount).toBeGreaterThan(0)
    expect(await verifyTarget(target, expectedState(service.links))).toEqual([])
  }
)
