import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json, JsonObject } from '../../../shared/scim'
import { attempt } from '../refusal.fixture'
import { STRICT } from '../reading'
import { builtInRegistry, modelOf } from '../registry'
import type { CompareOperator, WrittenFilter, WrittenPath } from './ast'
import { matchFilter } from './match'
import { parseFilter, parsePathWord } from './parse'
import { printFilter } from './print'
import { resolveFilter } from './resolve'

const user = modelOf(builtInRegistry, 'User')!

const names = fc.stringMatching(/^[A-Za-z$][A-Za-z0-9_-]{0,8}$/).filter(name => name.toLowerCase() !== 'not')
const paths: fc.Arbitrary<WrittenPath> = fc.record({
  urn: fc.constantFrom(null, 'urn:example:2.0:User', 'http://x.example/a'),
  name: names,
  sub: fc.option(names)
})
const values = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.boolean(),
  fc.constant(null),
  fc.integer(),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }).map(number => number + 0)
)
const operators = fc.constantFrom<CompareOperator>('eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le')
const leaves = (at: fc.Arbitrary<WrittenPath>): fc.Arbitrary<WrittenFilter> =>
  fc.oneof(
    fc.record({ kind: fc.constant('present' as const), path: at }),
    fc.record({ kind: fc.constant('compare' as const), path: at, op: operators, value: values })
  )
const trees = (leaf: fc.Arbitrary<WrittenFilter>) =>
  fc.letrec<{ filter: WrittenFilter }>(tie => ({
    filter: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        terms: fc.array(tie('filter'), { minLength: 2, maxLength: 3 })
      }),
      fc.record({ kind: fc.constant('not' as const), term: tie('filter') })
    )
  })).filter
const element = fc.record({
  kind: fc.constant('element' as const),
  path: paths.map(written => ({ ...written, sub: null })),
  filter: trees(leaves(names.map(name => ({ urn: null, name, sub: null }))))
})
const filters = trees(fc.oneof(leaves(paths), element))

test('property: parse(print(filter)) is the filter', () => {
  fc.assert(
    fc.property(filters, filter => {
      expect(parseFilter(printFilter(filter), STRICT)).toEqual(filter)
    }),
    { numRuns: 1_000 }
  )
})

test('property: any text parses or is 400 invalidFilter', () => {
  const fragments = fc.constantFrom(
    'userName',
    'emails',
    '.value',
    'urn:a:1.0:b',
    ' eq ',
    ' pr',
    ' and ',
    ' or ',
    'not',
    '(',
    ')',
    '[',
    ']',
    '"',
    '"x"',
    '\\',
    'true',
    '1',
    ' '
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fragments).map(parts => parts.join(''))
  )
  fc.assert(
    fc.property(texts, text => {
      const outcome = attempt(() => parseFilter(text))
      if (outcome instanceof Error) expect(outcome).toMatchObject({ status: 400, scimType: 'invalidFilter' })
    }),
    { numRuns: 1_500 }
  )
})

const userPaths = fc
  .constantFrom(
    'userName',
    'EXTERNALID',
    'active',
    'name',
    'name.familyName',
    'emails',
    'emails.value',
    'emails.primary',
    'photos.value',
    'meta.created',
    'schemas',
    'manager',
    'password',
    'x509Certificates',
    'type',
    'primary',
    'value',
    '__proto__',
    'constructor.name'
  )
  .map(text => parsePathWord(text)!)
const userFilters = trees(
  fc.oneof(
    leaves(userPaths),
    fc.record({ kind: fc.constant('element' as const), path: userPaths, filter: trees(leaves(userPaths)) })
  )
)
const words = fc.constantFrom<Json[]>(
  'anna',
  'ANNA',
  'work',
  '',
  true,
  false,
  null,
  0,
  '2026-01-01T00:00:00Z'
)
const elements = fc.oneof(
  words,
  fc.dictionary(fc.constantFrom('value', 'type', 'primary', 'created', 'familyName', '__proto__'), words)
)
const resources: fc.Arbitrary<JsonObject> = fc.dictionary(
  fc.constantFrom(
    'userName',
    'externalId',
    'active',
    'name',
    'emails',
    'photos',
    'meta',
    'schemas',
    'password',
    '__proto__'
  ),
  fc.oneof(elements, fc.array(elements, { maxLength: 3 }), fc.jsonValue() as fc.Arbitrary<Json>)
)

test('property: a filter is 400 invalidFilter or decides every resource, whatever the resource holds', () => {
  fc.assert(
    fc.property(userFilters, resources, (written, resource) => {
      const filter = attempt(() => resolveFilter(written, [user]))
      if (filter instanceof Error) expect(filter).toMatchObject({ status: 400, scimType: 'invalidFilter' })
      else expect(typeof matchFilter(resolveFilter(written, [user]), resource)).toBe('boolean')
    }),
    { numRuns: 1_500 }
  )
})

test('property: not is the opposite, ne is not eq, and what is printed means the same', () => {
  fc.assert(
    fc.property(leaves(userPaths), resources, (leaf, resource) => {
      const matches = (written: WrittenFilter) => matchFilter(resolveFilter(written, [user]), resource)
      const direct = attempt(() => matches(leaf))
      if (direct instanceof Error) return
      expect(matches({ kind: 'not', term: leaf })).toBe(!direct)
      if (leaf.kind === 'compare' && leaf.op === 'ne') expect(matches({ ...leaf, op: 'eq' })).toBe(!direct)
      expect(matches(parseFilter(printFilter(resolveFilter(leaf, [user]))))).toBe(direct)
    }),
    { numRuns: 1_500 }
  )
})

test('40 groups (a or b) joined by and are decided: whoever writes them out never ends', () => {
  const text = Array(40).fill('(userName co "a" or displayName co "b")').join(' and ')
  const filter = resolveFilter(parseFilter(text), [user])
  expect(matchFilter(filter, { userName: 'x', displayName: 'b' })).toBe(true)
  expect(matchFilter(filter, { userName: 'x', displayName: 'y' })).toBe(false)
})
