import { noProgress, type ProvisioningEntry, type RunProgress } from '../../shared/provisioning'
import { type CycleResult, createEntra, ENTRA_DEFAULTS } from './entra'
import { expectedState, type ExpectedState, hasPendingWork } from './links'
import { createOkta } from './okta'
import type { Latencies } from '../../shared/simulator'
import type { RunHooks } from './provisioner'
import { seededRandom } from './random'
import { createScimClient, type Target } from './scim-client'
import type { Dialect, Scenario } from './scenarios'
import { inventTenant } from './tenant'

export interface ScenarioOptions {
  target: Target
  scenario: Scenario
  dialect: Dialect
  users?: number
  groups?: number
  cycles?: number
  /** Goes on until nothing is left to send; for servers that fail at times. */
  isUntilSettled?: boolean
  concurrency?: number
  membersPerPatch?: number
  mostDeletions?: number
  /** Quiet before each request, in milliseconds; with it requests go one after another. */
  pauseMs?: number
  seed: number
  /** The console's own marks on each request; strangers' servers never see any. */
  extraHeaders?: Record<string, string>
  signal?: AbortSignal
  wait: (ms: number) => Promise<void>
  onProgress?: (progress: RunProgress) => void
  onEntry?: (entry: ProvisioningEntry) => void
  onHappening?: (what: string) => void
}

export interface RunSummary {
  result: CycleResult
  requests: number
  /** Per kind of failure: Entra's code → how often. */
  failures: Record<string, number>
  latencyMs: Latencies
  elapsedMs: number
  expected: ExpectedState
  /** Whether nothing is left to send. */
  isSettled: boolean
}

/** As long as a real one, so that the refusal is "unknown token" and not "cut off". */
const NOBODYS_SECRET = `usher_${'nobody'.repeat(7).slice(0, 40)}`

/** Plays one scenario against any SCIM server through its front door. Deterministic by seed, apart from the network. */
export async function runScenario(options: ScenarioOptions): Promise<RunSummary> {
  const startedAt = performance.now()
  const tenant = inventTenant(
    { users: options.users ?? options.scenario.users, groups: options.groups ?? options.scenario.groups },
    seededRandom(options.seed)
  )
  const target = options.scenario.hasBadToken ? { ...options.target, secret: NOBODYS_SECRET } : options.target
  const client = createScimClient(target, options.dialect === 'okta' ? 'okta' : 'entra', {
    extraHeaders: options.extraHeaders
  })
  const latencies: number[] = []
  const failures: Record<string, number> = {}
  const progress = noProgress(0)
  const hooks: RunHooks = {
    progress,
    pauseMs: options.pauseMs,
    signal: options.signal,
    wait: options.wait,
    onProgress: options.onProgress,
    onAnswer: (_request, _status, durationMs) => latencies.push(durationMs),
    onEntry: entry => {
      if (entry.status === 'Failure' && entry.code !== null)
        failures[entry.code] = (failures[entry.code] ?? 0) + 1
      options.onEntry?.(entry)
    }
  }
  const concurrency = options.pauseMs ? 1 : (options.concurrency ?? ENTRA_DEFAULTS.concurrency)
  const provisioning =
    options.dialect === 'okta'
      ? createOkta(tenant, client, hooks, { concurrency })
      : createEntra(tenant, client, hooks, {
          ...ENTRA_DEFAULTS,
          concurrency,
          matching: options.scenario.matching ?? ENTRA_DEFAULTS.matching,
          membersPerPatch: options.membersPerPatch ?? ENTRA_DEFAULTS.membersPerPatch,
          mostDeletions: options.mostDeletions ?? ENTRA_DEFAULTS.mostDeletions,
          dialect: options.dialect === 'entra-flag' ? 'flag' : 'plain'
        })
  const cycles = options.cycles ?? 1
  progress.steps = options.scenario.steps(provisioning, cycles)
  try {
    const result = await options.scenario.run(provisioning, tenant, {
      cycles,
      isUntilSettled: options.isUntilSettled ?? false,
      say: what => options.onHappening?.(what)
    })
    return {
      result,
      requests: latencies.length,
      failures,
      latencyMs: percentiles(latencies),
      elapsedMs: performance.now() - startedAt,
      expected: expectedState(provisioning.links),
      isSettled: !hasPendingWork(tenant)
    }
  } finally {
    client.close()
  }
}

export function percentiles(latencies: number[]): Latencies {
  const sorted = latencies.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: sorted.at(-1) ?? 0 }
}
