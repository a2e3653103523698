import type { UserDetail } from '../../../shared/directory-views'
import { ENTERPRISE_SCHEMA, type JsonObject } from '../../../shared/scim'
import { type AsOf, wayTo } from '../../store/membership-graph'
import type { Stores } from '../../store/stores'
import type { ViewParts } from './index'
import { deletionOf, findPresentOrPast, renderPresentOrPast } from './present-or-past'

/** A deleted user is shown in the groups of its last moment. */
export function userDetail(parts: ViewParts, id: string, baseUrl: string): UserDetail | null {
  const { resources, changes } = parts.stores
  const found = findPresentOrPast(parts.stores, 'User', id)
  if (!found) return null
  const { ref, document } = found.resource
  const managerId = managerIn(document)
  const manager = managerId === null ? null : resources.findName(managerId)
  return {
    id,
    resource: renderPresentOrPast(parts, found, baseUrl),
    setBy: changes.setBy(ref),
    groups: groupsOf(parts.stores, ref, found.kind === 'deleted' ? found.resource.deletedAt - 1 : null),
    manager,
    unknownManagerId: manager === null ? managerId : null,
    reports: resources.namesOfReports(id),
    deleted: deletionOf(found)
  }
}

function managerIn(document: JsonObject): string | null {
  const { manager } = (document[ENTERPRISE_SCHEMA] ?? {}) as JsonObject
  const { value } = (manager ?? {}) as JsonObject
  return typeof value === 'string' && value !== '' ? value : null
}

function groupsOf({ graph, resources }: Stores, ref: number, asOf: AsOf): UserDetail['groups'] {
  const reached = graph.groupsAbove(ref, asOf)
  reached.delete(ref)
  return [...reached].map(([group, { depth }]) => {
    // The way goes up from the user; people read it from the outermost group down.
    const between = wayTo(reached, group).slice(1, -1).reverse()
    const [named] = resources.namesOf([group])
    return { group: named!, isDirect: depth === 1, via: resources.namesOf(between) }
  })
}
