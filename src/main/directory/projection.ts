import type { ProjectionQuery } from './types'

/** Members only when asked for by name. */
export function withoutMembers<Query extends ProjectionQuery>(query: Query): Query {
  if (query.attributes !== null) return query
  return { ...query, excludedAttributes: [...(query.excludedAttributes ?? []), 'members'] }
}
