import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ENTERPRISE_SCHEMA, GROUP_SCHEMA, USER_SCHEMA, type JsonObject } from '../../../shared/scim'
import type { Filter, WrittenFilter } from '../../scim/filter/ast'
import { fold } from '../../scim/fold'
import { matchFilter } from '../../scim/filter/match'
import { resolveFilter } from '../../scim/filter/resolve'
import type { ResourceModel } from '../../scim/model'
import { builtInRegistry, modelOf } from '../../scim/registry'
import { renderResource } from '../../scim/render'
import { openStores } from '../stores'
import { filterToSql, joined, sql } from '.'

const baseUrl = 'https://scim.test/scim/v2'
const user = modelOf(builtInRegistry, 'User')!
const group = modelOf(builtInRegistry, 'Group')!

// Few texts, so that they meet; some differ only in case, in Unicode's sense too.
const text = fc.constantFrom(
  'anna',
  'ANNA',
  'Ann',
  'ß',
  'SS',
  'Σας',
  'σασ',
  'ﬁ',
  'fi',
  '😀',
  '\uffff',
  'work',
  'home',
  '%',
  "o'b"
)
const id = fc.constantFrom('id-0', 'id-1', 'id-2', 'id-3', 'ID-3')
const date = fc.constantFrom(
  '2026-01-01T00:00:00Z',
  '2026-01-01T01:00:00+01:00',
  '2026-01-01T00:00:00.5Z',
  '2025-12-31T23:59:59'
)

const email = fc.record({ value: text, type: text, primary: fc.boolean() }, { requiredKeys: [] })
const userDocument = fc.record(
  {
    userName: text,
    displayName: fc.option(text, { nil: '' }),
    externalId: text,
    active: fc.boolean(),
    name: fc.record({ givenName: text, familyName: text }, { requiredKeys: ['givenName'] }),
    emails: fc.array(email, { minLength: 1, maxLength: 3 }),
    x509Certificates: fc.array(fc.record({ value: text, display: text }), { minLength: 1, maxLength: 2 }),
    [ENTERPRISE_SCHEMA]: fc.record(
      { department: text, manager: fc.record({ value: id }) },
      { requiredKeys: ['department'] }
    )
  },
  { requiredKeys: [] }
)
const groupDocument = fc.record({ displayName: text, externalId: text }, { requiredKeys: ['displayName'] })
const world = fc.record({
  users: fc.uniqueArray(userDocument, {
    minLength: 1,
    maxLength: 4,
    selector: ({ userName }) => userName ?? null,
    comparator: (left, right) => left !== null && right !== null && fold(left) === fold(right)
  }),
  groups: fc.array(groupDocument, { minLength: 1, maxLength: 3 }),
  edges: fc.array(fc.tuple(fc.nat(2), fc.nat(6)), { maxLength: 8 })
})

const leaf = (names: string[], values: fc.Arbitrary<string | number | boolean | null>, ops: string[]) =>
  fc
    .tuple(fc.constantFrom(...names), fc.constantFrom(...ops), values)
    .map(([written, op, value]): WrittenFilter => {
      const [name = '', sub = null] = written.split('.')
      const urn = ['department', 'manager'].includes(name) ? ENTERPRISE_SCHEMA : null
      const path = { urn, name, sub }
      return op === 'pr' ? { kind: 'present', path } : { kind: 'compare', path, op: op as 'eq', value }
    })

const TEXT_OPS = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le', 'pr']
const values = fc.oneof(text, id, fc.constant(''))
const common = [
  leaf(
    ['externalId', 'displayName', 'schemas', 'id', 'meta.resourceType', 'meta.version', 'meta.location'],
    values,
    TEXT_OPS
  ),
  leaf(['schemas'], fc.constantFrom(USER_SCHEMA, GROUP_SCHEMA, ENTERPRISE_SCHEMA), ['eq', 'ne', 'sw']),
  leaf(['meta.created', 'meta.lastModified'], date, TEXT_OPS)
]
const element = (name: string, inner: fc.Arbitrary<WrittenFilter>) =>
  inner.map((filter): WrittenFilter => ({ kind: 'element', path: { urn: null, name, sub: null }, filter }))
const joinedFrom = (leaves: fc.Arbitrary<WrittenFilter>[]) =>
  fc.letrec<{ filter: WrittenFilter; leaf: WrittenFilter }>(tie => ({
    leaf: fc.oneof(...leaves),
    filter: fc.oneof(
      { depthSize: 'small' },
      tie('leaf'),
      fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        terms: fc.array(tie('filter'), { minLength: 2, maxLength: 3 })
      }),
      fc.record({ kind: fc.constant('not' as const), term: tie('filter') })
    )
  })).filter

const emailFilter = joinedFrom([
  leaf(['value', 'type', 'display'], values, TEXT_OPS),
  leaf(['primary'], fc.boolean(), ['eq', 'ne', 'pr'])
])
const relatedFilter = joinedFrom([leaf(['value', 'display', 'type', '$ref'], values, TEXT_OPS)])
const userFilter = joinedFrom([
  ...common,
  leaf(
    [
      'userName',
      'name.givenName',
      'name.familyName',
      'emails',
      'emails.type',
      'department',
      'manager',
      'manager.displayName',
      'manager.$ref',
      'groups',
      'groups.display',
      'groups.type',
      'groups.$ref',
      'x509Certificates.display'
    ],
    values,
    TEXT_OPS
  ),
  leaf(['x509Certificates.value'], values, ['eq', 'ne', 'co', 'sw', 'pr']),
  leaf(['name', 'emails', 'groups'], fc.constant(null), ['eq', 'ne', 'pr']),
  leaf(['active', 'emails.primary'], fc.boolean(), ['eq', 'ne', 'pr']),
  element('emails', emailFilter),
  element('groups', relatedFilter)
])
const groupFilter = joinedFrom([
  ...common,
  leaf(['members', 'members.display', 'members.type', 'members.$ref'], values, TEXT_OPS),
  element('members', relatedFilter)
])

type World = typeof world extends fc.Arbitrary<infer T> ? T : never

/** Stores a world and asks it both ways. */
function ask({ users, groups, edges }: World, models: ResourceModel[], filter: Filter) {
  const { resources, members, queries, db } = openStoresOnce()
  const at = Date.UTC(2026, 0, 1)
  db.exec('BEGIN')
  try {
    const stored = [
      ...users.map((document, n) => insert('User', USER_SCHEMA, `id-${n}`, document as JsonObject)),
      ...groups.map((document, n) => insert('Group', GROUP_SCHEMA, `group-${n}`, document))
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
