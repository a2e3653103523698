import { expect, test } from 'vitest'
import { HEAD_HEIGHT, type Card, type Crowd } from './cards'
import { drawable, type DrawnGraph } from './choosing'
import { shapeFor, shownOf, zoomFor } from './fitting'
import { layOut, type Drawn } from './layout'
import { toSvg } from './to-svg'
import { treeOf } from './tree-data'
import { viewOf } from './view-of'

const graphOf = (count: number, edges: [number, number][]): DrawnGraph => ({
  groups: Array.from({ length: count }, (_, n) => ({ id: `g${n}`, name: `G${n}`, peopleCount: 20 })),
  edges: edges.map(([from, to]) => ({ from: `g${from}`, to: `g${to}` })),
  hidden: new Map(),
  isCut: false
})
const crowdOf = (group: number, size: number): [string, Crowd] => [
  `g${group}`,
  {
    shown: Array.from({ length: size }, (_, n) => ({
      type: 'User',
      id: `g${group}p${n}`,
      name: `Person ${group} <${n}>`
    })),
    more: 0
  }
]
const crowds = new Map(Array.from({ length: 12 }, (_, n) => crowdOf(n, 20)))
const drawn = (more: Partial<Drawn> = {}): Drawn => ({
  folded: new Set(),
  crowds: new Map(),
  columns: [],
  opened: new Set(),
  ...more
})
const overlap = (a: Card, b: Card) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** A tree of 12, with a diamond (7), a cycle (11 → 0) and a group in itself. */
const organisation = graphOf(12, [
  [0, 1],
  [0, 2],
  [0, 3],
  [1, 4],
  [1, 5],
  [2, 6],
  [2, 7],
  [3, 7],
  [3, 8],
  [5, 9],
  [8, 10],
  [10, 11],
  [11, 0],
  [4, 4]
])

test('nothing lies on anything else, every group stands once and every membership is a name or an edge', () => {
  const { cards, edges } = layOut(organisation, drawn({ crowds, columns: [1, 2, 3] }))
  expect(cards).toHaveLength(12)
  expect(cards.flatMap(card => card.names)).toHaveLength(240)
  for (const [index, card] of cards.entries())
    for (const other of cards.slice(index + 1)) expect(overlap(card, other)).toBe(false)
  expect(edges).toHaveLength(14)
  expect(edges.filter(edge => edge.kind === 'cycle').map(({ from, to }) => `${from} ${to}`)).toEqual([
    'g4 g4',
    'g11 g0'
  ])
})

test('no edge passes a card, also those that lead back', () => {
  const net = graphOf(12, [
    ...organisation.edges.map(({ from, to }): [number, number] => [
      Number(from.slice(1)),
      Number(to.slice(1))
    ]),
    [9, 1],
    [6, 4],
    [11, 8],
    [2, 1]
  ])
  const { cards, edges, bounds } = layOut(net, drawn({ crowds, columns: [1, 2, 3] }))
  for (const { from, to, path } of edges)
    for (const { x, y } of pointsOn(path)) {
      expect(x >= bounds.x && x <= bounds.x + bounds.width, path).toBe(true)
      expect(y >= bounds.y && y <= bounds.y + bounds.height, path).toBe(true)
      const passed = cards.find(
        card =>
          x > card.x + 1 && x < card.x + card.width - 1 && y > card.y + 1 && y < card.y + card.height - 1
      )
      expect(passed?.id, `${from} → ${to}`).toBeUndefined()
    }
})

test('what is folded hides all that is reached through it alone', () => {
  const { cards } = layOut(organisation, drawn({ folded: new Set(['g2', 'g8']) }))
  expect(cards.map(card => card.id).sort()).toEqual(['g0', 'g1', 'g2', 'g3', 'g4', 'g5', 'g7', 'g8', 'g9'])
})

test('of very many nested groups the first are drawn and the others counted, but never one on the way to somebody', () => {
  const star = graphOf(
    500,
    Array.from({ length: 499 }, (_, n) => [0, n + 1])
  )
  const graph = drawable(star, new Set(['g0 g400', 'g400 alice']))
  expect(graph.edges).toHaveLength(101)
  const { cards } = layOut(graph, drawn())
  expect(cards.map(card => card.id)).toContain('g400')
  expect(cards.find(card => card.id === 'g0')?.summary).toBe('20 people · 398 groups inside')
  expect(treeOf(graph, new Map()).data[0]?.children?.at(-1)?.label).toBe('398 more groups')
})

