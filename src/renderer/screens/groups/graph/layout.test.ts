import { expect, test } from 'vitest'
import type { GroupGraph } from '../../../../shared/directory-views'
import { layOut, type Crowd, type DrawnNode } from './layout'
import { treeOf } from './tree-data'

const graphOf = (count: number, edges: [number, number][]): GroupGraph => ({
  groups: Array.from({ length: count }, (_, n) => ({ id: `g${n}`, name: `G${n}`, peopleCount: 20 })),
  edges: edges.map(([from, to]) => ({ from: `g${from}`, to: `g${to}` })),
  isCut: false
})
const crowdOf = (group: number, size: number): [string, Crowd] => [
  `g${group}`,
  {
    shown: Array.from({ length: size }, (_, n) => ({ type: 'User', id: `g${group}p${n}`, name: `P${n}` })),
    more: 0
  }
]
const overlap = (a: DrawnNode, b: DrawnNode) =>
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

test('nothing lies on anything else, every group stands once and every membership is an edge', () => {
  const crowds = new Map(Array.from({ length: 12 }, (_, n) => crowdOf(n, 20)))
  const { nodes, edges } = layOut(organisation, { folded: new Set(), crowds })
  expect(nodes).toHaveLength(12 + 240)
  expect(new Set(nodes.map(node => node.id)).size).toBe(nodes.length)
  for (const [index, node] of nodes.entries())
    for (const other of nodes.slice(index + 1)) expect(overlap(node, other)).toBe(false)
  expect(edges).toHaveLength(14 + 240)
  expect(edges.filter(edge => edge.isCrossing).map(({ from, to }) => `${from} ${to}`)).toEqual([
    'g3 g7',
    'g4 g4',
    'g11 g0'
  ])
})

test('what is folded hides all that is reached through it alone', () => {
  const { nodes } = layOut(organisation, { folded: new Set(['g2', 'g8']), crowds: new Map() })
  expect(nodes.map(node => node.id).sort()).toEqual(['g0', 'g1', 'g2', 'g3', 'g4', 'g5', 'g7', 'g8', 'g9'])
})

test('somebody in two groups stands once, with an edge from each', () => {
  const crowds = new Map<string, Crowd>(
    ['g1', 'g2'].map(id => [id, { shown: [{ type: 'User', id: 'alice', name: 'Alice' }], more: 3 }])
  )
  const { nodes, edges } = layOut(organisation, { folded: new Set(), crowds })
  expect(nodes.filter(node => node.id === 'alice')).toHaveLength(1)
  expect(edges.filter(edge => edge.to === 'alice').map(edge => edge.from)).toEqual(['g1', 'g2'])
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

test('2,000 nodes are placed within a frame or two', () => {
  const wide = graphOf(
    200,
    Array.from({ length: 199 }, (_, n) => [Math.floor(n / 3), n + 1])
  )
  const crowds = new Map(Array.from({ length: 200 }, (_, n) => crowdOf(n, 10)))
  const began = performance.now()
  expect(layOut(wide, { folded: new Set(), crowds }).nodes).toHaveLength(2_200)
  expect(performance.now() - began).toBeLessThan(200)
})
