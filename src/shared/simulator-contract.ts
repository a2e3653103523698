import { oc, type } from '@orpc/contract'
import { z } from 'zod'
import type { CheckReport } from './check'
import { type ArmedFault, FaultRule } from './fault'
import type { ProvisioningEntry } from './provisioning'
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
