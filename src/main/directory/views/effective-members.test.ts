import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GROUP_SCHEMA, USER_SCHEMA } from '../../../shared/scim'
import { openDirectory } from '../directory.fixture'
import { createMemberLists } from './member-lists'

const GROUPS = 8
const PEOPLE = 5
type Edge = readonly [group: number, member: number]

const LATER = 1000
/** Joined at 0, and left at LATER or not. */
const edge = fc.tuple(fc.nat(GROUPS - 1), fc.nat(GROUPS + PEOPLE - 1), fc.boolean())
const chain: Edge[] = Array.from({ length: 50 }, (_, depth) => [depth, depth + 1] as const)

/** The other implementation: walk from the group to everybody who can be reached, and forget nobody. */
function naively(edges: readonly Edge[], root: number): number[] {
  const reached = new Set<number>()
  const visit = (group: number): void => {
    for (const [from, to] of edges) {
      if (from !== group || reached.has(to)) continue
      reached.add(to)
      visit(to)
    }
  }
  visit(root)
  reached.delete(root)
  return [...reached].sort((a, b) => a - b)
}

const { stores } = openDirectory()
const { resources, members, db } = stores

async function inDirectory(
  size: number,
  groups: number,
  work: (refs: number[]) => Promise<void>
): Promise<void> {
  db.exec('BEGIN')
  try {
    const refs = Array.from({ length: size }, (_, n) => {
      const type = n < groups ? 'Group' : 'User'
      const schema = n < groups ? GROUP_SCHEMA : USER_SCHEMA
      return resources.insert({ id: `${n}`, type, schema, document: { userName: `${n}` }, at: 0 }).ref
    })
    await work(refs)
  } finally {
    db.exec('ROLLBACK')
  }
}

async function effective(refs: number[], root: number, asOf: number | null): Promise<number[]> {
  const list = await createMemberLists(stores).list(refs[root]!, 'effective', asOf)
  return [...list.refs].map(ref => refs.indexOf(ref))
}

test('effective members are those that a naive walk reaches, in any graph, now and as of then', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edge, { maxLength: 30 }), async given => {
      await inDirectory(GROUPS + PEOPLE, GROUPS, async refs => {
        const unique = [...new Map(given.map(one => [`${one[0]} ${one[1]}`, one])).values()]
        for (const [group, member] of unique)
          members.add(refs[group]!, [refs[member]!], { at: 0, exchangeId: null })
        for (const [group, member, hasLeft] of unique) {
          if (hasLeft) members.remove(refs[group]!, [refs[member]!], { at: LATER, exchangeId: null })
        }
        const then: Edge[] = unique.map(([group, member]) => [group, member])
        const now: Edge[] = unique
          .filter(([, , hasLeft]) => !hasLeft)
          .map(([group, member]) => [group, member])
        for (let root = 0; root < GROUPS; root++) {
          expect(await effective(refs, root, null)).toEqual(naively(now, root))
          expect(await effective(refs, root, LATER - 1)).toEqual(naively(then, root))
          expect(await effective(refs, root, LATER)).toEqual(naively(now, root))
        }
      })
    }),
    { numRuns: 150 }
  )
})

test.each<[string, Edge[], number]>([
  ['a chain 50 deep', chain, 51],
  ['a chain 50 deep that closes', [...chain.slice(0, 49), [49, 0], [49, 51]], 51],
  [
    'a diamond',
    [
      [0, 1],
      [0, 2],
      [1, 3],
      [2, 3],
      [3, 51]
    ],
    51
  ],
  [
    'groups that contain each other',
    [
      [0, 1],
      [1, 0],
      [1, 51]
    ],
    51
  ],
  [
    'a group that contains itself',
    [
      [0, 0],
      [0, 51]
    ],
    51
  ]
])('%s', async (_, edges, groups) => {
  await inDirectory(groups + 1, groups, async refs => {
    for (const [group, member] of edges)
      members.add(refs[group]!, [refs[member]!], { at: 0, exchangeId: null })
    expect(await effective(refs, 0, null)).toEqual(naively(edges, 0))
  })
})
