import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GROUP_SCHEMA, USER_SCHEMA, type JsonObject } from '../../../shared/scim'
import type { Filter } from '../../scim/filter/ast'
import { matchFilter } from '../../scim/filter/match'
import { resolveFilter } from '../../scim/filter/resolve'
import type { ResourceModel } from '../../scim/model'
import { renderResource } from '../../scim/render'
import { openStores } from '../stores'
import { filterToSql, joined, sql } from '.'

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

/** Stores a world and asks it both ways. */
function ask({ users, groups, devices, edges }: World, models: ResourceModel[], filter: Filter) {
  const { resources, members, queries, db } = openStoresOnce()
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
    const names = models.map(({ type }) => type.name)
    const where = joined(
      [filterToSql(filter, { models, baseUrl }), sql(`r.type IN (${names.map(() => '?').join()})`, ...names)],
      'AND'
    )
    const page = queries.page({ where, order: null, offset: 0, limit: 100, after: null })
    const inSql = page.rows.map(row => row.id)
    const inMemory = stored
      .filter(({ type }) => names.includes(type))
      .filter(row => {
        const manager = row.managerId === null ? null : resources.findName(row.managerId)
        const rendered = renderResource(
          models.find(({ type }) => type.name === row.type)!,
          row,
          {
            baseUrl,
            ...(row.type === 'User' && { groups: members.groupsOf(row.ref) }),
            ...(row.type === 'Group' && { members: members.page(row.ref, 0, 100) }),
            ...(manager && { managerName: manager.name })
          }
        )
        return matchFilter(filter, rendered)
      })
      .map(row => row.id)
    return { inSql, inMemory }
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
      const { inSql, inMemory } = ask(given, models, filter)
      expect(inSql).toEqual(inMemory)
    }),
    { numRuns: 500 }
  )
})
