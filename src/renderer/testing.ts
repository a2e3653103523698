import type { ExchangeSummary } from '../shared/exchange'

/** A row for tests: an answered look-up, with what the test is about put in. */
export const rowOf = (id: number, some: Partial<ExchangeSummary> = {}): ExchangeSummary => ({
  id,
  startedAt: 1_700_000_000_000 + id,
  durationMs: 5,
  ending: 'answered',
  origin: 'scim',
  method: 'GET',
  target: `/scim/v2/Users/${id}`,
  status: 200,
  tokenId: 't1',
  tokenName: 'Contoso',
  story: { kind: 'read', resource: { type: 'User', id: 'u1', name: 'Alice Ng' } },
  resource: { type: 'User', id: 'u1', name: 'Alice Ng' },
  hasChange: false,
  cycle: null,
  isPinned: false,
  isSimulated: false,
  isCheck: false,
  replayOf: null,
  requestBytes: 0,
  responseBytes: 0,
  ...some
})
