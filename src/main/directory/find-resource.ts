import { parseProjection } from '../scim/project'
import { answer, etag, named } from './answer'
import { requireModel, type Parts } from './parts'
import { requireResource } from './requirements'
import type { ProjectionQuery, ReadResource, RequestContext } from './types'

/** RFC 7644 §3.4.1. @throws ScimError 404 */
export function findResource(
  { stores, registry }: Parts,
  { baseUrl }: RequestContext,
  type: string,
  id: string,
  query: ProjectionQuery
): ReadResource {
  const model = requireModel(registry, type)
  const projection = parseProjection([model], query)
  const stored = requireResource(stores.resources, type, id)
  return {
    resource: answer(stores, model, stored, baseUrl, projection),
    etag: etag(stored),
    story: { kind: 'read', resource: named(stored) }
  }
}
