import { begunRow } from '../../shared/exchange'
import type { Recorded } from './record'
import type { ClosedExchange, OpenedExchange } from './types'

/** An ordinary request, for tests. */
export const request = (parts: Partial<OpenedExchange> = {}): OpenedExchange => ({
  method: 'GET',
  target: '/scim/v2/Users',
  headers: [['ADSCIMVersion', '5.0']],
  remoteAddress: '127.0.0.1',
  userAgent: null,
  isSimulated: false,
  isCheck: false,
  replayOf: null,
  ...parts
})

/** How it ordinarily ends, for tests. */
export const answered = (parts: Partial<ClosedExchange> = {}): ClosedExchange => ({
  ending: 'answered',
  status: 200,
  tokenId: 'token-1',
  tokenName: 'Contoso',
  requestBody: null,
  requestBytes: 0,
  responseHeaders: [['content-type', 'application/scim+json']],
  responseBody: '{"totalResults":0}',
  responseBytes: 18,
  story: { kind: 'listed', type: 'User', returned: 0, total: 0 },
  resource: null,
  hasChange: false,
  tolerances: [],
  ...parts
})

/** One as it is kept, for tests. */
export const recorded = (row: Partial<Recorded['row']>, parts: Partial<Recorded> = {}): Recorded => ({
  row: {
    ...begunRow(1, 0),
    durationMs: 1,
    ending: 'answered',
    method: 'GET',
    target: '/scim/v2/Users',
    status: 200,
    story: { kind: 'listed', type: 'User', returned: 0, total: 0 },
    ...row
  },
  requestHeaders: [],
  requestBody: null,
  responseHeaders: [],
  responseBody: null,
  remoteAddress: null,
  userAgent: null,
  tolerances: [],
  note: null,
  ...parts
})
