import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Ending, Story } from '../../../shared/exchange'
import { matches } from '../../../shared/log-query'
import { FLAGS, type ChipTerm, type Term } from '../../../shared/log-query/query'
import { openJournalFile, type Db } from '../database'
import { createExchangeStore } from '../exchanges'
import type { Recorded } from '../record'
import { createBlocks } from './blocks'
import { findIds } from './find'
import { createMemoryIndex } from './index-file'

const NOW = Date.UTC(2026, 10, 21, 12)

const name = fc.constantFrom('Alice Ng', 'ÉLISE', 'élise', 'bo', 'İpek', 'a,b', 'x"y', 'Finance', 'a\nb')
const named = fc.record({
  type: fc.constantFrom('User', 'Group', 'Device'),
  id: fc.constantFrom('u1', 'g-2', 'U1'),
  name
})
const story: fc.Arbitrary<Story> = fc.oneof(
  fc.constant<Story>({ kind: 'pending' }),
  fc.record({ kind: fc.constantFrom('created' as const), resource: named }),
  fc.record({ kind: fc.constantFrom('disabled' as const, 'unchanged' as const), resource: named }),
  fc.record({
    kind: fc.constant('members-changed' as const),
    resource: named,
    added: fc.array(named, { maxLength: 2 }),
    addedCount: fc.nat(3),
    removed: fc.array(named, { maxLength: 2 }),
    removedCount: fc.nat(3)
  }),
  fc.record({
    kind: fc.constant('looked-up' as const),
    type: fc.constant('User'),
    attribute: fc.constant('userName'),
    value: name,
    found: fc.option(named),
    count: fc.nat(2)
  })
)
const recorded: fc.Arbitrary<Recorded> = fc.record({
  row: fc
    .record({
      id: fc.constant(1),
      startedAt: fc.constantFrom(NOW - 7_200_000, NOW - 60_000, NOW),
      durationMs: fc.option(fc.constantFrom(0, 99.5, 100, 1_000, 5_000)),
      ending: fc.constantFrom<Ending>(
        'open',
        'answered',
        'client-gone',
        'malformed',
        'not-http',
        'interrupted'
      ),
      origin: fc.constantFrom('scim' as const, 'console' as const),
      method: fc.constantFrom('GET', 'PATCH', 'get', ''),
      target: fc.constantFrom('/Users', '/Groups?filter=a+eq+%22b%22', '/ÉÄ', '/users/%zz'),
      status: fc.option(fc.constantFrom(200, 204, 401, 403, 404, 500)),
      tokenId: fc.constant(null),
      tokenName: fc.option(name),
      story,
      resource: fc.option(named),
      hasChange: fc.boolean(),
      cycle: fc.option(fc.nat(3)),
      isPinned: fc.boolean(),
      isSimulated: fc.boolean(),
      isCheck: fc.boolean(),
      replayOf: fc.option(fc.constant(7)),
      requestBytes: fc.constant(0),
      responseBytes: fc.constant(0)
    })
    .map(row => ({ ...row, isSimulated: row.isSimulated || row.isCheck })),
  requestHeaders: fc.constantFrom<Recorded['requestHeaders']>([], [['X-Name', 'Élise, Alice']]),
  requestBody: fc.option(fc.constantFrom('{"displayName":"Alice Ng"}', '{"a":["bo","Élise"]}', 'Alice\nNg')),
  responseHeaders: fc.constantFrom<Recorded['responseHeaders']>([], [['etag', 'W/"3"']]),
  responseBody: fc.option(fc.constantFrom('{}', '{"nickName":"al"}')),
  remoteAddress: fc.constant(null),
  userAgent: fc.constant(null),
  tolerances: fc.constant([]),
  note: fc.option(fc.constantFrom('ask Alice', ':'))
})

const needle = fc.constantFrom(
  'alice',
  'Alice Ng',
  'ng',
  'LICE',
  'élise',
  'É',
  '":"',
  'name":"al',
  'bo',
  'W/"3"',
  'users',
  ':',
  'filter=a eq',
  'i̇pek',
  'nothing'
)
const place = { at: 0, length: 0 }
const chip = (key: ChipTerm['key'], operators: ChipTerm['operator'][], values: string[]) =>
  fc.record<ChipTerm>({
    kind: fc.constant('chip'),
    key: fc.constant(key),
    operator: fc.constantFrom(...operators),
    values: fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 2 }),
    isNegated: fc.boolean(),
    at: fc.constant(0),
    length: fc.constant(0)
  })
const COMPARE: ChipTerm['operator'][] = [':', '=', '>', '>=', '<', '<=']
const term: fc.Arbitrary<Term> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .record({ text: needle, isNegated: fc.boolean() })
      .map(one => ({ kind: 'text' as const, ...one, ...place }))
  },
  chip('status', COMPARE, ['200', '401', '404']),
  chip('status', [':'], ['4xx', '2xx']),
  chip('duration', COMPARE, ['100', '1s', '99.5']),
  chip('cycle', COMPARE, ['1', '2']),
  chip('method', [':', '='], ['get', 'PATCH']),
  chip('kind', ['='], ['created', 'looked-up', 'pending']),
  chip('user', [':', '='], ['alice', 'Alice Ng', 'u1', 'élise', 'a b']),
  chip('group', [':', '='], ['Finance', 'g-', 'bo']),
  chip('token', [':', '='], ['bo', 'É', 'finance']),
  chip('path', [':', '='], ['/users', '/ÉÄ', '?']),
  chip('is', [':'], [...FLAGS]),
  chip('after', [':'], ['1h', '1m', '2026-11-20']),
  chip('before', [':'], ['1h', '1m', '2026-11-20T10:00Z'])
)

let db: Db
beforeEach(() => {
  db = openJournalFile(':memory:', NOW, opened => opened).ready
})
afterEach(() => db.close())

test('the filter bar means the same on live rows and in the file', () => {
  const store = createExchangeStore(db)
  fc.assert(
    fc.property(recorded, fc.array(term, { minLength: 1, maxLength: 3 }), (one, terms) => {
      const blocks = createBlocks(db, createMemoryIndex())
      db.exec('DELETE FROM exchanges')
      store.put(one)
      const asked = { terms, now: NOW, clearedTo: 0, isWithoutHoles: true }
      const found = [...findIds(db, blocks, asked)].flat()
      expect(found.length === 1).toBe(matches(terms, one.row, one, NOW))
    }),
    { numRuns: 800 }
  )
})
