import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exchange } from '../testing'
import { chipLabel, matches, needsTexts, parseLogQuery, printLogQuery, suggest } from '.'
import { readMoment } from './moment'
import type { Term } from './query'

const bare = (terms: Term[]) => terms.map(({ at: _at, length: _length, ...term }) => term)
const text = (words: string, isNegated = false) => ({ kind: 'text', text: words, isNegated })
const chip = (key: string, operator: string, values: string[], isNegated = false) => ({
  kind: 'chip',
  key,
  operator,
  values,
  isNegated
})

test.each([
  ['', []],
  ['anna', [text('anna')]],
  ['"Alice Ng" -bo', [text('Alice Ng'), text('bo', true)]],
  ['status>=400 method=PATCH', [chip('status', '>=', ['400']), chip('method', '=', ['PATCH'])]],
  ['user:"Alice Ng"', [chip('user', ':', ['Alice Ng'])]],
  ['-is:lookup', [chip('is', ':', ['lookup'], true)]],
  ['status!=200', [chip('status', '=', ['200'], true)]],
  ['-status!=200', [chip('status', '=', ['200'])]],
  ['method:GET,POST', [chip('method', ':', ['GET', 'POST'])]],
  ['STATUS:4xx', [chip('status', ':', ['4xx'])]],
  ['after:14:00 cycle:17', [chip('after', ':', ['14:00']), chip('cycle', ':', ['17'])]],
  ['"status>=400"', [text('status>=400')]],
  ['urn:ietf:params', [text('urn:ietf:params')]],
  ['"un closed', [text('un closed')]],
  ['"say \\"x\\""', [text('say "x"')]],
  ['-', [text('-')]]
])('reads %j', (query, terms) => {
  const parsed = parseLogQuery(query)
  expect(bare(parsed.terms)).toEqual(terms)
  expect(parsed.problems).toEqual([])
})

test.each([
  ['anna status>=abc', { at: 5, length: 11, message: '"abc" is no number' }],
  ['stauts>=400', { at: 0, length: 11, message: 'There is no "stauts"; did you mean "status"?' }],
  ['is:eror', { at: 0, length: 7, message: expect.stringContaining('"is:eror" is not known') }],
  ['status:', { at: 0, length: 7, message: '"status" needs a value after :' }],
  ['user>a', { at: 0, length: 6, message: '"user" cannot be compared with >; write user:a' }],
  ['after:25:00', { at: 0, length: 11, message: expect.stringContaining('"25:00" is no time') }],
  ['duration>fast', { at: 0, length: 13, message: '"fast" is no duration; write 250, 250ms or 2s' }]
])('%j says what is not understood, and where', (query, problem) => {
  expect(parseLogQuery(query).problems).toEqual([problem])
})

test('one mistake does not spoil the rest', () => {
  expect(bare(parseLogQuery('status>=abc anna').terms)).toEqual([text('anna')])
})

test('nothing that is typed makes it throw, and what it prints reads the same', () => {
  const typed = fc.oneof(
    fc.string(),
    fc
      .array(
        fc.constantFrom('status', '>=', '4xx', ':', '-', '"', '\\', ' ', 'is', 'error', ',', 'user', 'ä', '=')
      )
      .map(all => all.join(''))
  )
  fc.assert(
    fc.property(typed, query => {
      const { terms } = parseLogQuery(query)
      expect(bare(parseLogQuery(printLogQuery(terms)).terms)).toEqual(bare(terms))
    }),
    { numRuns: 1_000 }
  )
})

describe('times', () => {
  const now = new Date(2026, 10, 21, 12, 30).getTime()
  test.each([
    ['14:00', new Date(2026, 10, 21, 14).getTime()],
    ['9:05:30', new Date(2026, 10, 21, 9, 5, 30).getTime()],
    ['2026-11-20', new Date(2026, 10, 20).getTime()],
    ['2026-11-20T08:15', new Date(2026, 10, 20, 8, 15).getTime()],
    ['2026-11-20T08:15:00Z', Date.UTC(2026, 10, 20, 8, 15)],
    ['15m', now - 900_000],
    ['3d', now - 3 * 86_400_000],
    ['2026-02-30', null],
    ['24:00', null],
    ['soon', null]
  ])('%s', (written, moment) => {
    expect(readMoment(written, now)).toBe(moment)
  })
})

