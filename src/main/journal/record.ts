import {
  BODY_SHOWN,
  type ExchangeSummary,
  type Header,
  type RecordedBody,
  type ToleranceUse
} from '../../shared/exchange'

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
/** The same of an answer, which says what is in the directory anyway: four times as much would hold up others for 70 ms. */
export const ANSWER_KEPT = 1_000_000

/** Roughly what a record holds in memory, in characters. */
export const weightOf = (recorded: Recorded): number =>
  1_000 + (recorded.requestBody?.length ?? 0) + (recorded.responseBody?.length ?? 0)

/** A body as it is told, cut unless the whole was asked for. @param kept how much of it may have been kept */
export function toBody(
  text: string | null,
  bytes: number,
  isWhole: boolean,
  kept: number
): RecordedBody | null {
  if (text === null) return null
  const isShort = isWhole || text.length <= BODY_SHOWN
  return {
    text: isShort ? text : text.slice(0, BODY_SHOWN),
    bytes,
    isCut: !isShort || text.length >= kept
  }
}
