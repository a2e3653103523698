import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attempt, refusal } from '../refusal.fixture'
import { readingWithNotes, STRICT } from '../reading'
import type { CompareOperator, WrittenFilter, WrittenPath } from './ast'
import { MAX_FILTER_DEPTH, MAX_FILTER_LENGTH, MAX_FILTER_TERMS, parseFilter, parsePathWord } from './parse'
import { printFilter } from './print'

const path = (text: string) => parsePathWord(text)!
const eq = (name: string, value: string | number | boolean | null): WrittenFilter => ({
  kind: 'compare',
  path: path(name),
  op: 'eq',
  value
})

describe('RFC 7644 §3.4.2.2: the grammar', () => {
  test.each<[string, WrittenFilter]>([
    ['userName eq "anna"', eq('userName', 'anna')],
    ['active EQ true', eq('active', true)],
    ['title eq null', eq('title', null)],
    ['count eq -1.5e3', eq('count', -1500)],
    ['title pr', { kind: 'present', path: path('title') }],
    ['title PR', { kind: 'present', path: path('title') }],
    ['name.familyName eq "O\'Malley"', eq('name.familyName', "O'Malley")],
    [
      'urn:ietf:params:scim:schemas:core:2.0:User:name.givenName eq "x"',
      {
        kind: 'compare',
        path: { urn: 'urn:ietf:params:scim:schemas:core:2.0:User', name: 'name', sub: 'givenName' },
        op: 'eq',
        value: 'x'
      }
    ],
    ['userName eq "a\\"b\\\\c\\/\\u00e9\\n"', eq('userName', 'a"b\\c/é\n')],
    ['userName eq "\\ud83d\\ude00"', eq('userName', '😀')],
    ['userName eq ""', eq('userName', '')],
    ['  userName   eq\t"a"  ', eq('userName', 'a')],
    [
      'a eq 1 or b eq 2 and c eq 3',
      { kind: 'or', terms: [eq('a', 1), { kind: 'and', terms: [eq('b', 2), eq('c', 3)] }] }
    ],
    [
      '(a eq 1 or b eq 2) and c eq 3',
      { kind: 'and', terms: [{ kind: 'or', terms: [eq('a', 1), eq('b', 2)] }, eq('c', 3)] }
    ],
    ['not (a eq 1) and b eq 2', { kind: 'and', terms: [{ kind: 'not', term: eq('a', 1) }, eq('b', 2)] }],
    ['NOT(a eq 1)AND(b eq 2)', { kind: 'and', terms: [{ kind: 'not', term: eq('a', 1) }, eq('b', 2)] }],
    ['((a eq 1))', eq('a', 1)],
    [
      'emails[type eq "work" and value eq "x"]',
      {
        kind: 'element',
        path: path('emails'),
        filter: { kind: 'and', terms: [eq('type', 'work'), eq('value', 'x')] }
      }
    ],
    [
      'emails[not (type eq "work")] or a eq 1',
      {
        kind: 'or',
        terms: [
          { kind: 'element', path: path('emails'), filter: { kind: 'not', term: eq('type', 'work') } },
          eq('a', 1)
        ]
      }
    ],
    [
      'emails[type eq "work"].value eq "x"',
      {
        kind: 'element',
        path: path('emails'),
        filter: { kind: 'and', terms: [eq('type', 'work'), eq('value', 'x')] }
      }
    ],
    [
      'emails[type eq "work" or primary eq true].value pr',
      {
        kind: 'element',
        path: path('emails'),
        filter: {
          kind: 'and',
          terms: [
            { kind: 'or', terms: [eq('type', 'work'), eq('primary', true)] },
            { kind: 'present', path: path('value') }
          ]
        }
      }
    ]
  ])('parses %s', (text, expected) => {
    expect(parseFilter(text)).toEqual(expected)
    expect(parseFilter(text, STRICT)).toEqual(expected)
  })

  test.each([
    '',
    '   ',
    'userName',
    'userName eq',
    'userName eq "anna',
    'userName eq "an\\xna"',
    'userName eq "a\tb"',
    'userName is "a"',
    'eq "a"',
    '"a" eq userName',
    'userName eq "a" and',
    'and userName eq "a"',
    'userName eq "a" userName eq "b"',
    'userName eq "a" && userName eq "b"',
    '(userName eq "a"',
    'userName eq "a")',
    '()',
    'not userName eq "a"',
    'not',
    'emails[type eq "work"',
    'emails[]',
    'emails[type eq "work"]]',
    'emails[type eq "work"].',
    'emails[type eq "work"].value',
    'emails[type eq "work"].value.x eq "a"',
    'emails[members[value eq "a"]]',
    'a.b.c eq 1',
    '.a eq 1',
    'a. eq 1',
    ':a eq 1',
    'userName eq (1)',
    'userName eq [1]',
    'userName pr "a"',
    'count eq 1e999 junk'
  ])('refuses %j with 400 invalidFilter', text => {
    expect(refusal(() => parseFilter(text))).toMatchObject({ status: 400, scimType: 'invalidFilter' })
  })

  test('an error tells the place', () => {
    expect(refusal(() => parseFilter('userName is "a"')).detail).toBe(
      'The filter cannot be read at character 10: expected an operator such as "eq", found "is".'
    )
  })
})

