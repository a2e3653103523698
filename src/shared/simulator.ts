import { z } from 'zod'
import type { RunProgress } from './provisioning'

/** A scenario as it is offered: what it is called and what it will send. */
export interface ScenarioSummary {
  name: string
  title: string
  sends: string
  users: number
  groups: number
}

/** Where a run goes: null is this console, with a token of its own that ends with the run. */
export const RunTarget = z
  .object({
    url: z.url({ protocol: /^https?$/ }).max(2000),
    /** Kept in memory only, and only as long as the run. */
    secret: z.string().min(1).max(2000)
  })
  .nullable()
export type RunTarget = z.infer<typeof RunTarget>

export const ScenarioRun = z.object({
  scenario: z.string().max(50),
  dialect: z.enum(['entra', 'entra-flag', 'okta']).default('entra'),
  users: z.number().int().min(0).max(10_000).optional(),
  groups: z.number().int().min(0).max(1_000).optional(),
  cycles: z.number().int().min(1).max(100).default(1),
  concurrency: z.number().int().min(1).max(64).default(8),
  /** Quiet before each request, so that people can follow. */
  pauseMs: z.number().int().min(0).max(10_000).default(0),
  seed: z
    .number()
    .int()
    .min(0)
    .max(2 ** 32 - 1)
    .default(1),
  target: RunTarget.default(null)
})
export type ScenarioRun = z.infer<typeof ScenarioRun>

export interface Latencies {
  p50: number
  p95: number
  p99: number
  max: number
}

/** What the simulator is doing, or did last. */
export interface SimulatorRun {
  id: number
  kind: 'scenario' | 'deck' | 'check'
  title: string
  /** For people: a URL, or null for this console. */
  target: string | null
  /** `stopping`: asked to stop, the requests under way are being finished. */
  state: 'running' | 'stopping' | 'complete' | 'stopped' | 'quarantined' | 'failed'
  /** Why it ended early. */
  detail: string | null
  progress: RunProgress
  /** What happened in the invented directory, the latest last. */
  happenings: string[]
  startedAt: number
  endedAt: number | null
  latencyMs: Latencies | null
  /** Entries of its provisioning log. */
  entryCount: number
}

export const isUnderWay = (run: SimulatorRun | null): boolean =>
  run !== null && (run.state === 'running' || run.state === 'stopping')

export const SingleRequest = z.object({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  /** Below the base path, with its query: `/Users?count=1`. */
  path: z.string().startsWith('/').max(8000),
  /** JSON text, or empty. */
  body: z.string().max(1_000_000),
  client: z.enum(['entra', 'okta']).default('entra'),
  target: RunTarget.default(null)
})
export type SingleRequest = z.infer<typeof SingleRequest>

export type SingleAnswer =
  | { kind: 'answered'; status: number; headers: [string, string][]; text: string; durationMs: number }
  | { kind: 'unanswered'; reason: string; durationMs: number }
