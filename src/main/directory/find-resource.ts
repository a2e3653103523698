import { GROUP_SCHEMA, USER_SCHEMA } from '../../shared/scim'
import { parseProjection, shownParts, wants, type Projection } from '../scim/project'
import type { ResourceModel } from '../scim/model'
import type { MemberPart } from '../store/member-texts'
import type { StoredResource } from '../store/resources'
import type { Stores } from '../store/stores'
import { answer, etag, MEMBERS_RUN, named } from './answer'
import { requireModel, type Parts } from './parts'
import { requireResource } from './requirements'
import type { ProjectionQuery, ReadResource, RequestContext } from './types'

/**
 * RFC 7644 §3.4.1. The members of a large group are read as text in slices, so that nobody else waits for them.
 *
 * @throws ScimError 404
 */
export async function findResource(
  { stores, registry }: Parts,
  { baseUrl }: RequestContext,
  type: string,
  id: string,
  query: ProjectionQuery
): Promise<ReadResource> {
  const model = requireModel(registry, type)
  const projection = parseProjection([model], query)
  let stored = requireResource(stores.resources, type, id)
  let memberTexts: Buffer[] | undefined

  if (model.core.id === GROUP_SCHEMA && stored.memberCount > MEMBERS_RUN) {
    const parts = shownParts(model, 'members', projection) as MemberPart[]
    const read = parts.length === 0 ? null : await stores.memberTexts.of(stored.ref, baseUrl, parts)
    // Gone meanwhile, or not asked for: then there is nothing to slice.
    stored = read?.stored ?? requireResource(stores.resources, type, id)
    memberTexts = read?.texts
  }
  return {
    resource: answer(stores, model, stored, baseUrl, projection, memberTexts && { members: [] }),
    ...(memberTexts && { memberTexts }),
    etag: etag(stored),
    versionTellsAll: () => versionTellsAll(stores, model, stored, projection),
    story: { kind: 'read', resource: named(stored) }
  }
}

/**
 * Whether an answer of this version is always the same. A user's groups and the names of managers and members are computed: they
 * change without a new version, so a client's copy that shows them cannot be called current.
 */
function versionTellsAll(
  { members }: Stores,
  { core }: ResourceModel,
  { ref, managerId, memberCount }: StoredResource,
  projection: Projection
): boolean {
  if (core.id === GROUP_SCHEMA) return memberCount === 0 || !wants(projection, 'members')
  if (core.id !== USER_SCHEMA) return true
  return managerId === null && (!wants(projection, 'groups') || !members.wasEverListed(ref))
}
