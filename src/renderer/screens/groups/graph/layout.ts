import type { GraphGroup, GroupGraph } from '../../../../shared/directory-views'
import type { DrawnGraph } from './choosing'
import { cardOf, type Card, type Crowd, type Placeless } from './cards'
import { routesOf, type DrawnEdge } from './routes'

export interface Drawn {
  /** Groups whose nested groups are hidden. */
  folded: ReadonlySet<string>
  crowds: ReadonlyMap<string, Crowd>
  /** How many names stand abreast in a group, by its distance from the first. */
  columns: readonly number[]
  /** Groups whose people were asked for: they stand as a block, whatever their column has room for. */
  opened: ReadonlySet<string>
}

export interface Layout {
  cards: Card[]
  edges: DrawnEdge[]
  /** In columns. */
  depth: number
  /** Cards and edges, all within. */
  bounds: { x: number; y: number; width: number; height: number }
}

/** Where a column of cards begins and ends. */
export interface Column {
  left: number
  right: number
}

const COLUMN_GAP = 48
const ROW_GAP = 16
const NOBODY: Crowd = { shown: [], more: 0 }

/** How many people stand side by side, so that a crowd is a block and no tower. */
const blockWidth = (count: number): number =>
  count <= 6 ? 1 : count <= 16 ? 2 : count <= 36 ? 3 : count <= 80 ? 4 : Math.ceil(Math.sqrt(count / 4))

/**
 * Places groups from left to right by their distance from the first, each before the middle of what it contains. People stand
 * in their groups, in each of them; a membership of a group is an edge, whether its end was placed by it or by another.
 */
export function layOut(graph: DrawnGraph, drawn: Drawn): Layout {
  const [root] = graph.groups
  if (!root) return { cards: [], edges: [], depth: 0, bounds: { x: 0, y: 0, width: 0, height: 0 } }
  const { depthOf, placedIn, below } = spanning(graph, root, drawn.folded)
  const shapes = new Map<string, Placeless>()
  const byId = new Map(graph.groups.map(group => [group.id, group]))
  for (const [id, depth] of depthOf) {
    const crowd = drawn.crowds.get(id) ?? NOBODY
    const abreast = drawn.columns[depth] ?? 1
    const isFolded = drawn.folded.has(id)
    const nestedCount = below.get(id)?.length ?? 0
    const block = drawn.opened.has(id) ? blockWidth(crowd.shown.length) : 1
    shapes.set(
      id,
      cardOf(byId.get(id)!, crowd, {
        abreast: Math.max(abreast, block),
        nestedCount,
        hiddenCount: (graph.hidden.get(id) ?? 0) + (isFolded ? nestedCount : 0),
        isFolded
      })
    )
  }
  const columns = columnsOf(depthOf, shapes)
  const cards = new Map<string, Card>()

  /** @returns the height it took */
  function place(id: string, top: number): number {
    const shape = shapes.get(id)!
    const children = placedIn(id)
    const needed = heightOf(id)
    // What is lower than its group stands before the group's middle.
    let next = top + (needed - stackOf(children)) / 2
    for (const child of children) next += place(child, next) + ROW_GAP
    cards.set(id, {
      ...shape,
      x: columns[depthOf.get(id) ?? 0]!.left,
      y: top + (needed - shape.height) / 2
    })
    return needed
  }

  const heights = new Map<string, number>()
  const stackOf = (ids: string[]) =>
    ids.reduce((sum, id) => sum + heightOf(id) + ROW_GAP, ids.length > 0 ? -ROW_GAP : 0)
  function heightOf(id: string): number {
    const known = heights.get(id)
    if (known !== undefined) return known
    const height = Math.max(shapes.get(id)!.height, stackOf(placedIn(id)))
    heights.set(id, height)
    return height
  }

  const height = place(root.id, 0)
  const routes = routesOf({ cards, below, folded: drawn.folded, depthOf, columns, height })
  return { cards: [...cards.values()], depth: columns.length, ...routes }
}

/** Breadth first, so that each group stands as near to the first as it can. */
function spanning({ edges, groups }: GroupGraph, root: GraphGroup, folded: ReadonlySet<string>) {
  const known = new Set(groups.map(group => group.id))
  const below = new Map<string, string[]>()
  for (const { from, to } of edges) if (known.has(to)) below.set(from, [...(below.get(from) ?? []), to])
  const parentOf = new Map<string, string | null>([[root.id, null]])
  const depthOf = new Map([[root.id, 0]])
  const placed = new Map<string, string[]>()
  for (const [id] of parentOf) {
    if (folded.has(id)) continue
    for (const to of below.get(id) ?? []) {
      if (parentOf.has(to)) continue
      parentOf.set(to, id)
      depthOf.set(to, (depthOf.get(id) ?? 0) + 1)
      placed.set(id, [...(placed.get(id) ?? []), to])
    }
  }
  return { below, depthOf, placedIn: (id: string): string[] => placed.get(id) ?? [] }
}

/** Each column is as wide as its widest card. Between two lies a channel in which nothing stands. */
function columnsOf(depthOf: ReadonlyMap<string, number>, shapes: ReadonlyMap<string, Placeless>): Column[] {
  const widths: number[] = []
  for (const [id, depth] of depthOf) widths[depth] = Math.max(widths[depth] ?? 0, shapes.get(id)!.width)
  const columns: Column[] = []
  let left = 0
  for (const width of widths) {
    columns.push({ left, right: left + width })
    left += width + COLUMN_GAP
  }
  return columns
}
