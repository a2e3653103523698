import type { Compatibility, Json } from '../../shared/scim'
import type { ResourceModel } from '../scim/model'
import { requireModel, type Parts } from './parts'
import { requireResource, requireVersion } from './requirements'
import type { RequestContext } from './types'

/**
 * What the body of a PUT or PATCH says, before the write: members by the thousand are read without a transaction being open.
 *
 * @throws ScimError 400, 404, 412, as the write would
 */
export function readUpdate<Body>(
  { registry, stores }: Parts,
  readBody: (model: ResourceModel, body: Json, compatibility: Compatibility) => Body,
  { compatibility }: RequestContext,
  type: string,
  id: string,
  body: Json,
  { ifMatch }: { ifMatch: string | null }
): Body {
  const model = requireModel(registry, type)
  requireVersion(requireResource(stores.resources, type, id), ifMatch)
  return readBody(model, body, compatibility)
}
