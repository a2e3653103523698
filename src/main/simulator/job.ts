import { NOMINAL_RHYTHM_MS } from '../../shared/cycle'
import type { ProvisioningEntry } from '../../shared/provisioning'
import { crossedLine, type FailureTally } from '../../shared/quarantine-forecast'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** An object that failed is tried again after about 6, 12 and 24 hours, then daily (how provisioning works). */
const ESCROW_WAITS_MS = [6 * HOUR_MS, 12 * HOUR_MS, DAY_MS]
const ESCROW_DROPPED_AFTER_MS = 28 * DAY_MS
/** In quarantine a job is tried once a day, and disabled after four weeks. */
const QUARANTINE_RHYTHM_MS = DAY_MS
const DISABLED_AFTER_MS = 28 * DAY_MS

export type SourceObject = Pick<ProvisioningEntry['source'], 'type' | 'objectId'>

/**
 * What Entra's provisioning service keeps about a job from cycle to cycle: its own time, the objects in escrow, quarantine. Time
 * passes by cycles, not by the clock: a day in quarantine takes no longer to rehearse than forty minutes.
 */
export function createJob() {
  let nowMs = 0
  let quarantinedAtMs: number | null = null
  const escrow = new Map<string, SourceObject & { sinceMs: number; dueMs: number; tries: number }>()
  let tally: FailureTally = { operations: 0, failures: 0, referenceFailures: 0 }

  return {
    isQuarantined: (): boolean => quarantinedAtMs !== null,
    isDisabled: (): boolean => quarantinedAtMs !== null && nowMs - quarantinedAtMs >= DISABLED_AFTER_MS,
    escrowCount: (): number => escrow.size,

    /** The time until the next cycle: forty minutes, or a day in quarantine. */
    wait(): void {
      nowMs += quarantinedAtMs === null ? NOMINAL_RHYTHM_MS : QUARANTINE_RHYTHM_MS
    },

    /** "Restart provisioning": out of quarantine, nothing in escrow. */
    restart(): void {
      quarantinedAtMs = null
      escrow.clear()
    },

    /** A cycle begins, and with it the counting of failures. @returns the objects whose wait in escrow is over */
    begin(): SourceObject[] {
      tally = { operations: 0, failures: 0, referenceFailures: 0 }
      for (const [key, { sinceMs }] of escrow)
        if (nowMs - sinceMs >= ESCROW_DROPPED_AFTER_MS) escrow.delete(key)
      return [...escrow.values()].filter(({ dueMs }) => dueMs <= nowMs)
    },

    /** A whole cycle has ended: out of quarantine; what was due and did not fail again leaves escrow. */
    complete(): void {
      quarantinedAtMs = null
      for (const [key, { dueMs }] of escrow) if (dueMs <= nowMs) escrow.delete(key)
    },

    quarantine(): void {
      quarantinedAtMs ??= nowMs
    },

    putInEscrow(source: SourceObject): void {
      const before = escrow.get(keyOf(source))
      const tries = before?.tries ?? 0
      const waitMs = ESCROW_WAITS_MS[tries] ?? DAY_MS
      const { type, objectId } = source
      escrow.set(keyOf(source), {
        type,
        objectId,
        sinceMs: before?.sinceMs ?? nowMs,
        dueMs: nowMs + waitMs,
        tries: tries + 1
      })
    },

    /** Still waiting: nothing is sent for it in this cycle. */
    isInEscrow: (source: SourceObject): boolean => (escrow.get(keyOf(source))?.dueMs ?? 0) > nowMs,

    /** Counts an outcome. @returns why the job is quarantined now, or null */
    count(status: ProvisioningEntry['status'], isReference: boolean): string | null {
      if (isReference) tally.referenceFailures += status === 'Failure' ? 1 : 0
      else {
        tally.operations++
        tally.failures += status === 'Failure' ? 1 : 0
      }
      const line = status === 'Failure' ? crossedLine(tally) : null
      return line === null ? null : IN_WORDS[line](tally)
    }
  }
}

const keyOf = ({ type, objectId }: SourceObject): string => `${type} ${objectId}`

const IN_WORDS = {
  share: ({ failures, operations }: FailureTally) =>
    `EncounteredEscrowProportionThreshold: ${failures} of ${operations} operations failed, more than 40 %.`,
  count: ({ failures }: FailureTally) => `${failures} operations failed, more than 40,000.`,
  total: ({ failures, referenceFailures }: FailureTally) =>
    `${failures + referenceFailures} operations failed, references included: the limit is 60,000.`
}