test('a frame gets as many names as it can hold in a size one can read', () => {
  const shapeIn = (width: number, height: number) => {
    const frame = { width, height }
    const shape = shapeFor(organisation, new Set(), crowds, new Set(), frame)
    const shown = shownOf(crowds, new Set(), shape.limit)
    return { ...shape, zoom: zoomFor(layOut(organisation, drawn({ crowds: shown, ...shape })).bounds, frame) }
  }
  const small = shapeIn(800, 550)
  const large = shapeIn(1440, 820)
  expect(small.zoom).toBeGreaterThan(0.7)
  expect(large.zoom).toBeGreaterThan(0.9)
  expect(large.limit).toBeGreaterThan(small.limit)
  expect(shapeIn(9000, 9000).limit).toBe(48)
})

test('the view stands before what is looked at, and where all is too much, before the first group', () => {
  const layout = layOut(organisation, drawn({ crowds, columns: [1, 1, 1] }))
  const frame = { width: 800, height: 550 }
  const [wanted] = layout.cards.filter(card => card.id === 'g9')
  const view = viewOf(layout, ['g9'], frame)
  expect(wanted!.x * view.zoom + view.x).toBeGreaterThan(0)
  expect((wanted!.y + wanted!.height) * view.zoom + view.y).toBeLessThan(frame.height)
  const root = layout.cards.find(card => card.id === 'g0')!
  const first = viewOf(layout, null, frame)
  expect(first.zoom).toBe(0.7)
  expect((root.y + root.height / 2) * first.zoom + first.y).toBeCloseTo(frame.height / 2)
})

test('the SVG holds every name, whole and well formed', () => {
  const layout = layOut(organisation, drawn({ crowds, columns: [2, 2, 2] }))
  const colours = { ground: 'a', surface: 'b', line: 'c', text: 'd', quiet: 'e', accent: 'f', selected: 'g' }
  const svg = toSvg(layout, null, { ...colours, cycle: 'h' })
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml')
  expect(document.querySelector('parsererror')).toBeNull()
  const written = [...document.querySelectorAll('text')].map(text => text.textContent)
  for (const card of layout.cards) {
    expect(written).toContain(card.label)
    for (const { name } of card.names) expect(written.some(text => text.includes(name))).toBe(true)
  }
})

test('the tree has each edge once: what comes again or leads back is said and not unfolded', () => {
  const { data } = treeOf(organisation, new Map())
  const labels: string[] = []
  const walk = (nodes: typeof data): void => {
    for (const node of nodes) {
      labels.push(String(node.label))
      walk(node.children ?? [])
    }
  }
  walk(data)
  expect(labels.filter(label => label.startsWith('G'))).toHaveLength(1 + organisation.edges.length)
  expect(labels).toContain('G7 (shown above)')
  expect(labels).toContain('G0 (closes a cycle)')
  expect(labels).toContain('G4 (closes a cycle)')
  expect(labels.filter(label => label === '20 people')).toHaveLength(12)
})

test('2,000 nodes are placed', () => {
  const wide = graphOf(
    2_000,
    Array.from({ length: 1_999 }, (_, n) => [Math.floor(n / 3), n + 1])
  )
  const { cards } = layOut(wide, drawn())
  expect(cards).toHaveLength(2_000)
  expect(cards.every(card => card.height === HEAD_HEIGHT)).toBe(true)
})

/** Along an SVG path of M, H, V, L, Q and C, each piece in steps. */
function pointsOn(path: string): { x: number; y: number }[] {
  const points: { x: number; y: number }[] = []
  let at = { x: 0, y: 0 }
  for (const [, letter, written = ''] of path.matchAll(/([MHVLQC])([^MHVLQC]*)/g)) {
    const numbers = written
      .trim()
      .split(/[\s,]+/)
      .map(Number)
    const controls =
      letter === 'H'
        ? [{ x: numbers[0]!, y: at.y }]
        : letter === 'V'
          ? [{ x: at.x, y: numbers[0]! }]
          : Array.from({ length: numbers.length / 2 }, (_, n) => ({
              x: numbers[2 * n]!,
              y: numbers[2 * n + 1]!
            }))
    const piece = [letter === 'M' ? controls[0]! : at, ...controls]
    for (let t = 0; t <= 1; t += 0.05) points.push(bezier(piece, t))
    at = piece.at(-1)!
  }
  return points
}

function bezier(points: { x: number; y: number }[], t: number): { x: number; y: number } {
  const [only, ...others] = points
  if (others.length === 0) return only!
  const next = others.map((point, index) => {
    const before = points[index]!
    return { x: before.x + (point.x - before.x) * t, y: before.y + (point.y - before.y) * t }
  })
  return bezier(next, t)
}