describe('Entra: an unquoted right side', () => {
  test('is text, and noted', () => {
    const reading = readingWithNotes('entra')
    expect(parseFilter('externalId eq jyoung', reading)).toEqual(eq('externalId', 'jyoung'))
    expect(reading.uses).toEqual([{ name: 'unquoted-filter-value', detail: 'externalId "jyoung"' }])
    expect(parseFilter('externalId eq 00012')).toEqual(eq('externalId', '00012'))
    expect(parseFilter('externalId eq 12345678901234567890')).toEqual(
      eq('externalId', '12345678901234567890')
    )
  })

  test('is 400 invalidFilter by the letter', () => {
    expect(refusal(() => parseFilter('externalId eq jyoung', STRICT)).scimType).toBe('invalidFilter')
  })
})

describe('hostile filters are refused or read in linear time', () => {
  test.each([
    ['20,000 parentheses', '('.repeat(20_000) + 'a eq 1' + ')'.repeat(20_000)],
    ['8,000 parentheses', '('.repeat(8_000) + 'a eq 1' + ')'.repeat(8_000)],
    ['8,000 open parentheses', '('.repeat(8_000)],
    ['4,000 nots', 'not('.repeat(4_000) + 'a eq 1' + ')'.repeat(4_000)],
    ['a literal of 1 MB', `userName eq "${'x'.repeat(1_000_000)}"`],
    ['5,000 or-terms', Array(5_000).fill('a eq 1').join(' or ')],
    ['1,500 short or-terms', Array(1_500).fill('a eq 1').join(' or ')],
    ['16,000 backslashes', `a eq "${'\\'.repeat(16_000)}`],
    ['NUL as a name', '\0 eq 1']
  ])('%s', (_, text) => {
    const startedAt = performance.now()
    expect(refusal(() => parseFilter(text))).toMatchObject({ status: 400, scimType: 'invalidFilter' })
    expect(performance.now() - startedAt).toBeLessThan(200)
  })

  test('what is just within the limits is read', () => {
    expect(parseFilter('('.repeat(MAX_FILTER_DEPTH) + 'a eq 1' + ')'.repeat(MAX_FILTER_DEPTH))).toEqual(
      eq('a', 1)
    )
    expect(parseFilter(Array(MAX_FILTER_TERMS).fill('a eq 1').join(' or '))).toMatchObject({ kind: 'or' })
    const longest = `a eq "${'x'.repeat(MAX_FILTER_LENGTH - 7)}"`
    expect(longest).toHaveLength(MAX_FILTER_LENGTH)
    expect(parseFilter(longest)).toMatchObject({ kind: 'compare' })
    expect(refusal(() => parseFilter(longest + ' ')).scimType).toBe('invalidFilter')
  })

  test('16 groups (a or b) joined by and stay 16 groups of two', () => {
    const filter = parseFilter(Array(16).fill('(a eq 1 or b eq 2)').join(' and '))
    expect(filter).toMatchObject({
      kind: 'and',
      terms: Array(16).fill({ kind: 'or', terms: [eq('a', 1), eq('b', 2)] })
    })
  })

  test('lone surrogates become U+FFFD, NUL stays, inherited names are names like any other', () => {
    expect(parseFilter('a eq "x\\ud800y"')).toEqual(eq('a', 'x\ufffdy'))
    expect(parseFilter('a eq "x\\u0000y"')).toEqual(eq('a', 'x\0y'))
    expect(parseFilter('__proto__ eq 1')).toEqual(eq('__proto__', 1))
  })
})

test('property: parse(print(filter)) is the filter', () => {
  fc.assert(
    fc.property(filters, filter => {
      expect(parseFilter(printFilter(filter), STRICT)).toEqual(filter)
    }),
    { numRuns: 2_000 }
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
    { numRuns: 5_000 }
  )
})

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
