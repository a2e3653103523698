import { describe, expect, test } from 'vitest'
import { refusal } from '../refusal.fixture'
import { takeNotes, STRICT } from '../reading'
import type { WrittenFilter } from './ast'
import { MAX_FILTER_DEPTH, MAX_FILTER_LENGTH, MAX_FILTER_TERMS, parseFilter, parsePathWord } from './parse'

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
    ]
  ])('parses %s', (text, expected) => {
    expect(parseFilter(text)).toEqual(expected)
    expect(parseFilter(text, STRICT)).toEqual(expected)
  })

  test.each<[string, WrittenFilter]>([
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
  ])('Entra: %s is one element, noted; by the letter it is refused', (text, expected) => {
    const reading = takeNotes('entra')
    expect(parseFilter(text, reading)).toEqual(expected)
    expect(reading.uses).toEqual([{ name: 'sub-attribute-of-value-path', detail: 'emails[…].value' }])
    expect(refusal(() => parseFilter(text, STRICT)).scimType).toBe('invalidFilter')
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
    'count eq 1e999 junk',
    "userName eq 'anna'",
    'userName eq “anna”',
    'userName eq {a}',
    'userName eq ==',
    'userName eq and',
    'userName eq a,b',
    'userName eq \ud800'
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
    const reading = takeNotes('entra')
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
    expect(refusal(() => parseFilter(text))).toMatchObject({ status: 400, scimType: 'invalidFilter' })
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
