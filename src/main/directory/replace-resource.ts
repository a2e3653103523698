import type { Json } from '../../shared/scim'
import type { MemberOperation } from '../scim/patch/operation'
import { parseProjection } from '../scim/project'
import { readResource, type ReadBody } from '../scim/read-resource'
import { replaceResource as replaceDocument } from '../scim/replace'
import { specifiedIn } from '../scim/specified'
import type { ReadAhead } from './known-members'
import { requireModel, type Parts } from './parts'
import { requireResource, requireVersion } from './requirements'
import type { RequestContext, UpdateOptions, Written } from './types'
import { updateResource } from './update-resource'

/** RFC 7644 §3.5.1. Within a write. @throws ScimError 400, 404, 409, 412 */
export function replaceResource(
  parts: Parts,
  context: RequestContext,
  type: string,
  id: string,
  body: Json,
  options: UpdateOptions,
  { known, read }: ReadAhead<ReadBody>
): Written {
  const model = requireModel(parts.registry, type)
  const before = requireResource(parts.stores.resources, type, id)
  requireVersion(before, options.ifMatch)

  const {
    document: sent,
    memberIds,
    passwordSet,
    tolerances
  } = read ?? readResource(model, body, context.compatibility)
  const projection = options.isUnread ? null : parseProjection([model], options, specifiedIn(model, sent))
  const document = replaceDocument(model, before.document, sent)
  // Members that are not listed are cleared like any other attribute: none, when there is no list.
  const members: MemberOperation[] = [{ op: 'replace', ids: memberIds ?? [] }]
  return updateResource(parts, context, model, {
    before,
    document,
    members,
    known,
    passwordSet,
    tolerances,
    projection
  })
}
