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
import type { Target } from './scim-client'
import { type Scenario, SCENARIOS, scenarioNamed } from './scenarios'
import { createCarryOut } from './thread'
import type { Destination, RunNews, Work } from './work'

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
  /** The built simulator-worker.js: each run goes on in a thread of its own. Without it, in this one. */
  workerFile: string | undefined
  onChange(run: SimulatorRun): void
}

/** A destination that is given back when the run has ended. */
export interface OpenTarget extends Destination {
  close(): void
}

export type Begun = { kind: 'begun'; run: SimulatorRun } | { kind: 'under-way' | 'stopped' | 'unknown' }

const HAPPENINGS_KEPT = 100
const ENTRIES_KEPT = 5_000

/** The simulator as the console uses it: one run at a time, its progress, its provisioning log. */
export function createSimulatorDesk({ clock, openHere, workerFile, onChange }: Options) {
  const carryOut = createCarryOut(workerFile)
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

  function hear({ happened, entries: found, ...change }: RunNews): void {
    if (!run) return
    entries = [...entries, ...found].slice(-ENTRIES_KEPT)
    become({
      ...run,
      ...change,
      happenings: [...run.happenings, ...happened].slice(-HAPPENINGS_KEPT),
      entryCount: run.entryCount + found.length
    })
  }

  function begin(
    wanted: { kind: SimulatorRun['kind']; title: string; target: RunTarget },
    work: Work
  ): Begun {
    if (isUnderWay(run)) return { kind: 'under-way' }
    const opened = open(wanted.target)
    if (!opened) return { kind: 'stopped' }

    stopping = new AbortController()
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
    const { close, ...destination } = opened
    ended = carryOut(work, destination, stopping.signal, hear).then(({ report: found, ...end }) => {
      close()
      const at = clock.now()
      if (found) report = { report: found, html: reportHtml(found, new Date(at)), at }
      become({ ...(run ?? begun), ...end, endedAt: at })
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

    runScenario({ target, ...wanted }: ScenarioRun): Begun {
      const scenario = scenarioNamed(wanted.scenario)
      if (!scenario) return { kind: 'unknown' }
      return begin({ kind: 'scenario', title: scenario.title, target }, { kind: 'scenario', wanted })
    },

    playDeck: ({ name, steps }: Deck, speed: DeckSpeed): Begun =>
      begin({ kind: 'deck', title: name, target: null }, { kind: 'deck', steps, speed }),

    runChecks: (target: RunTarget): Begun =>
      begin({ kind: 'check', title: 'Conformance check', target }, { kind: 'checks' }),
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
