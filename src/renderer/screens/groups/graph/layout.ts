import type { GroupGraph } from '../../../../shared/directory-views'
import type { Named } from '../../../../shared/scim'

/** What is shown of a group's people. */
export interface Crowd {
  shown: Named[]
  /** How many more there are than are shown. */
  more: number
}

export interface Drawn {
  /** Groups whose nested groups are hidden. */
  folded: ReadonlySet<string>
  crowds: ReadonlyMap<string, Crowd>
}

export interface DrawnNode {
  id: string
  kind: 'group' | 'person' | 'more'
  label: string
  /** Of a group. */
  peopleCount: number
  nestedCount: number
  x: number
  y: number
  width: number
  height: number
}

export interface DrawnEdge {
  from: string
  to: string
  /** Beside the way on which its end was placed: to a group shown elsewhere, or back up. */
  isCrossing: boolean
}

export interface Layout {
  nodes: DrawnNode[]
  edges: DrawnEdge[]
}

export const GROUP = { width: 196, height: 46 }
export const PERSON = { width: 158, height: 26 }
const COLUMN_GAP = 84
const ROW_GAP = 18
const PERSON_GAP = 8

/** How many people stand side by side, so that a crowd is a block and no tower. */
const abreast = (count: number): number =>
  count <= 4 ? 1 : count <= 10 ? 2 : count <= 18 ? 3 : count <= 60 ? 4 : Math.ceil(Math.sqrt(count / 3))

/**
 * Places groups from left to right by their distance from the first, each before the middle of what it contains; a group's
 * people stand as a block in front of its nested groups. Every membership is an edge, whether its end stands there or elsewhere.
 */
export function layOut({ groups, edges }: GroupGraph, { folded, crowds }: Drawn): Layout {
  const [root] = groups
  if (!root) return { nodes: [], edges: [] }
  const byId = new Map(groups.map(group => [group.id, group]))
  const below = new Map<string, string[]>()
  for (const { from, to } of edges) below.set(from, [...(below.get(from) ?? []), to])

  // Breadth first, so that each group stands as near to the first as it can.
  const parentOf = new Map<string, string | null>([[root.id, null]])
  const depthOf = new Map([[root.id, 0]])
  for (const [id] of parentOf) {
    if (folded.has(id)) continue
    for (const to of below.get(id) ?? []) {
      if (parentOf.has(to) || !byId.has(to)) continue
      parentOf.set(to, id)
      depthOf.set(to, (depthOf.get(id) ?? 0) + 1)
    }
  }
  const placedIn = (id: string) => (below.get(id) ?? []).filter(to => parentOf.get(to) === id)

  // Somebody in several groups stands once, with the farthest of them: so every edge leads on.
  const homeOf = new Map<string, string>()
  for (const id of [...parentOf.keys()].reverse()) {
    for (const person of crowds.get(id)?.shown ?? []) if (!homeOf.has(person.id)) homeOf.set(person.id, id)
  }
  const housed = (id: string): Named[] =>
    (crowds.get(id)?.shown ?? []).filter(person => homeOf.get(person.id) === id)
  const blockOf = (id: string) => {
    const crowd = crowds.get(id)
    const count = housed(id).length + (crowd && crowd.more > 0 ? 1 : 0)
    const columns = abreast(count)
    const rows = Math.ceil(count / columns)
    return {
      columns,
      width: columns * (PERSON.width + PERSON_GAP) - PERSON_GAP,
      height: rows * (PERSON.height + PERSON_GAP) - (rows > 0 ? PERSON_GAP : 0)
    }
  }

  const lefts = columnLefts([...parentOf.keys()], depthOf, blockOf)
  const nodes: DrawnNode[] = []

  /** @returns the height it took, and where its own middle came to be */
  function place(id: string, top: number): { height: number; middle: number } {
    const depth = depthOf.get(id) ?? 0
    const x = lefts[depth + 1] ?? 0
    let bottom = top
    const block = blockOf(id)
    if (block.height > 0) {
      placePeople(id, x, top, block.columns)
      bottom += block.height + ROW_GAP
    }
    for (const child of placedIn(id)) bottom += place(child, bottom).height + ROW_GAP
    const height = Math.max(bottom - top - ROW_GAP, GROUP.height)
    const middle = top + height / 2
    const group = byId.get(id)!
    nodes.push({
      id,
      kind: 'group',
      label: group.name,
      peopleCount: group.peopleCount,
      nestedCount: below.get(id)?.length ?? 0,
      x: lefts[depth] ?? 0,
      y: middle - GROUP.height / 2,
      ...GROUP
    })
    return { height, middle }
  }

  function placePeople(id: string, left: number, top: number, columns: number): void {
    const { more = 0 } = crowds.get(id) ?? {}
    const entries: Pick<DrawnNode, 'id' | 'kind' | 'label'>[] = housed(id).map(person => ({
      id: person.id,
      kind: 'person',
      label: person.name
    }))
    if (more > 0) entries.push({ id: `${id} more`, kind: 'more', label: String(more) })
    entries.forEach((entry, index) =>
      nodes.push({
        ...entry,
        peopleCount: 0,
        nestedCount: 0,
        x: left + (index % columns) * (PERSON.width + PERSON_GAP),
        y: top + Math.floor(index / columns) * (PERSON.height + PERSON_GAP),
        ...PERSON
      })
    )
  }

  place(root.id, 0)
  return { nodes, edges: drawnEdges() }

  function drawnEdges(): DrawnEdge[] {
    const drawn: DrawnEdge[] = []
    for (const [from] of parentOf) {
      const { shown = [], more = 0 } = crowds.get(from) ?? {}
      for (const { id } of shown) drawn.push({ from, to: id, isCrossing: homeOf.get(id) !== from })
      if (more > 0) drawn.push({ from, to: `${from} more`, isCrossing: false })
      if (folded.has(from)) continue
      for (const to of below.get(from) ?? [])
        if (parentOf.has(to)) drawn.push({ from, to, isCrossing: parentOf.get(to) !== from })
    }
    return drawn
  }
}

/** Where each column begins: wide enough for the widest thing in the one before. */
function columnLefts(
  groups: string[],
  depthOf: ReadonlyMap<string, number>,
  blockOf: (id: string) => { width: number; height: number }
): number[] {
  const widths: number[] = []
  for (const id of groups) {
    const depth = depthOf.get(id) ?? 0
    const { width, height } = blockOf(id)
    widths[depth] = Math.max(widths[depth] ?? 0, GROUP.width)
    if (height > 0) widths[depth + 1] = Math.max(widths[depth + 1] ?? 0, width)
  }
  const lefts = [0]
  for (const width of widths) lefts.push((lefts.at(-1) ?? 0) + width + COLUMN_GAP)
  return lefts
}
