import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GROUP_SCHEMA, USER_SCHEMA, type JsonObject } from '../../../shared/scim'
import { matchFilter } from '../../scim/filter/match'
import { resolveFilter } from '../../scim/filter/resolve'
import type { ResourceModel } from '../../scim/model'
import { renderResource } from '../../scim/render'
import { compareBy, resolveSort } from '../../scim/sort'
import { openStores } from '../stores'
import type { Sql } from '../queries'
import type { StoredResource } from '../resources'
import { filterToSql, joined, sortKey, sql } from '.'

import {
  user,
  group,
  device,
  world,
  common,
  userFilter,
  groupFilter,
  deviceFilter,
  joinedFrom,
  DEVICE
} from './equivalence.fixture'

const baseUrl = 'https://scim.test/scim/v2'

type World = typeof world extends fc.Arbitrary<infer T> ? T : never

type Asked = ReturnType<typeof openStores> & {
  rows: { row: StoredResource; rendered: JsonObject }[]
  isType: Sql
}

/** Stores a world, with all resources of these types as they are answered, and leaves nothing of it behind. */
function inWorld<T>(
  { users, groups, devices, edges }: World,
  models: ResourceModel[],
  ask: (asked: Asked) => T
): T {
  const stores = openStoresOnce()
  const { resources, members, db } = stores
  const at = Date.UTC(2026, 0, 1)
  db.exec('BEGIN')
  try {
    const stored = [
      ...users.map((document, n) => insert('User', USER_SCHEMA, `id-${n}`, document as JsonObject)),
      ...groups.map((document, n) => insert('Group', GROUP_SCHEMA, `group-${n}`, document)),
      ...devices.map((document, n) => insert('Device', DEVICE, `device-${n}`, document as JsonObject))
    ]
    function insert(type: string, schema: string, id: string, document: JsonObject) {
      return resources.insert({ id, type, schema, document, at })
    }
    const groupRefs = stored.filter(({ type }) => type === 'Group')
    for (const [from, to] of edges) {
      const parent = groupRefs[from]
      const child = stored[to]
      if (parent && child) members.add(parent.ref, [child.ref], { at, exchangeId: null })
    }
    const rows = stored.flatMap(row => {
      const model = models.find(({ type }) => type.name === row.type)
      if (!model) return []
      const rendered = renderResource(model, row, {
        baseUrl,
        ...(row.type === 'User' && { groups: members.groupsOf(row.ref) }),
        ...(row.type === 'Group' && { members: members.page(row.ref, 0, 100) }),
        ...(row.managerId !== null && { managerName: resources.findDisplayName(row.managerId) })
      })
      return [{ row, rendered }]
    })
    const names = models.map(({ type }) => type.name)
    return ask({ ...stores, rows, isType: sql(`r.type IN (${names.map(() => '?').join()})`, ...names) })
  } finally {
    db.exec('ROLLBACK')
  }
}

let opened: ReturnType<typeof openStores> | null = null
const openStoresOnce = () => (opened ??= openStores(mkdtempSync(join(tmpdir(), 'usher-equivalence-'))))

test.each([
  ['users', [user], userFilter],
  ['groups', [group], groupFilter],
  ['a custom type', [device], deviceFilter],
  ['users and groups at once', [user, group], joinedFrom(common)]
])('a filter on %s finds the same in SQL and in memory', (_, models, filters) => {
  fc.assert(
    fc.property(world, filters, (given, written) => {
      const filter = resolveFilter(written, models)
      inWorld(given, models, ({ queries, rows, isType }) => {
        const where = joined([filterToSql(filter, { models, baseUrl }), isType], 'AND')
        const page = queries.page({ where, order: null, offset: 0, limit: 100, after: null })
        const inMemory = rows.filter(({ rendered }) => matchFilter(filter, rendered))
        expect(page.rows.map(({ id }) => id)).toEqual(inMemory.map(({ row }) => row.id))
      })
    }),
    { numRuns: 500 }
  )
})

test.each([
  [
    'users',
    [user],
    [
      'userName',
      'displayName',
      'externalId',
      'active',
      'name.givenName',
      'emails',
      'emails.type',
      'id',
      'meta.created',
      'manager',
      'department'
    ]
  ],
  [
    'a custom type',
    [device],
    [
      'string',
      'strings',
      'exact',
      'boolean',
      'booleans',
      'integer',
      'integers',
      'decimal',
      'dateTime',
      'dateTimes',
      'box.string',
      'box.strings',
      'box.integers',
      'parts.string',
      'parts.strings',
      'parts.decimal',
      'parts.dateTimes'
    ]
  ]
])('%s are sorted alike in SQL and in memory', (_, models, names) => {
  fc.assert(
    fc.property(
      world,
      fc.constantFrom(...names),
      fc.constantFrom('ascending' as const, 'descending' as const),
      (given, sortBy, sortOrder) => {
        const sort = resolveSort(models, sortBy, sortOrder)
        const isDescending = sortOrder === 'descending'
        inWorld(given, models, ({ queries, rows, isType }) => {
          const order = { key: sortKey(sort.path, { models, baseUrl }), isDescending }
          const page = queries.page({ where: isType, order, offset: 0, limit: 100, after: null })
          const compare = compareBy(sort)
          const inMemory = rows.toSorted(
            (left, right) =>
              compare(left.rendered, right.rendered) ||
              (left.row.ref - right.row.ref) * (isDescending ? -1 : 1)
          )
          expect(page.rows.map(({ id }) => id)).toEqual(inMemory.map(({ row }) => row.id))
        })
      }
    ),
    { numRuns: 300 }
  )
})
