import type { Change } from '../../shared/change'
import type { ExchangeDetail } from '../../shared/exchange'
import { explainTolerance } from '../../shared/explain/tolerances'
import { ANSWER_KEPT, BODY_KEPT, toBody, type Recorded } from './record'

/** A record as it is told, with what it changed. */
export const toDetail = (recorded: Recorded, changes: Change[], isWhole: boolean): ExchangeDetail => ({
  ...recorded.row,
  requestHeaders: recorded.requestHeaders,
  requestBody: toBody(recorded.requestBody, recorded.row.requestBytes, isWhole, BODY_KEPT),
  responseHeaders: recorded.responseHeaders,
  responseBody: toBody(recorded.responseBody, recorded.row.responseBytes, isWhole, ANSWER_KEPT),
  remoteAddress: recorded.remoteAddress,
  userAgent: recorded.userAgent,
  tolerances: recorded.tolerances.map(use => ({ ...use, sentence: explainTolerance(use).sentence })),
  changes,
  note: recorded.note
})
