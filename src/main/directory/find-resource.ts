import { setImmediate } from 'node:timers/promises'
import { GROUP_SCHEMA, type Named } from '../../shared/scim'
import { parseProjection, wants } from '../scim/project'
import type { StoredResource } from '../store/resources'
import type { Stores } from '../store/stores'
import { answer, etag, MEMBERS_RUN, named } from './answer'
import { requireModel, type Parts } from './parts'
import { requireResource } from './requirements'
import type { ProjectionQuery, ReadResource, RequestContext } from './types'

/** RFC 7644 §3.4.1. A large group is read in slices, so that nobody else waits for it. @throws ScimError 404 */
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
  let members: Named[] | undefined

  if (model.core.id === GROUP_SCHEMA && stored.memberCount > MEMBERS_RUN && wants(projection, 'members')) {
    const sliced = await inSlices(stores, stored)
    // Changed under our hands too often: then all at once, for an answer has to be of one version.
    stored = sliced?.stored ?? requireResource(stores.resources, type, id)
    members = sliced?.members
  }
  return {
    resource: answer(stores, model, stored, baseUrl, projection, { members }),
    etag: etag(stored),
    story: { kind: 'read', resource: named(stored) }
  }
}

const ATTEMPTS = 3

/** The members of one version of a group, or null when it never stood still. */
async function inSlices(
  { resources, members }: Stores,
  { ref }: StoredResource
): Promise<{ stored: StoredResource; members: Named[] } | null> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const stored = resources.findByRef(ref)
    if (!stored) return null
    const listed: Named[] = []
    for (let after = 0; ;) {
      const run = members.page(ref, after, MEMBERS_RUN)
      for (const member of run) listed.push(member)
      if (run.length < MEMBERS_RUN) break
      after = run.at(-1)!.ref
      await setImmediate()
    }
    if (resources.findByRef(ref)?.version === stored.version) return { stored, members: listed }
  }
  return null
}
