import type { ToleranceUse } from '../../shared/exchange'
import { GROUP_SCHEMA, type Json } from '../../shared/scim'
import { applyPatch, type NoteTolerance } from '../scim/patch/apply'
import { normalisePatch, type NormalisedPatch } from '../scim/patch/normalise'
import { parseProjection } from '../scim/project'
import { specifiedBy } from '../scim/specified'
import type { ReadAhead } from './known-members'
import { requireModel, type Parts } from './parts'
import { withoutMembers } from './projection'
import { requireResource, requireVersion } from './requirements'
import type { RequestContext, UpdateOptions, Written } from './types'
import { updateResource } from './update-resource'

/**
 * RFC 7644 §3.5.2. Within a write. A group's members are in the answer only when they were asked for by name: Entra gets 204
 * and no group is read to be thrown away.
 *
 * @throws ScimError 400, 404, 409, 412
 */
export function patchResource(
  parts: Parts,
  context: RequestContext,
  type: string,
  id: string,
  body: Json,
  options: UpdateOptions,
  { known, read }: ReadAhead<NormalisedPatch>
): Written {
  const { compatibility } = context
  const model = requireModel(parts.registry, type)
  const isGroup = model.core.id === GROUP_SCHEMA
  const before = requireResource(parts.stores.resources, type, id)
  requireVersion(before, options.ifMatch)

  const { operations, members, passwordSet, tolerances } = read ?? normalisePatch(model, body, compatibility)
  const shown = isGroup ? withoutMembers(options) : options
  const projection = options.isUnread ? null : parseProjection([model], shown, specifiedBy(model, operations))
  const used: ToleranceUse[] = [...tolerances]
  const note: NoteTolerance = (name, detail) => used.push({ name, detail })
  // Without any it was about members alone.
  const document =
    operations.length === 0
      ? before.document
      : applyPatch(model, before.document, operations, compatibility, note)
  return updateResource(parts, context, model, {
    before,
    document,
    members,
    known,
    passwordSet,
    tolerances: used,
    projection
  })
}
