import type { Card } from './cards'
import type { Column, Layout } from './layout'

export interface DrawnEdge {
  from: string
  to: string
  /** Onwards to the next column; round to a group placed elsewhere; or the same, where it closes a cycle. */
  kind: 'onward' | 'across' | 'cycle'
  /** An SVG path that passes no card. */
  path: string
  /** The head of its arrow, where it does not lead onwards. */
  tip: string | null
  /** Where there is room for words on it. */
  middle: { x: number; y: number }
  /** Nothing of it lies outside. */
  box: Box
}

export interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

interface Placed {
  cards: ReadonlyMap<string, Card>
  below: ReadonlyMap<string, string[]>
  folded: ReadonlySet<string>
  depthOf: ReadonlyMap<string, number>
  columns: readonly Column[]
  /** Of all cards together, from 0. */
  height: number
}

/** From the cards to the first lane around them, and what all lanes of one side may take together. */
const LANES = { first: 26, apart: 20, all: 260 }
/** How far into a channel a lane's edge turns. */
const TURN = { first: 12, apart: 7, count: 4 }
const CORNER = 10
/** How far a group in itself reaches out. */
const LOOP = 40

/**
 * Every membership among the groups that are shown. Onwards, an edge is a curve in the channel between two columns. Any other
 * goes round: through channels and, above or below everything, along a lane of its own.
 */
export function routesOf(placed: Placed): Pick<Layout, 'edges' | 'bounds'> {
  const { cards, below, folded, depthOf, columns, height } = placed
  const shown = [...cards.keys()].flatMap(from =>
    folded.has(from) ? [] : (below.get(from) ?? []).filter(to => cards.has(to)).map(to => ({ from, to }))
  )
  const depth = (id: string) => depthOf.get(id) ?? 0
  const isOnward = ({ from, to }: Ends) => depth(to) === depth(from) + 1
  const around = shown.filter(ends => !isOnward(ends) && ends.from !== ends.to)
  const apart = Math.min(LANES.apart, LANES.all / Math.max(1, around.length))
  const used = { above: 0, below: 0 }

  const edges = shown.map((ends): DrawnEdge => {
    const from = cards.get(ends.from)!
    const to = cards.get(ends.to)!
    const start = { x: from.x + from.width, y: from.y + from.height / 2 }
    const end = { x: to.x, y: to.y + to.height / 2 }
    if (ends.from === ends.to) return { ...ends, kind: 'cycle', ...loopAt(start) }
    const exit = columns[depth(ends.from)]!.right
    if (isOnward(ends)) return { ...ends, kind: 'onward', ...curve(start, exit, end) }
    const side = start.y + end.y < height ? 'above' : 'below'
    const lane = used[side]++
    const y = side === 'above' ? -LANES.first - lane * apart : height + LANES.first + lane * apart
    const turn = TURN.first + (lane % TURN.count) * TURN.apart
    const kind = reaches(below, ends.to, ends.from) ? 'cycle' : 'across'
    return { ...ends, kind, ...roundabout(start, exit + turn, y, end.x - turn - CORNER, end) }
  })

  const reach = TURN.first + Math.min(TURN.count, Math.max(used.above, used.below)) * TURN.apart + CORNER
  const isInLast = ({ from }: Ends) => depth(from) === columns.length - 1
  const right = shown.some(ends => isInLast(ends) && !isOnward(ends)) ? Math.max(reach, LOOP) : 0
  const left = around.some(({ to }) => depth(to) === 0) ? reach : 0
  const room = (lanes: number) => (lanes === 0 ? 0 : LANES.first + (lanes - 1) * apart + 10)
  return {
    edges,
    bounds: {
      x: -left,
      y: -room(used.above),
      width: (columns.at(-1)?.right ?? 0) + left + right,
      height: height + room(used.above) + room(used.below)
    }
  }
}

interface Ends {
  from: string
  to: string
}
interface Point {
  x: number
  y: number
}
type Route = Pick<DrawnEdge, 'path' | 'tip' | 'middle' | 'box'>

const boxOf = (xs: number[], ys: number[]): Box => ({
  left: Math.min(...xs),
  right: Math.max(...xs),
  top: Math.min(...ys),
  bottom: Math.max(...ys)
})

/** Straight to the end of its column, where nothing else stands beside its card; then through the channel. */
function curve(start: Point, exit: number, end: Point): Route {
  const bend = (end.x - exit) / 2
  return {
    path: `M${start.x},${start.y} H${exit} C${exit + bend},${start.y} ${end.x - bend},${end.y} ${end.x},${end.y}`,
    tip: null,
    middle: { x: exit + bend, y: (start.y + end.y) / 2 },
    box: boxOf([start.x, end.x], [start.y, end.y])
  }
}

function roundabout(start: Point, right: number, lane: number, left: number, end: Point): Route {
  const out = lane < start.y ? -CORNER : CORNER
  const back = lane < end.y ? CORNER : -CORNER
  return {
    path:
      `M${start.x},${start.y} H${right - CORNER} Q${right},${start.y} ${right},${start.y + out} ` +
      `V${lane - out} Q${right},${lane} ${right - CORNER},${lane} H${left + CORNER} ` +
      `Q${left},${lane} ${left},${lane + back} V${end.y - back} Q${left},${end.y} ${left + CORNER},${end.y} H${end.x}`,
    tip: `M${end.x - 8},${end.y - 5} L${end.x - 1},${end.y} L${end.x - 8},${end.y + 5}`,
    middle: { x: (left + right) / 2, y: lane },
    box: boxOf([left, right, start.x, end.x], [start.y, lane, end.y])
  }
}

/** Of a group that is a member of itself: out of its right side and in again. */
function loopAt({ x, y }: Point): Route {
  return {
    path: `M${x},${y - 10} C${x + 48},${y - 36} ${x + 48},${y + 36} ${x},${y + 10}`,
    tip: `M${x + 9},${y + 8} L${x + 1},${y + 10} L${x + 6},${y + 17}`,
    middle: { x: x + 36, y: y - 26 },
    box: boxOf([x, x + LOOP], [y - LOOP, y + LOOP])
  }
}

function reaches(below: ReadonlyMap<string, string[]>, from: string, wanted: string): boolean {
  const seen = new Set([from])
  for (const id of seen) {
    if (id === wanted) return true
    for (const to of below.get(id) ?? []) seen.add(to)
  }
  return false
}
