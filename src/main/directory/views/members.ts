import type { MemberRow } from '../../../shared/contract'
import type { FoundMember } from '../../store/member-pages'
import { type AsOf, type Step, wayTo } from '../../store/membership-graph'
import type { Stores } from '../../store/stores'
import { findPresentOrPast } from './present-or-past'

export interface MemberPageInput {
  id: string
  kind: 'direct' | 'effective'
  asOf: number | null
  search: string
  offset: number
  limit: number
}

/** Members of a group, now or as of a moment; effective ones with the groups between. `total` is without the search. */
export function memberPage(
  stores: Stores,
  { id, kind, asOf, search, offset, limit }: MemberPageInput
): { rows: MemberRow[]; matched: number; total: number } | null {
  const found = findPresentOrPast(stores, 'Group', id)
  if (!found) return null
  const root = found.resource.ref
  const reached: Map<number, Step> =
    kind === 'effective' ? stores.graph.nestedIn(root, asOf) : new Map([[root, { from: null, depth: 0 }]])
  const page = { groups: [...reached.keys()], root, asOf, search, offset, limit }
  const total = stores.memberPages.count({ ...page, search: '' })
  return {
    rows: stores.memberPages.page(page).map(member => toRow(stores, member, root, reached, asOf)),
    matched: search === '' ? total : stores.memberPages.count(page),
    total
  }
}

/** @param directCount what is known already, and the answer as long as no group is nested */
export function countEffective({ graph, memberPages }: Stores, group: number, directCount: number): number {
  const groups = [...graph.nestedIn(group, null).keys()]
  if (groups.length === 1) return directCount
  return memberPages.count({ groups, root: group, asOf: null, search: '', offset: 0, limit: 0 })
}

function toRow(
  { memberPages, resources }: Stores,
  { ref, type, id, name, userName, active }: FoundMember,
  root: number,
  reached: Map<number, Step>,
  asOf: AsOf
): MemberRow {
  const memberships = memberPages.memberships(ref, [...reached.keys()], asOf)
  const depthOf = (group: number) => reached.get(group)?.depth ?? Number.POSITIVE_INFINITY
  const nearest = memberships.reduce((best, one) =>
    depthOf(one.groupRef) < depthOf(best.groupRef) ? one : best
  )
  return {
    member: { type, id, name },
    userName,
    isActive: type === 'User' ? active !== 0 : null,
    isDirect: nearest.groupRef === root,
    via: resources.namesOf(wayTo(reached, nearest.groupRef).slice(1)),
    addedAt: nearest.addedAt,
    addedBy: nearest.addedBy
  }
}
