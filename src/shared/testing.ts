import type { ExchangeDetail } from './exchange'

/** An ordinary recorded exchange, for tests. */
export const exchange = (parts: Partial<ExchangeDetail> = {}): ExchangeDetail => ({
  id: 1,
  startedAt: Date.UTC(2026, 10, 21, 12),
  durationMs: 14,
  ending: 'answered',
  origin: 'scim',
  method: 'GET',
  target: '/scim/v2/Users',
  status: 200,
  tokenId: 'token-1',
  tokenName: 'Contoso',
  story: { kind: 'listed', type: 'User', returned: 0, total: 0 },
  resource: null,
  hasChange: false,
  cycle: 1,
  isPinned: false,
  isSimulated: false,
  replayOf: null,
  requestBytes: 0,
  responseBytes: 2,
  requestHeaders: [['ADSCIMVersion', '5.0']],
  requestBody: null,
  responseHeaders: [['content-type', 'application/scim+json']],
  responseBody: { text: '{}', bytes: 2, isCut: false },
  remoteAddress: '127.0.0.1',
  userAgent: null,
  tolerances: [],
  changes: [],
  note: null,
  ...parts
})
