/** Quiet that ends a cycle, in milliseconds. Entra pauses 20-40 minutes between cycles and never minutes within one. */
export const CYCLE_QUIET_MS = 5 * 60_000

/** Entra's own rhythm for apps outside the gallery, as documented: every 40 minutes. */
export const NOMINAL_RHYTHM_MS = 40 * 60_000

/** One run of the provisioning service, as seen here: a burst of authorised requests between two times of quiet. */
export interface CycleSummary {
  cycle: number
  /** Its first request, where its separator stands in the list. */
  firstId: number
  fromAt: number
  toAt: number
  requestCount: number
  createdCount: number
  updatedCount: number
  disabledCount: number
  deletedCount: number
  lookupCount: number
  errorCount: number
  /** Only on the newest: when the next one is due, and whether that is seen or only documented. */
  next: { expectedAt: number; isObserved: boolean } | null
}
