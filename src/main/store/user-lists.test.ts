import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { UserRow } from '../../shared/directory-views'
import { GROUP_SCHEMA, USER_SCHEMA } from '../../shared/scim'
import { openStores } from './stores'
import type { UserSort, UserState } from './user-lists'

const stores = openStores(mkdtempSync(join(tmpdir(), 'usher-lists-')))
const { resources, members, userLists, userSearch, db } = stores

const person = fc.record({
  displayName: fc.option(fc.constantFrom('Anna', 'bo', 'Bö', 'Clara')),
  active: fc.option(fc.boolean()),
  at: fc.nat(3),
  groups: fc.nat(2)
})
const SORTS: UserSort[] = ['displayName', 'userName', 'state', 'groupCount', 'modifiedAt']
const STATES: UserState[] = ['all', 'active', 'disabled']

const KEY: Record<UserSort, (row: UserRow) => string | number> = {
  displayName: row => (row.displayName.startsWith('user') ? '\uffff' : row.displayName.toLowerCase()),
  userName: row => row.userName,
  state: row => Number(!row.isActive),
  groupCount: row => row.groupCount,
  modifiedAt: row => row.modifiedAt
}

test('every order of the list is sorted, complete, the same in pages of any size, and backwards when descending', () => {
  fc.assert(
    fc.property(fc.array(person, { maxLength: 25 }), fc.integer({ min: 1, max: 7 }), (people, size) => {
      db.exec('BEGIN')
      try {
        const groups = [0, 1].map(
          n => resources.insert({ id: `g${n}`, type: 'Group', schema: GROUP_SCHEMA, document: {}, at: 0 }).ref
        )
        people.forEach(({ displayName, active, at, groups: count }, n) => {
          const document = {
            userName: `user${n}`,
            ...(displayName !== null && { displayName }),
            ...(active !== null && { active })
          }
          const { ref } = resources.insert({ id: `${n}`, type: 'User', schema: USER_SCHEMA, document, at })
          for (const group of groups.slice(0, count)) members.add(group, [ref], { at, exchangeId: null })
        })
        for (const sort of SORTS) {
          for (const state of STATES) {
            const paged = (isDescending: boolean) => {
              const refs: number[] = []
              for (let offset = 0; offset <= people.length; offset += size)
                refs.push(...userLists.refs({ sort, state, isDescending }, offset, size))
              return refs
            }
            const refs = paged(false)
            const rows = userLists.rows(refs)
            const wanted = people.filter(
              ({ active }) => state === 'all' || (active === false) === (state === 'disabled')
            )
            expect(rows.length).toBe(wanted.length)
            expect(new Set(refs).size).toBe(wanted.length)
            const keys = rows.map(KEY[sort])
            expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
            expect(paged(true)).toEqual(refs.toReversed())
          }
        }
      } finally {
        db.exec('ROLLBACK')
      }
    }),
    { numRuns: 60 }
  )
})

test('groups are counted through joining, leaving, replacing and deleting', () => {
  const insert = (id: string, type: 'User' | 'Group') =>
    resources.insert({
      id,
      type,
      schema: type === 'User' ? USER_SCHEMA : GROUP_SCHEMA,
      document: type === 'User' ? { userName: id } : {},
      at: 0
    })
  const stamp = { at: 0, exchangeId: null }
  const [anna, bo] = [insert('anna', 'User'), insert('bo', 'User')]
  const [one, two] = [insert('one', 'Group').ref, insert('two', 'Group').ref]
  const counts = () => userLists.rows([anna.ref, bo.ref]).map(row => row.groupCount)

  members.add(one, [anna.ref, bo.ref], stamp)
  members.add(one, [anna.ref], stamp)
  members.add(two, [anna.ref], stamp)
  expect(counts()).toEqual([2, 1])
  members.keepOnly(one, [bo.ref], stamp)
  expect(counts()).toEqual([1, 1])
  members.remove(two, [anna.ref, bo.ref], stamp)
  expect(counts()).toEqual([0, 1])
  members.add(two, [bo.ref], stamp)
  members.removeAll(one, stamp)
  expect(counts()).toEqual([0, 1])
  members.removeFromAll(bo.ref, stamp)
  expect(counts()).toEqual([0, 0])
  resources.remove(bo, USER_SCHEMA, 0, null)
  expect(db.prepare('SELECT count(*) FROM group_counts').pluck().get()).toBe(1)
})

test.each([
  ['LIND', ['s1']],
  ['anna.l', ['s1']],
  ['work@', ['s2']],
  ['ext-3', ['s3']],
  ['s', ['s1', 's2', 's3']],
  ['nobody', []]
])('a search for %j finds %j', (text, ids) => {
  db.exec('BEGIN')
  try {
    const add = (id: string, document: object) =>
      resources.insert({ id, type: 'User', schema: USER_SCHEMA, document: { ...document }, at: 0 })
    add('s1', { userName: 'anna.l@x.test', displayName: 'Anna Lindqvist' })
    add('s2', { userName: 'bo', emails: [{ value: 'Work@x.test' }] })
    add('s3', { userName: 'c', externalId: 'ext-3' })
    const found = new Set(userSearch.atOnce(text, 'all'))
    let at: ReturnType<typeof userSearch.start> | null = userSearch.start()
    while (at) {
      const { refs, next } = userSearch.step(text, 'all', at)
      for (const ref of refs) found.add(ref)
      at = next
    }
    const ours = userLists
      .rows([...found])
      .map(row => row.id)
      .filter(id => id.startsWith('s'))
    expect(ours.sort()).toEqual(ids)
  } finally {
    db.exec('ROLLBACK')
  }
})
