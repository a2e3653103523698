import type { GroupGraph, MembershipPaths } from '../../../../shared/directory-views'
import type { Named } from '../../../../shared/scim'
import type { Crowd } from './cards'
import { edgeKey } from './to-svg'
import type { Wanted } from './useCrowds'

/** Up to so many groups everything is unfolded at first, with the first of its people. */
const GROUPS_AT_ONCE = 40
/** Up to so many people everybody is there at once. */
const PEOPLE_AT_ONCE = 40
/** Nested groups drawn of one group. */
const NESTED_DRAWN = 100
/** The first people of a group; of one that is very large only when asked. */
const FIRST_PEOPLE = 49
const LARGE = 2_000
/** People drawn of one group that was opened; of more, how many there are. */
const PEOPLE_OF_ONE = 200
/** The engine tells no more ways than this. */
const WAYS_TOLD = 20

export const foldedAtFirst = ({ groups }: GroupGraph): Set<string> =>
  new Set(groups.length <= GROUPS_AT_ONCE ? [] : groups.slice(1).map(group => group.id))

export function openAtFirst({ groups }: GroupGraph): Set<string> {
  const people = groups.reduce((sum, group) => sum + group.peopleCount, 0)
  return new Set(people <= PEOPLE_AT_ONCE ? groups.map(group => group.id) : [])
}

/** What is drawn of a graph. */
export interface DrawnGraph extends GroupGraph {
  /** Nested groups that are not drawn, by group: too many for one. */
  hidden: ReadonlyMap<string, number>
}

/** Of a group with very many nested ones the first are drawn, and those on the way to somebody; the others are counted. */
export function drawable(graph: GroupGraph, lit: ReadonlySet<string> | null): DrawnGraph {
  const hidden = new Map<string, number>()
  const drawn = new Map<string, number>()
  const edges = graph.edges.filter(edge => {
    const count = drawn.get(edge.from) ?? 0
    const isDrawn = count < NESTED_DRAWN || lit?.has(edgeKey(edge)) === true
    const counts = isDrawn ? drawn : hidden
    counts.set(edge.from, (counts.get(edge.from) ?? 0) + 1)
    return isDrawn
  })
  return { ...graph, edges, hidden, isCut: graph.isCut || hidden.size > 0 }
}

/** Whose people have to be known for the picture. */
export function wantedOf({ groups, edges }: GroupGraph, open: ReadonlySet<string>): Wanted[] {
  const nested = new Map<string, number>()
  for (const { from } of edges) nested.set(from, (nested.get(from) ?? 0) + 1)
  return groups.flatMap(({ id, peopleCount }) => {
    const isFirst = groups.length <= GROUPS_AT_ONCE && peopleCount <= LARGE
    if (peopleCount === 0 || (!open.has(id) && !isFirst)) return []
    return [{ id, limit: open.has(id) ? PEOPLE_OF_ONE : FIRST_PEOPLE, nested: nested.get(id) ?? 0 }]
  })
}

/** Somebody in focus stands alone wherever she is a member, so that she is seen; whoever opens a group sees it beside her. */
export function crowdsInFocus(
  crowds: ReadonlyMap<string, Crowd>,
  edges: { from: string; to: string }[],
  focus: Named,
  opened: string | null
): ReadonlyMap<string, Crowd> {
  const alone = edges.filter(({ to }) => to === focus.id).map(({ from }) => from)
  const seen = new Map<string, Crowd>(
    focus.type === 'Group' ? [] : alone.map(id => [id, { shown: [focus], more: 0 }])
  )
  const whole = opened === null ? undefined : crowds.get(opened)
  if (opened === null || !whole) return seen
  const others = whole.shown.filter(person => person.id !== focus.id)
  const isIn = seen.has(opened)
  return seen.set(opened, { shown: isIn ? [focus, ...others] : others, more: whole.more })
}

/** What leads to somebody: all ways, where they could be told; else every edge that lies on one, also on one that turns round. */
export function edgesOf({ ways, edges }: MembershipPaths, focus: Named): Set<string> {
  const isAll = ways.length > 0 && ways.length < WAYS_TOLD
  const told = ways.flatMap(way =>
    way.map((group, index) => ({ from: group.id, to: (way[index + 1] ?? focus).id }))
  )
  return new Set((isAll ? told : edges).map(edgeKey))
}

export function toggled(before: ReadonlySet<string>, id: string): Set<string> {
  const after = new Set(before)
  if (!after.delete(id)) after.add(id)
  return after
}

/** The set as it was when it is no other: the tree tells its state also when nothing has changed. */
export const sameOr = (before: ReadonlySet<string>, after: Set<string>): ReadonlySet<string> =>
  before.size === after.size && [...after].every(id => before.has(id)) ? before : after
