import type { ExchangeSummary } from '../../../shared/exchange'

/** Further apart two requests are no question and its consequence, in milliseconds. */
const SOON_MS = 30_000

/** Whether a row goes on with what the row above began: a look-up, and then what was done because of its answer. */
export function belongsTo(row: ExchangeSummary, above: ExchangeSummary): boolean {
  if (row.tokenId !== above.tokenId || row.tokenId === null || row.startedAt - above.startedAt > SOON_MS)
    return false
  const asked = above.story
  switch (asked.kind) {
    case 'looked-up':
      return asked.found
        ? row.resource?.id === asked.found.id
        : asked.count === 0 && isCreate(row) && row.target.includes(`${asked.type}s`)
    case 'read':
    case 'created':
      return row.resource?.id === above.resource?.id
    case 'checked-member':
      return row.resource?.id === asked.group.id
    case 'checked-manager':
      return row.resource?.id === asked.user.id
    default:
      return false
  }
}

const isCreate = ({ method, story }: ExchangeSummary): boolean =>
  method === 'POST' && story.kind !== 'searched'
