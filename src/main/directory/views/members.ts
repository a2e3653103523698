import type {
  MemberKind,
  MemberRow,
  MembershipMoment,
  MembershipMoments
} from '../../../shared/directory-views'
import type { FoundMember } from '../../store/member-pages'
import { type AsOf, wayTo } from '../../store/membership-graph'
import type { Stores } from '../../store/stores'
import type { MemberList, MemberLists } from './member-lists'
import { findPresentOrPast } from './present-or-past'

export interface MembersOf {
  id: string
  kind: MemberKind
  asOf: AsOf
}

export interface MemberPageInput extends MembersOf {
  search: string
  offset: number
  limit: number
}

/** Members of a group, now or as of a moment; effective ones with the groups between. `total` is without the search. */
export async function memberPage(
  stores: Stores,
  lists: MemberLists,
  { id, kind, asOf, search, offset, limit }: MemberPageInput
): Promise<{ rows: MemberRow[]; matched: number; total: number } | null> {
  const found = findPresentOrPast(stores, 'Group', id)
  if (!found) return null
  const root = found.resource.ref
  const list = await lists.list(root, kind, asOf)
  const matching = await lists.matching(lists.keyOf(root, kind, asOf), list.refs, search)
  const refs = [...matching.subarray(offset, offset + limit)]
  return {
    rows: memberRows(stores, list, root, asOf, refs),
    matched: matching.length,
    total: list.refs.length
  }
}

/** What is said of each member: who it is, and by which of its memberships it is one. */
export function memberRows(
  stores: Stores,
  list: MemberList,
  root: number,
  asOf: AsOf,
  refs: number[]
): MemberRow[] {
  return stores.memberPages.rows(refs).map(member => toRow(stores, member, list, root, asOf))
}

function toRow(
  { memberPages, resources }: Stores,
  member: FoundMember,
  { reached }: MemberList,
  root: number,
  asOf: AsOf
): MemberRow {
  const depthOf = (group: number) => reached.get(group)?.depth ?? Number.POSITIVE_INFINITY
  const nearest = memberPages
    .memberships(member.ref, asOf)
    .filter(({ groupRef }) => reached.has(groupRef))
    .reduce<{ groupRef: number; addedAt: number; addedBy: number | null } | null>(
      (best, one) => (best === null || depthOf(one.groupRef) < depthOf(best.groupRef) ? one : best),
      null
    )
  return {
    ...personOf(member),
    isDirect: nearest?.groupRef === root,
    via: nearest === null ? [] : resources.namesOf(wayTo(reached, nearest.groupRef).slice(1)),
    addedAt: nearest?.addedAt ?? null,
    addedBy: nearest?.addedBy ?? null
  }
}

export const personOf = ({ type, id, name, userName, active, isDeleted }: FoundMember) => ({
  member: { type, id, name },
  userName,
  isActive: type === 'User' ? active !== 0 : null,
  isDeleted: isDeleted === 1
})

const MOMENTS_SHOWN = 1_000

/** When somebody joined or left; for effective members also of groups that are nested in it or ever were. */
export function membershipMoments(
  stores: Stores,
  { id, kind }: Omit<MembersOf, 'asOf'>
): MembershipMoments | null {
  const found = findPresentOrPast(stores, 'Group', id)
  if (!found) return null
  const root = found.resource.ref
  const groups = kind === 'effective' ? stores.graph.everNestedIn(root) : [root]
  const all = groups.flatMap(group => stores.changes.moments(group, MOMENTS_SHOWN + 1))
  const newestFirst = atOnce(all.toSorted((a, b) => b.at - a.at))
  return {
    moments: newestFirst.slice(0, MOMENTS_SHOWN).toReversed(),
    isCut: newestFirst.length > MOMENTS_SHOWN
  }
}

/** What happened at the same moment is one moment. */
function atOnce(sorted: MembershipMoment[]): MembershipMoment[] {
  const merged: MembershipMoment[] = []
  for (const moment of sorted) {
    const last = merged.at(-1)
    if (last?.at !== moment.at) merged.push({ ...moment })
    else {
      last.added += moment.added
      last.removed += moment.removed
    }
  }
  return merged
}
