import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { CheckReport } from '../../shared/check'
import type { DeckSpeed, DeckStep } from '../../shared/deck'
import { noProgress, type ProvisioningEntry } from '../../shared/provisioning'
import type { ScenarioRun, SimulatorRun } from '../../shared/simulator'
import { CHECKS, runChecks } from './checks/run-checks'
import { playDeck } from './decks/play-deck'
import { runScenario } from './run-scenario'
import { scenarioNamed } from './scenarios'
import type { Target } from './scim-client'

/** Where requests go, and the marks they carry when it is this console; strangers' servers never see any. */
export interface Destination {
  target: Target
  simulated: Record<string, string>
  check: Record<string, string>
}

/** What one run does, as plain values: it may be carried out in another thread. */
export type Work =
  | { kind: 'scenario'; wanted: Omit<ScenarioRun, 'target'> }
  | { kind: 'deck'; steps: DeckStep[]; speed: DeckSpeed }
  | { kind: 'checks' }

/** What has happened in a run since the news before. */
export interface RunNews extends Partial<Pick<SimulatorRun, 'progress' | 'latencyMs'>> {
  happened: string[]
  entries: ProvisioningEntry[]
}

export interface RunEnd {
  state: 'complete' | 'stopped' | 'quarantined' | 'failed'
  /** Why it ended early. */
  detail: string | null
  report?: CheckReport
}

/** What the work tells while it goes on. */
export interface RunContext {
  signal: AbortSignal
  wait(ms: number): Promise<void>
  tell(change: Pick<RunNews, 'progress' | 'latencyMs'>): void
  happened(what: string): void
  entry(entry: ProvisioningEntry): void
}

/** Below what a viewer sees as delay, far above one message per request. */
const NEWS_MS = 50

/** Carries out the work of one run and tells about it in batches; the last of them before it resolves. */
export async function carryOut(
  work: Work,
  destination: Destination,
  signal: AbortSignal,
  onNews: (news: RunNews) => void
): Promise<RunEnd> {
  let news: RunNews = { happened: [], entries: [] }
  let timer: NodeJS.Timeout | null = null
  const flush = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    onNews(news)
    news = { happened: [], entries: [] }
  }
  const soon = () => (timer ??= setTimeout(flush, NEWS_MS))
  const context: RunContext = {
    signal,
    wait: ms => waitUnlessStopped(ms, signal),
    tell(change) {
      Object.assign(news, change)
      soon()
    },
    happened(what) {
      news.happened.push(what)
      soon()
    },
    entry(entry) {
      news.entries.push(entry)
      soon()
    }
  }
  try {
    return await start(work, destination, context)
  } catch (error) {
    return { state: 'failed', detail: error instanceof Error ? error.message : String(error) }
  } finally {
    flush()
  }
}

function start(work: Work, destination: Destination, context: RunContext): Promise<RunEnd> {
  switch (work.kind) {
    case 'scenario':
      return playScenario(work.wanted, destination, context)
    case 'deck':
      return playDeck(work, work.speed, destination, context)
    case 'checks':
      return check(destination, context)
  }
}

async function playScenario(
  wanted: Omit<ScenarioRun, 'target'>,
  { target, simulated }: Destination,
  context: RunContext
): Promise<RunEnd> {
  const scenario = scenarioNamed(wanted.scenario)
  if (!scenario) return { state: 'failed', detail: `There is no scenario "${wanted.scenario}".` }
  const { result, latencyMs } = await runScenario({
    ...wanted,
    target,
    scenario,
    extraHeaders: simulated,
    signal: context.signal,
    wait: context.wait,
    onProgress: progress => context.tell({ progress }),
    onEntry: context.entry,
    onHappening: context.happened
  })
  context.tell({ latencyMs })
  return { state: result.ended, detail: result.detail }
}

async function check({ target, check: marks }: Destination, context: RunContext): Promise<RunEnd> {
  const progress = { ...noProgress(CHECKS.length), total: CHECKS.length }
  const report = await runChecks(target, () => `check-${randomUUID()}`, {
    signal: context.signal,
    extraHeaders: marks,
    onResult(result) {
      progress.step++
      progress.done++
      progress.phase = result.title
      progress.requests += result.sent.length
      if (result.verdict === 'fails') progress.failures++
      context.tell({ progress: { ...progress } })
    }
  })
  return context.signal.aborted
    ? { state: 'stopped', detail: 'Stopped before the next check.', report }
    : { state: 'complete', detail: null, report }
}

async function waitUnlessStopped(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(ms, undefined, { signal })
  } catch (error) {
    if (!signal.aborted) throw error
  }
}
