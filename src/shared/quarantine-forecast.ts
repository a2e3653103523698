import type { CycleSummary } from './cycle'

/** From so many failures on, Entra looks at their share. */
export const FAILURES_COUNTED_FROM = 5_000
/** Of a hundred operations, more failing than this is quarantine. */
export const FAILURE_SHARE_LINE = 40
/** More failures than this are quarantine whatever the share. */
export const FAILURE_COUNT_LINE = 40_000
/** The absolute limit, references included; those do not count above. */
export const TOTAL_FAILURE_LIMIT = 60_000
/** Of fewer requests a share says nothing. */
export const FEW_REQUESTS = 20
/** Failures this far back still weigh: what fails is tried again for about a day. */
const LOOKED_BACK_MS = 24 * 3_600_000

export interface QuarantineForecast {
  /** `none`: nothing to judge. `near`: over the share line, but not yet counted. `over`: Entra is likely to have quarantined the job. */
  level: 'none' | 'safe' | 'near' | 'over'
  /** Which of Microsoft's documented causes it is. */
  reason: 'credentials' | 'share' | 'count' | 'few' | null
  failedCount: number
  totalCount: number
  /** Percent, rounded. */
  share: number
  next: CycleSummary['next']
}

/** What a job has counted since its cycle began. References are managers and memberships. */
export interface FailureTally {
  /** Without references. */
  operations: number
  failures: number
  referenceFailures: number
}

/** Which of Microsoft's documented lines is crossed, or null. */
export function crossedLine(tally: FailureTally): 'share' | 'count' | 'total' | null {
  const { operations, failures, referenceFailures } = tally
  if (failures + referenceFailures >= TOTAL_FAILURE_LIMIT) return 'total'
  if (failures > FAILURE_COUNT_LINE) return 'count'
  const isShareCounted = failures >= FAILURES_COUNTED_FROM
  return isShareCounted && failures * 100 > FAILURE_SHARE_LINE * operations ? 'share' : null
}

/**
 * This server's failures against the lines that Microsoft documents for quarantine: wrong credentials at once; from 5,000 failures
 * on, more than 40 % of operations failing; more than 40,000 failures in any case.
 *
 * @param cycles the newest first
 * @param refusedAt when the last request of all came, if it was turned away for its token; epoch milliseconds
 */
export function forecastQuarantine(
  cycles: CycleSummary[],
  refusedAt: number | null,
  now: number
): QuarantineForecast {
  const counted = cycles.filter(({ toAt }) => now - toAt < LOOKED_BACK_MS)
  const totalCount = counted.reduce((sum, { requestCount }) => sum + requestCount, 0)
  const failedCount = counted.reduce((sum, { errorCount }) => sum + errorCount, 0)
  const exactShare = totalCount === 0 ? 0 : (failedCount / totalCount) * 100
  const known = { failedCount, totalCount, share: Math.round(exactShare), next: cycles[0]?.next ?? null }

  if (refusedAt !== null && now - refusedAt < LOOKED_BACK_MS)
    return { ...known, level: 'over', reason: 'credentials' }
  if (totalCount === 0) return { ...known, level: 'none', reason: null }
  if (failedCount > FAILURE_COUNT_LINE) return { ...known, level: 'over', reason: 'count' }
  if (exactShare > FAILURE_SHARE_LINE && totalCount < FEW_REQUESTS)
    return { ...known, level: 'safe', reason: 'few' }
  if (exactShare > FAILURE_SHARE_LINE) {
    return { ...known, level: failedCount >= FAILURES_COUNTED_FROM ? 'over' : 'near', reason: 'share' }
  }
  return { ...known, level: 'safe', reason: null }
}
