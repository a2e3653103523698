import type { GroupGraph, MembershipPaths } from '../../../shared/directory-views'
import type { Stores } from '../../store/stores'
import { findPresentOrPast } from './present-or-past'

/** Groups drawn of one graph. */
const GROUPS_SHOWN = 2_000
const WAYS_SHOWN = 20
/** Ways looked at on the search for those shown; a dense net of groups has more ways than anybody can count. */
const WAYS_TRIED = 5_000

interface Edge {
  from: string
  to: string
}

/** The groups below a group, itself first, and every membership among them: those that close a cycle too. */
export function groupGraph(stores: Stores, id: string): GroupGraph | null {
  const { graph, resources } = stores
  const found = findPresentOrPast(stores, 'Group', id)
  if (!found) return null
  const reached = [...graph.nestedIn(found.resource.ref, null).keys()]
  const shown = reached.slice(0, GROUPS_SHOWN)
  const named = new Map(resources.namesOf(shown).map((name, index) => [shown[index]!, name]))
  const edges: Edge[] = []
  const groups = shown.map(ref => {
    const nested = graph.groupsIn(ref)
    for (const to of nested) {
      const target = named.get(to)
      if (target) edges.push({ from: named.get(ref)!.id, to: target.id })
    }
    const memberCount = resources.memberCountOf(ref)
    const { id: groupId, name } = named.get(ref)!
    return { id: groupId, name, peopleCount: memberCount - nested.length }
  })
  return { groups, edges, isCut: shown.length < reached.length }
}

/**
 * Every way from a group down to a member: an edge lies on one exactly when it begins below the group and ends above the
 * member. The ways themselves are the shortest ones.
 */
export function membershipPaths(
  { graph, resources, members }: Stores,
  id: string,
  memberId: string
): MembershipPaths | null {
  const root = resources.refOf(id)
  const member = resources.refOf(memberId)
  if (root === null || member === null) return null

  const above = graph.groupsAbove(member, null)
  const between = [...graph.nestedIn(root, null).keys()].filter(ref => above.has(ref) && ref !== member)
  const below = new Map(
    between.map(group => {
      const nested = graph.groupsIn(group).filter(next => above.has(next) && next !== member)
      return [group, members.contains(group, member) ? [...nested, member] : nested]
    })
  )

  const refs = [...between, member]
  const named = new Map(resources.namesOf(refs).map((name, index) => [refs[index]!, name]))
  const edges = [...below].flatMap(([from, tos]) =>
    tos.flatMap(to => {
      const target = named.get(to)
      return target ? [{ from: named.get(from)!.id, to: target.id }] : []
    })
  )
  const ways = waysBetween(below, root, member).map(way => way.slice(0, -1).map(ref => named.get(ref)!))
  return { edges, ways }
}

/** Breadth first, so the shortest come first; no way passes a group twice. */
function waysBetween(below: Map<number, number[]>, root: number, member: number): number[][] {
  const ways: number[][] = []
  const open: number[][] = [[root]]
  for (let tried = 0; tried < WAYS_TRIED && ways.length < WAYS_SHOWN; tried++) {
    const way = open[tried]
    if (!way) break
    for (const next of below.get(way.at(-1)!) ?? []) {
      if (next === member) ways.push([...way, next])
      else if (!way.includes(next)) open.push([...way, next])
    }
  }
  return ways.slice(0, WAYS_SHOWN)
}