const finance = { type: 'Group', id: 'g1', name: 'Finance' }
const alice = { type: 'User', id: 'u1', name: 'Alice Ng' }
const joined = exchange({
  method: 'PATCH',
  target: '/scim/v2/Groups/g1',
  status: 204,
  durationMs: 1_200,
  cycle: 17,
  hasChange: true,
  resource: finance,
  story: {
    kind: 'members-changed',
    resource: finance,
    added: [alice],
    addedCount: 1,
    removed: [],
    removedCount: 0
  }
})

test.each([
  ['alice', true],
  ['"added alice ng"', true],
  ['user:alice', true],
  ['user=alice', false],
  ['user="alice ng"', true],
  ['group:fin', true],
  ['group:alice', false],
  ['method=patch,post status<300', true],
  ['status:2xx -status:204', false],
  ['cycle:17 is:change is:slow', true],
  ['is:error', false],
  ['is:pinned,change', true],
  ['-is:lookup', true],
  ['token:conto', true],
  ['path:/groups', true],
  ['duration>1s', true],
  ['kind=members-changed', true],
  ['adscimversion', false]
])('%s on a row that adds Alice to Finance: %s', (query, isMatch) => {
  expect(matches(parseLogQuery(query).terms, joined, null, joined.startedAt)).toBe(isMatch)
})

test('with the texts at hand bare words find headers and bodies', () => {
  const { terms } = parseLogQuery('adscimversion')
  const texts = { ...joined, requestBody: null, responseBody: '{"nickName":"Al"}' }
  expect(needsTexts(terms)).toBe(true)
  expect(matches(terms, joined, texts, 0)).toBe(true)
  expect(matches(parseLogQuery('"nickName\\":\\"al"').terms, joined, texts, 0)).toBe(true)
})

describe('suggestions', () => {
  const known = { users: ['Alice Ng'], groups: ['Finance'], tokens: ['Contoso'], cycles: [17] }
  const at = (typed: string, caret = typed.length) => suggest(typed, caret, known)

  test('describe themselves', () => {
    expect(at('stat')[0]).toEqual({ insert: 'status>=400', label: 'status 400 or more', from: 0, to: 4 })
    expect(at('bo is:ref')).toEqual([
      { insert: 'is:refused', label: 'refused: no valid token', from: 3, to: 9 }
    ])
  })
  test('show one of each kind before anything is typed', () => {
    const kinds = at('').map(({ insert }) => insert.split(/[:=<>]/)[0])
    expect(kinds).toEqual(['is', 'is', 'status', 'method', 'path', 'user', 'after', 'duration'])
    expect(at('is:error -').map(one => one.insert)).toContain('-method=PATCH')
  })
  test('know names, quoted where they need it', () => {
    expect(at('user:al').map(one => one.insert)).toEqual(['user:"Alice Ng"'])
    expect(at('user:"al').map(one => one.insert)).toEqual(['user:"Alice Ng"'])
    expect(at('cycle:').map(one => one.label)).toContain('cycle 17')
  })
  test('keep the minus', () => {
    expect(at('-is:sim')).toEqual([
      { insert: '-is:simulated', label: 'not: sent by the simulator', from: 0, to: 7 }
    ])
  })
  test('are found by their meaning too', () => {
    expect(at('conflict').map(one => one.insert)).toEqual(['status=409'])
  })
  test('replace only the piece at the caret', () => {
    expect(at('is:er bo', 5)[0]).toMatchObject({ insert: 'is:error', from: 0, to: 5 })
  })
  test('are all understood by the parser, or end in an open value', () => {
    const typed = [
      '',
      'is',
      'status',
      'method',
      'path',
      'duration',
      'after',
      'before',
      'token',
      'user',
      'group',
      'cycle'
    ]
    const whole = typed
      .flatMap(text => at(text).map(one => one.insert))
      .filter(insert => !insert.endsWith(':'))
    expect(whole.length).toBeGreaterThan(30)
    for (const insert of whole) expect(parseLogQuery(insert).problems).toEqual([])
  })
})

test.each([
  ['status>=400', 'status 400 or more'],
  ['-method=GET', 'not: method exactly GET'],
  ['is:slow', 'took 1 s or longer'],
  ['status=200,204', 'status 200 or 204']
])('the chip %s is called "%s"', (query, label) => {
  const [term] = parseLogQuery(query).terms
  expect(term?.kind === 'chip' && chipLabel(term)).toBe(label)
})
