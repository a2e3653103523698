import type { ExchangeSummary } from '../../shared/exchange'
import type { Json } from '../../shared/scim'
import type { Journal } from '../journal/types'

const MOST_LOOKED_AT = 20

/** The latest requests of a real client that created a user, newest first. */
export async function creationsOfUsers(journal: Pick<Journal, 'page'>): Promise<ExchangeSummary[]> {
  const { rows } = await journal.page({ query: 'method=POST is:change', before: null, limit: 200 })
  return rows
    .filter(
      ({ story, isSimulated }) => !isSimulated && story.kind === 'created' && story.resource.type === 'User'
    )
    .toReversed()
    .slice(0, MOST_LOOKED_AT)
}

/** A recorded body as JSON; null when it was cut or is none. */
export function bodyIn(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    // Cut off by the recorder: nothing can be said about it.
    return null
  }
}
