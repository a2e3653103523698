import fc from 'fast-check'
import { ENTERPRISE_SCHEMA, GROUP_SCHEMA, USER_SCHEMA } from '../../../shared/scim'
import type { WrittenFilter } from '../../scim/filter/ast'
import { fold } from '../../scim/fold'
import { builtInRegistry, createRegistry, modelOf } from '../../scim/registry'

/** Worlds of resources and filters on them, by chance: what the two readings of a filter are compared on. */
export const user = modelOf(builtInRegistry, 'User')!
export const group = modelOf(builtInRegistry, 'Group')!

export const DEVICE = 'urn:example:Device'
export const device = modelOf(
  createRegistry({
    schemas: [{ file: 'device.json', text: JSON.stringify({ id: DEVICE, attributes: deviceAttributes() }) }],
    resourceTypes: [
      {
        file: 'device.json',
        text: JSON.stringify({ name: 'Device', endpoint: '/Devices', schema: DEVICE })
      }
    ]
  }).registry,
  'Device'
)!

/** Every type of value, single, in lists and inside elements. */
function deviceAttributes() {
  const simple = ['string', 'boolean', 'integer', 'decimal', 'dateTime', 'reference'].flatMap(type => [
    { name: type, type },
    { name: `${type}s`, type, multiValued: true }
  ])
  const exact = { name: 'exact', type: 'string', multiValued: true, caseExact: true }
  const parts = { name: 'parts', type: 'complex', multiValued: true, subAttributes: [...simple, exact] }
  return [...simple, exact, parts, { ...parts, name: 'box', multiValued: false }]
}

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
const number = fc.constantFrom(-1, 0, 0.5, 1, 7)
const whole = fc.constantFrom(-1, 0, 1, 7)
const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 3 })
const deviceParts = {
  string: text,
  strings: list(text),
  exact: list(text),
  boolean: fc.boolean(),
  booleans: list(fc.boolean()),
  integer: whole,
  integers: list(whole),
  decimal: number,
  decimals: list(number),
  dateTime: date,
  dateTimes: list(date),
  reference: text,
  references: list(text)
}
const devicePart = fc.record(deviceParts, { requiredKeys: ['string'] })
const deviceDocument = fc.record(
  { ...deviceParts, parts: list(devicePart), box: devicePart },
  { requiredKeys: [] }
)
export const world = fc.record({
  devices: fc.array(deviceDocument, { minLength: 1, maxLength: 3 }),
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
export const common = [
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
export const joinedFrom = (leaves: fc.Arbitrary<WrittenFilter>[]) =>
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
export const userFilter = joinedFrom([
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
export const groupFilter = joinedFrom([
  ...common,
  leaf(['members', 'members.display', 'members.type', 'members.$ref'], values, TEXT_OPS),
  element('members', relatedFilter)
])

const deviceNames = (suffix: string, prefix = '') => [`${prefix}${suffix}`, `${prefix}${suffix}s`]
const deviceLeaves = (prefix = '') => [
  leaf(
    [...deviceNames('string', prefix), ...deviceNames('reference', prefix), `${prefix}exact`],
    values,
    TEXT_OPS
  ),
  leaf(deviceNames('boolean', prefix), fc.boolean(), ['eq', 'ne', 'pr']),
  leaf([...deviceNames('integer', prefix), ...deviceNames('decimal', prefix)], number, [
    'eq',
    'ne',
    'gt',
    'ge',
    'lt',
    'le',
    'pr'
  ]),
  leaf(deviceNames('dateTime', prefix), date, TEXT_OPS)
]
const valueFilter = (of: fc.Arbitrary<string | number | boolean>, ops: string[]) =>
  joinedFrom([leaf(['value'], of, ops)])
export const deviceFilter = joinedFrom([
  ...deviceLeaves(),
  ...deviceLeaves('parts.'),
  ...deviceLeaves('box.'),
  element('parts', joinedFrom(deviceLeaves())),
  element('box', joinedFrom(deviceLeaves())),
  element('strings', valueFilter(values, TEXT_OPS)),
  element('exact', valueFilter(values, TEXT_OPS)),
  element('booleans', valueFilter(fc.boolean(), ['eq', 'ne', 'pr'])),
  element('integers', valueFilter(whole, ['eq', 'gt', 'le', 'ne', 'pr'])),
  element('dateTimes', valueFilter(date, TEXT_OPS))
])
