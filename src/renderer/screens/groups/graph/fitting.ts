import { firstOf, type Crowd } from './cards'
import type { DrawnGraph } from './choosing'
import { layOut, type Layout } from './layout'

export interface Frame {
  width: number
  height: number
}

/** How much of the groups is shown at first. */
export interface Shape {
  /** People shown of each group that was not opened; of more, how many there are. */
  limit: number
  /** Names abreast, by distance from the first group. */
  columns: number[]
}

/** At this size names can be read from a chair in front of a projector. Where groups alone are smaller, names may cost little. */
const READABLE = 0.94
const COST = 0.97
/** More groups leave no room for names. */
const GROUPS_WITH_NAMES = 40
/** Most first. */
const LIMITS = [48, 36, 30, 24, 20, 16, 12, 9, 6, 4, 3, 2]
const ABREAST = [1, 2, 4]
/** Around everything, within the frame. */
export const MARGIN = 20
const LARGEST = 1.3

/** The zoom at which all of it is in sight. */
export function zoomFor({ width, height }: Layout['bounds'], frame: Frame, largest = LARGEST): number {
  const across = (frame.width - 2 * MARGIN) / Math.max(1, width)
  const down = (frame.height - 2 * MARGIN) / Math.max(1, height)
  return Math.max(0.02, Math.min(largest, across, down))
}

/** As many names of each group as the frame can hold in a size one can read, and how they stand best. */
export function shapeFor(
  graph: DrawnGraph,
  folded: ReadonlySet<string>,
  crowds: ReadonlyMap<string, Crowd>,
  opened: ReadonlySet<string>,
  frame: Frame
): Shape {
  if (graph.groups.length > GROUPS_WITH_NAMES) return { limit: 0, columns: [] }
  const { depth } = layOut(graph, { folded, crowds, columns: [], opened })
  const tried = (limit: number) => {
    const few = shownOf(crowds, opened, limit)
    const zoomAt = (columns: number[]) =>
      zoomFor(layOut(graph, { folded, crowds: few, columns, opened }).bounds, frame)
    return { limit, ...widened(zoomAt, depth) }
  }
  // The more names, the smaller: the middle of what is left is tried until one limit is left.
  let limits = LIMITS
  let best = tried(0)
  const readable = Math.min(READABLE, best.zoom * COST)
  while (limits.length > 0) {
    const middle = Math.floor(limits.length / 2)
    const found = tried(limits[middle]!)
    const isReadable = found.zoom >= readable
    if (isReadable) best = found
    limits = isReadable ? limits.slice(0, middle) : limits.slice(middle + 1)
  }
  return best
}

/** Opened groups with everybody who is known, the others with the first few. */
export const shownOf = (
  crowds: ReadonlyMap<string, Crowd>,
  opened: ReadonlySet<string>,
  limit: number
): ReadonlyMap<string, Crowd> =>
  new Map([...crowds].map(([id, crowd]) => [id, opened.has(id) ? crowd : firstOf(crowd, limit)]))

/** From a few even beginnings, one column after the other is made wider as long as that brings everything nearer. */
function widened(zoomAt: (columns: number[]) => number, depths: number) {
  let best = { columns: [] as number[], zoom: 0 }
  for (const abreast of ABREAST) {
    let columns = Array.from({ length: depths }, () => abreast)
    let zoom = zoomAt(columns)
    for (;;) {
      const next = columns
        .flatMap((_, depth) => [columns.with(depth, columns[depth]! + 1), columns.with(depth, 1)])
        .map(tried => ({ tried, zoom: zoomAt(tried) }))
        .reduce((a, b) => (b.zoom > a.zoom ? b : a))
      if (next.zoom <= zoom * 1.004) break
      ;({ zoom } = next)
      columns = next.tried
    }
    if (zoom > best.zoom) best = { columns, zoom }
  }
  return best
}
