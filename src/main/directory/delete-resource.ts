import { ENTERPRISE_SCHEMA, type JsonObject } from '../../shared/scim'
import { compareDocuments } from '../scim/compare'
import type { Stamp } from '../store/members'
import type { StoredResource } from '../store/resources'
import { named } from './answer'
import { requireModel, type Parts } from './parts'
import { requireResource, requireVersion } from './requirements'
import type { RequestContext, Written } from './types'

/**
 * RFC 7644 §3.6. Within a write. What pointed to the resource lets go of it, each as a change of its own: memberships, and the
 * manager of its reports. Its userName is free again; the resource stays in the history.
 *
 * @throws ScimError 404, 412
 */
export function deleteResource(
  parts: Parts,
  context: RequestContext,
  type: string,
  id: string,
  { ifMatch }: { ifMatch: string | null }
): Written {
  const { stores, registry, clock } = parts
  const { exchangeId, actor } = context
  const model = requireModel(registry, type)
  const before = requireResource(stores.resources, type, id)
  requireVersion(before, ifMatch)

  const stamp = { at: clock.now(), exchangeId }
  leaveGroups(parts, context, before, stamp)
  releaseReports(parts, context, before, stamp)
  const memberCount = stores.members.removeAll(before.ref, stamp).length
  stores.resources.remove(before, model.core.id, stamp.at, exchangeId)
  stores.changes.append({
    ...stamp,
    actor,
    verb: 'deleted',
    ref: before.ref,
    attributes: compareDocuments(model, before.document, {}),
    members: memberCount > 0 ? { added: [], addedCount: 0, removed: [], removedCount: memberCount } : null
  })
  const story = { kind: 'deleted', resource: named(before) } as const
  return { resource: null, id, etag: null, hasChange: true, story, tolerances: [] }
}

function leaveGroups({ stores }: Parts, { actor }: RequestContext, gone: StoredResource, stamp: Stamp): void {
  for (const groupRef of stores.members.removeFromAll(gone.ref, stamp)) {
    stores.resources.renewByRef(groupRef, -1, stamp.at)
    const members = { added: [], addedCount: 0, removed: [named(gone)], removedCount: 1 }
    stores.changes.append({ ...stamp, actor, verb: 'updated', ref: groupRef, attributes: [], members })
  }
}

function releaseReports(
  { stores, registry }: Parts,
  { actor }: RequestContext,
  gone: StoredResource,
  stamp: Stamp
): void {
  for (const report of stores.resources.reportsOf(gone.id)) {
    const document = withoutManager(report.document)
    const model = requireModel(registry, report.type)
    stores.resources.replace(report, model.core.id, document, stamp.at)
    const attributes = compareDocuments(model, report.document, document)
    stores.changes.append({ ...stamp, actor, verb: 'updated', ref: report.ref, attributes, members: null })
  }
}

function withoutManager(document: JsonObject): JsonObject {
  const { [ENTERPRISE_SCHEMA]: enterprise, ...rest } = document
  const kept: JsonObject = { ...(enterprise as JsonObject) }
  delete kept.manager
  return Object.keys(kept).length > 0 ? { ...rest, [ENTERPRISE_SCHEMA]: kept } : rest
}
