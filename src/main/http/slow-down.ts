import type { Clock } from '../platform/clock'

/** Refusals within a minute that are answered at once; an administrator trying secrets notices nothing. */
const FREE_REFUSALS = 5
const WINDOW_MS = 60_000
const STEP_MS = 250
const LONGEST_MS = 2_000
/** Addresses remembered; the longest unseen is forgotten first. */
const MOST_ADDRESSES = 1_000

/** Makes guessing slow: the more refusals an address had within a minute, the later the next one is answered. */
export function createSlowDown(clock: Clock) {
  const refusals = new Map<string, { since: number; count: number }>()

  return {
    /** Counts a refusal and says how many milliseconds to wait before answering it. */
    delayFor(address: string): number {
      const now = clock.now()
      const known = refusals.get(address)
      const entry = known && now - known.since < WINDOW_MS ? known : { since: now, count: 0 }
      entry.count += 1

      refusals.delete(address)
      refusals.set(address, entry)
      if (refusals.size > MOST_ADDRESSES) forgetOldest(refusals)

      return Math.min(Math.max(0, entry.count - FREE_REFUSALS) * STEP_MS, LONGEST_MS)
    }
  }
}

function forgetOldest(refusals: Map<string, unknown>): void {
  const oldest = refusals.keys().next()
  if (!oldest.done) refusals.delete(oldest.value)
}
