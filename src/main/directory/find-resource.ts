import { setImmediate } from 'node:timers/promises'
import { GROUP_SCHEMA, USER_SCHEMA } from '../../shared/scim'
import { parseProjection, project, wants, type Projection } from '../scim/project'
import { renderMembers } from '../scim/render'
import type { ResourceModel } from '../scim/model'
import type { StoredResource } from '../store/resources'
import type { Stores } from '../store/stores'
import { answer, etag, MEMBERS_RUN, named } from './answer'
import { requireModel, type Parts } from './parts'
import { requireResource } from './requirements'
import type { ProjectionQuery, ReadResource, RequestContext } from './types'

/**
 * RFC 7644 §3.4.1. The members of a large group are read and written as text in slices, so that nobody else waits for them.
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

  if (model.core.id === GROUP_SCHEMA && stored.memberCount > MEMBERS_RUN && wants(projection, 'members')) {
    const toText = (run: Parameters<typeof renderMembers>[0]) => {
      const shown = project(model, { members: renderMembers(run, baseUrl) }, projection).members ?? []
      return Buffer.from(JSON.stringify(shown).slice(1, -1))
    }
    const sliced = await inSlices(stores, stored, toText)
    // Changed under our hands too often: then all at once, for an answer has to be of one version.
    stored = sliced?.stored ?? requireResource(stores.resources, type, id)
    memberTexts = sliced?.texts
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

const ATTEMPTS = 3

/** The members of one version of a group as pieces of text, or null when it never stood still. */
async function inSlices(
  { resources, members }: Stores,
  { ref }: StoredResource,
  toText: (run: ReturnType<typeof members.page>) => Buffer
): Promise<{ stored: StoredResource; texts: Buffer[] } | null> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const stored = resources.findByRef(ref)
    if (!stored) return null
    const texts: Buffer[] = []
    for (let after = 0; ;) {
      const run = members.page(ref, after, MEMBERS_RUN)
      if (run.length > 0) texts.push(toText(run))
      if (run.length < MEMBERS_RUN) break
      after = run.at(-1)!.ref
      await setImmediate()
    }
    if (resources.findByRef(ref)?.version === stored.version) return { stored, texts }
  }
  return null
}
