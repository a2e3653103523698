import { begunRow, type ExchangeSummary } from '../shared/exchange'

/** A row for tests: an answered look-up, with what the test is about put in. */
export const rowOf = (id: number, some: Partial<ExchangeSummary> = {}): ExchangeSummary => ({
  ...begunRow(id, 1_700_000_000_000 + id),
  durationMs: 5,
  ending: 'answered',
  method: 'GET',
  target: `/scim/v2/Users/${id}`,
  status: 200,
  tokenId: 't1',
  tokenName: 'Contoso',
  story: { kind: 'read', resource: { type: 'User', id: 'u1', name: 'Alice Ng' } },
  resource: { type: 'User', id: 'u1', name: 'Alice Ng' },
  ...some
})
