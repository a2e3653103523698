import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { CheckReport } from '../../shared/check'
import type { Deck, DeckSpeed } from '../../shared/deck'
import { noProgress, type ProvisioningEntry } from '../../shared/provisioning'
import {
  isUnderWay,
  type RunTarget,
  type ScenarioRun,
  type ScenarioSummary,
  type SimulatorRun
} from '../../shared/simulator'
import type { Clock } from '../platform/clock'
import { reportHtml } from './checks/report-html'
import { CHECKS, runChecks } from './checks/run-checks'
import { playDeck } from './decks/play-deck'
import { runScenario } from './run-scenario'
import type { Target } from './scim-client'
import { type Scenario, SCENARIOS, scenarioNamed } from './scenarios'

/** A target with the marks that only this process may set. */
export interface OwnTarget extends Target {
  marks: { simulated: Record<string, string>; check: Record<string, string> }
  /** Ends the token that was made for the run. */
  giveBack(): void
}

interface Options {
  clock: Clock
  /** This console's own address with a token for one run; null while it does not listen. */
  openHere(): OwnTarget | null
  onChange(run: SimulatorRun): void
}

/** Where requests go, and what they carry. */
export interface OpenTarget {
  target: Target
  simulated: Record<string, string>
  check: Record<string, string>
  close(): void
}

/** What a run's work tells while it goes on. */
export interface RunContext {
  signal: AbortSignal
  wait(ms: number): Promise<void>
  tell(change: Partial<Pick<SimulatorRun, 'progress' | 'latencyMs'>>): void
  happened(what: string): void
  entry(entry: ProvisioningEntry): void
}
export type RunEnd = Pick<SimulatorRun, 'detail'> & {
  state: 'complete' | 'stopped' | 'quarantined' | 'failed'
}

export type Begun = { kind: 'begun'; run: SimulatorRun } | { kind: 'under-way' | 'stopped' | 'unknown' }

const HAPPENINGS_KEPT = 100
const ENTRIES_KEPT = 5_000

/** The simulator as the console uses it: one run at a time, its progress, its provisioning log. */
export function createSimulatorDesk({ clock, openHere, onChange }: Options) {
  let run: SimulatorRun | null = null
  let entries: ProvisioningEntry[] = []
  let stopping = new AbortController()
  let lastId = 0
  let report: { report: CheckReport; html: string; at: number } | null = null
  let ended: Promise<void> = Promise.resolve()

  function become(next: SimulatorRun): SimulatorRun {
    run = next
    onChange(next)
    return next
  }

  function open(wanted: RunTarget): OpenTarget | null {
    if (wanted) return { target: wanted, simulated: {}, check: {}, close: () => {} }
    const here = openHere()
    if (!here) return null
    const { marks, giveBack, ...target } = here
    return { target, ...marks, close: giveBack }
  }

  function begin(
    wanted: { kind: SimulatorRun['kind']; title: string; target: RunTarget },
    work: (opened: OpenTarget, context: RunContext) => Promise<RunEnd>
  ): Begun {
    if (isUnderWay(run)) return { kind: 'under-way' }
    const opened = open(wanted.target)
    if (!opened) return { kind: 'stopped' }

    stopping = new AbortController()
    const { signal } = stopping
    entries = []
    const begun = become({
      id: ++lastId,
      kind: wanted.kind,
      title: wanted.title,
      target: wanted.target?.url ?? null,
      state: 'running',
      detail: null,
      progress: noProgress(0),
      happenings: [],
      startedAt: clock.now(),
      endedAt: null,
      latencyMs: null,
      entryCount: 0
    })
    const now = () => run ?? begun
    const context: RunContext = {
      signal,
      wait: ms => waitUnlessStopped(ms, signal),
      tell: change => void become({ ...now(), ...change }),
      happened: what =>
        void become({ ...now(), happenings: [...now().happenings, what].slice(-HAPPENINGS_KEPT) }),
      entry(entry) {
        entries.push(entry)
        if (entries.length > ENTRIES_KEPT) entries.shift()
        run = { ...now(), entryCount: now().entryCount + 1 }
      }
    }
    ended = work(opened, context)
      .catch((error: unknown): RunEnd => ({ state: 'failed', detail: messageOf(error) }))
      .then(end => {
        opened.close()
        become({ ...now(), ...end, endedAt: clock.now() })
      })
    return { kind: 'begun', run: begun }
  }

  return {
    scenarios: (): ScenarioSummary[] => SCENARIOS.map(summaryOf),
    state: (): SimulatorRun | null => run,
    /** Newest first. */
    entries: ({ offset, limit }: { offset: number; limit: number }) => ({
      rows: entries.toReversed().slice(offset, offset + limit),
      total: run?.entryCount ?? 0
    }),
    isUnderWay: () => isUnderWay(run),
    open,
    begin,

    runScenario(wanted: ScenarioRun): Begun {
      const scenario = scenarioNamed(wanted.scenario)
      if (!scenario) return { kind: 'unknown' }
      return begin(
        { kind: 'scenario', title: scenario.title, target: wanted.target },
        async ({ target, simulated }, context) => {
          const summary = await runScenario({
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
          context.tell({ latencyMs: summary.latencyMs })
          return { state: summary.result.ended, detail: summary.result.detail }
        }
      )
    },

    playDeck: (deck: Deck, speed: DeckSpeed): Begun =>
      begin({ kind: 'deck', title: deck.name, target: null }, (opened, context) =>
        playDeck(deck, speed, opened, context)
      ),

    runChecks: (wanted: RunTarget): Begun =>
      begin(
        { kind: 'check', title: 'Conformance check', target: wanted },
        async ({ target, check }, context) => {
          const progress = { ...noProgress(CHECKS.length), total: CHECKS.length }
          const found = await runChecks(target, () => `check-${randomUUID()}`, {
            signal: context.signal,
            extraHeaders: check,
            onResult(result) {
              progress.step++
              progress.done++
              progress.phase = result.title
              progress.requests += result.sent.length
              if (result.verdict === 'fails') progress.failures++
              context.tell({ progress: { ...progress } })
            }
          })
          const at = clock.now()
          report = { report: found, html: reportHtml(found, new Date(at)), at }
          return context.signal.aborted
            ? { state: 'stopped', detail: 'Stopped before the next check.' }
            : { state: 'complete', detail: null }
        }
      ),
    report: () => report,

    /** Ends the run before its next request. */
    stop(): SimulatorRun | null {
      if (run?.state !== 'running') return run
      stopping.abort()
      return become({ ...run, state: 'stopping' })
    },
    /** Resolves when nothing runs any more. */
    async shutDown(): Promise<void> {
      stopping.abort()
      await ended
    }
  }
}
export type SimulatorDesk = ReturnType<typeof createSimulatorDesk>

const summaryOf = ({ name, title, sends, users, groups }: Scenario) => ({ name, title, sends, users, groups })

async function waitUnlessStopped(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(ms, undefined, { signal })
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
