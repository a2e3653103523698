import { GROUP_SCHEMA, type Json } from '../../shared/scim'
import { compareDocuments } from '../scim/compare'
import { parseProjection } from '../scim/project'
import { specifiedIn } from '../scim/specified'
import { readResource, type ReadBody } from '../scim/read-resource'
import { answer, etag, named } from './answer'
import { changeMembers, toMembersChange } from './change-members'
import type { ReadAhead } from './known-members'
import { passwordChange } from './password'
import { requireModel, type Parts } from './parts'
import { requireUnique } from './requirements'
import type { ProjectionQuery, RequestContext, Written } from './types'

/** RFC 7644 §3.3. Within a write. @throws ScimError 400, 409 */
export function createResource(
  parts: Parts,
  context: RequestContext,
  type: string,
  body: Json,
  query: ProjectionQuery,
  { known, read }: ReadAhead<ReadBody>
): Written {
  const { stores, registry, clock } = parts
  const { exchangeId, actor, compatibility, baseUrl } = context
  const model = requireModel(registry, type)
  const { document, memberIds, passwordSet, tolerances } = read ?? readResource(model, body, compatibility)
  const projection = parseProjection([model], query, specifiedIn(model, document))

  const id = parts.newId()
  requireUnique(stores, model, compatibility, id, document, null)

  const at = clock.now()
  const inserted = stores.resources.insert({ id, type, schema: model.core.id, document, at })
  const joining = model.core.id === GROUP_SCHEMA ? (memberIds ?? []) : []
  const difference = changeMembers(
    stores,
    inserted.ref,
    [{ op: 'add', ids: joining }],
    { at, exchangeId },
    baseUrl,
    known
  )
  const created = stores.resources.countMembers(inserted, difference.added.size)

  stores.changes.append({
    at,
    exchangeId,
    actor,
    verb: 'created',
    ref: created.ref,
    attributes: [...compareDocuments(model, {}, document), ...passwordChange(passwordSet)],
    members: toMembersChange(stores, difference)
  })
  return {
    resource: answer(stores, model, created, baseUrl, projection, { groups: [] }),
    id,
    etag: etag(created),
    hasChange: true,
    story: { kind: 'created', resource: named(created) },
    tolerances
  }
}

/** What the body of a new resource says, before the write. @throws ScimError 400, as the write would */
export const readNew = (
  { registry }: Parts,
  { compatibility }: RequestContext,
  type: string,
  body: Json
): ReadBody => readResource(requireModel(registry, type), body, compatibility)
