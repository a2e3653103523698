import type { UserDetail, UserRow } from '../../../shared/contract'
import type { Page, UserSort } from '../../store/console-pages'
import { wayTo } from '../../store/membership-graph'
import type { Stores } from '../../store/stores'
import type { ViewParts } from './index'
import { deletionOf, findPresentOrPast, renderPresentOrPast } from './present-or-past'

type UserPage = Page<UserSort> & { state: 'all' | 'active' | 'disabled' }

export function userPage(
  { consolePages, resources }: Stores,
  input: UserPage
): { rows: UserRow[]; matched: number } {
  const { rows, count } = consolePages.users(input, input.state)
  if (input.search !== '') return { rows, matched: count() }
  const users = resources.counts().find(({ type }) => type === 'User')
  const total = users?.total ?? 0
  const disabled = users?.disabled ?? 0
  const matched = input.state === 'all' ? total : input.state === 'disabled' ? disabled : total - disabled
  return { rows, matched }
}

export function userDetail(parts: ViewParts, id: string, baseUrl: string): UserDetail | null {
  const { resources, changes } = parts.stores
  const found = findPresentOrPast(parts.stores, 'User', id)
  if (!found) return null
  const managerId = found.kind === 'present' ? found.resource.managerId : null
  return {
    id,
    resource: renderPresentOrPast(parts, found, baseUrl),
    setBy: changes.setBy(found.resource.ref),
    groups: found.kind === 'present' ? groupsOf(parts.stores, found.resource.ref) : [],
    manager: managerId === null ? null : resources.findName(managerId),
    reports: resources.namesOfReports(id),
    deleted: deletionOf(found)
  }
}

function groupsOf({ graph, resources }: Stores, ref: number): UserDetail['groups'] {
  const reached = graph.groupsAbove(ref, null)
  reached.delete(ref)
  return [...reached].map(([group, { depth }]) => {
    // The way goes up from the user; people read it from the outermost group down.
    const between = wayTo(reached, group).slice(1, -1).reverse()
    const [named] = resources.namesOf([group])
    return { group: named!, isDirect: depth === 1, via: resources.namesOf(between) }
  })
}
