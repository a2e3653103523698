import type { ExchangeSummary, Header, ToleranceUse } from '../../shared/exchange'

/** Everything that is kept of one exchange: its row, and what is too long for a row. */
export interface Recorded {
  row: ExchangeSummary
  requestHeaders: Header[]
  requestBody: string | null
  responseHeaders: Header[]
  responseBody: string | null
  remoteAddress: string | null
  userAgent: string | null
  tolerances: ToleranceUse[]
  note: string | null
}

/** Of a longer body the rest is not kept, in characters. More than any PATCH of 20,000 members. */
export const BODY_KEPT = 4_000_000

/** Roughly what a record holds in memory, in characters. */
export const weightOf = (recorded: Recorded): number =>
  1_000 + (recorded.requestBody?.length ?? 0) + (recorded.responseBody?.length ?? 0)
