import type { JsonObject } from '../../../shared/scim'
import { parseProjection } from '../../scim/project'
import { renderResource } from '../../scim/render'
import type { DeletedResource, StoredResource } from '../../store/resources'
import type { Stores } from '../../store/stores'
import { answer } from '../answer'
import { requireModel } from '../parts'
import type { ViewParts } from './index'

/** A resource that is here, or one that was. */
export type PresentOrPast =
  { kind: 'present'; resource: StoredResource } | { kind: 'deleted'; resource: DeletedResource }

export function findPresentOrPast({ resources }: Stores, type: string, id: string): PresentOrPast | null {
  const present = resources.find(type, id)
  if (present) return { kind: 'present', resource: present }
  const deleted = resources.findDeleted(id)
  return deleted?.type === type ? { kind: 'deleted', resource: deleted } : null
}

/** As `GET` answers it, or would have when it was deleted. */
export function renderPresentOrPast(
  { stores, registry }: ViewParts,
  found: PresentOrPast,
  baseUrl: string,
  excludedAttributes: string[] | null = null
): JsonObject {
  const model = requireModel(registry, found.resource.type)
  if (found.kind === 'deleted') return renderResource(model, found.resource, { baseUrl })
  const projection = parseProjection([model], { attributes: null, excludedAttributes })
  return answer(stores, model, found.resource, baseUrl, projection)
}

export const deletionOf = (found: PresentOrPast): { at: number; exchangeId: number | null } | null =>
  found.kind === 'deleted' ? { at: found.resource.deletedAt, exchangeId: found.resource.deletedBy } : null
