import { oc, type } from '@orpc/contract'
import { z } from 'zod'
import type { CheckReport } from './check'
import { DECK_SPEEDS, type Deck, type DeckSummary, type LeftOut, MOST_DECK_STEPS } from './deck'
import { type ArmedFault, FaultRule } from './fault'
import type { ProvisioningEntry } from './provisioning'
import type { QuarantineForecast } from './quarantine-forecast'
import {
  ScenarioRun,
  type ScenarioSummary,
  RunTarget,
  type SimulatorRun,
  type SingleAnswer,
  SingleRequest
} from './simulator'

const canRun = {
  /** One run at a time. */
  UNDER_WAY: { status: 409 },
  /** This console is the target and does not listen. */
  STOPPED: { status: 409 },
  NOT_FOUND: { status: 404 }
} as const

/** The simulator: it plays a provisioning client against this console or any other SCIM server, through the front door. */
export const simulatorContract = {
  scenarios: oc.output(type<ScenarioSummary[]>()),
  /** The run under way, or the last one since the start; null when there was none. Event: `simulator-changed`. */
  state: oc.output(type<SimulatorRun | null>()),
  run: oc.input(ScenarioRun).errors(canRun).output(type<SimulatorRun>()),
  /** Ends the run before its next request. Without a run nothing happens. */
  stop: oc.output(type<SimulatorRun | null>()),
  /** The provisioning log of the run under way or the last one, newest first. */
  entries: oc
    .input(
      z.object({
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(1000).default(200)
      })
    )
    .output(type<{ rows: ProvisioningEntry[]; total: number }>()),
  /** One request, answered as it came. */
  send: oc
    .input(SingleRequest)
    .errors({ STOPPED: { status: 409 }, BAD_BODY: { status: 400 } })
    .output(type<SingleAnswer>()),
  /** Runs every check of the standard and of Entra's and Okta's shapes. */
  check: oc
    .input(z.object({ target: RunTarget.default(null) }))
    .errors(canRun)
    .output(type<SimulatorRun>()),
  /** How near the provisioning service is to quarantining this server, and when it comes next. */
  forecast: oc.output(type<QuarantineForecast>()),
  /** The last check's report, with the same as a page of its own; null when none has ended since the start. */
  report: oc.output(type<{ report: CheckReport; html: string; at: number } | null>())
}

/** Answers we were told to give; in memory only. Event: `faults-changed`. */
export const faultsContract = {
  list: oc.output(type<ArmedFault[]>()),
  arm: oc.input(FaultRule).output(type<ArmedFault>()),
  disarm: oc
    .input(z.object({ id: z.number().int() }))
    .errors({ NOT_FOUND: { status: 404 } })
    .output(type<ArmedFault[]>()),
  disarmAll: oc.output(type<ArmedFault[]>())
}

const DeckId = z.object({ id: z.string().min(1).max(100) })
const DeckName = z.string().trim().min(1).max(80)
const notThere = { NOT_FOUND: { status: 404 } } as const
/** What came with the product can be played and exported, not altered. */
const ownOnly = { ...notThere, SHIPPED: { status: 409 } } as const

/** Recorded exchanges that can be played. They lie in the data folder; files come and go through the page, never by a path. */
export const decksContract = {
  list: oc.output(type<DeckSummary[]>()),
  get: oc.input(DeckId).errors(notThere).output(type<Deck & { titles: string[] }>()),
  /** Makes a deck of rows of the log: those named, or all that a query matches. */
  record: oc
    .input(
      z.object({
        name: DeckName,
        from: z.union([
          z.object({ query: z.string().max(4000) }),
          z.object({ ids: z.array(z.number().int().positive()).min(1).max(MOST_DECK_STEPS) })
        ]),
        isAnonymised: z.boolean()
      })
    )
    .errors({ NOTHING_PLAYABLE: { status: 409 }, TOO_MANY: { status: 413 }, BAD_QUERY: { status: 400 } })
    .output(type<{ deck: DeckSummary; leftOut: LeftOut }>()),
  /** Another name, or its steps in another order: places counted from 0; those left out are dropped. */
  edit: oc
    .input(
      DeckId.extend({
        name: DeckName.optional(),
        order: z.array(z.number().int().min(0)).min(1).max(MOST_DECK_STEPS).optional()
      })
    )
    .errors({ ...ownOnly, BAD_ORDER: { status: 400 } })
    .output(type<DeckSummary>()),
  remove: oc.input(DeckId).errors(ownOnly).output(type<void>()),
  play: oc
    .input(DeckId.extend({ speed: z.literal(DECK_SPEEDS) }))
    .errors(canRun)
    .output(type<SimulatorRun>()),
  /** The text of its file. */
  exported: oc.input(DeckId).errors(notThere).output(type<{ fileName: string; text: string }>()),
  imported: oc
    .input(z.object({ text: z.string().max(32_000_000) }))
    .errors({ NO_DECK: { status: 400 } })
    .output(type<DeckSummary>())
}

export const directoryContract = {
  /** Deletes everybody and every group; the history stays. */
  reset: oc
    .input(z.object({ hasBackup: z.boolean() }))
    .errors({ UNDER_WAY: { status: 409 } })
    .output(type<{ users: number; groups: number; backup: string | null }>())
}
