import { describe, expect, test } from 'vitest'
import type { ExchangeDetail, Refusal, Story } from '../exchange'
import { exchange } from '../testing'
import { ANSWERS } from './answers'
import { de as germanStories } from '../words/de/stories'
import { de } from './de'
import { answerOf, explain } from './explain'
import { SCIM_TYPES } from './scim-types'

const failed = (status: number, parts: Partial<ExchangeDetail> = {}): ExchangeDetail =>
  exchange({
    status,
    story: { kind: 'failed', status, scimType: null, detail: '', resource: null },
    ...parts
  })
const textOf = (detail: ExchangeDetail, key?: string) =>
  explain(detail)
    .filter(section => key === undefined || section.key === key)
    .flatMap(section => section.paragraphs.map(paragraph => `${paragraph.text} ${paragraph.reference ?? ''}`))
    .join('\n')

const BY_ID = '/scim/v2/Users/4f1c'
test.each<[string, ExchangeDetail, keyof typeof ANSWERS]>([
  ['200 with a list', exchange(), 'ok'],
  [
    '200 with a web page',
    exchange({
      responseHeaders: [['Content-Type', 'text/html']],
      responseBody: { text: '<html>', bytes: 6, isCut: false }
    }),
    'notScim'
  ],
  ['200 with nothing', exchange({ responseBody: null }), 'notScim'],
  [
    '200 with a list where an object belongs',
    exchange({ responseBody: { text: '[]', bytes: 2, isCut: false } }),
    'notScim'
  ],
  [
    '201 with id',
    exchange({ status: 201, method: 'POST', responseBody: { text: '{"id":"u1"}', bytes: 11, isCut: false } }),
    'created'
  ],
  ['201 without id', exchange({ status: 201, method: 'POST' }), 'createdWithoutId'],
  ['204', exchange({ status: 204, method: 'PATCH', responseBody: null, responseHeaders: [] }), 'noContent'],
  ['400', failed(400), 'badRequest'],
  ['an unusual 4xx', failed(418), 'badRequest'],
  ['401', failed(401), 'unauthorized'],
  ['403', failed(403), 'forbidden'],
  ['404 on a user', failed(404, { target: BY_ID }), 'notFound'],
  [
    '404 on PATCH with a query',
    failed(404, { target: `${BY_ID}?aadOptscim062020`, method: 'PATCH' }),
    'notFound'
  ],
  ['404 on DELETE', failed(404, { target: BY_ID, method: 'DELETE' }), 'alreadyGone'],
  ['404 on a query', failed(404, { target: '/wrong/Users?filter=id+eq+%22a/b%22' }), 'unknownPath'],
  ['405', failed(405), 'methodNotAllowed'],
  ['409 on POST', failed(409, { method: 'POST' }), 'conflictOnCreate'],
  ['409 on PATCH', failed(409, { method: 'PATCH' }), 'conflictOnChange'],
  ['412', failed(412), 'preconditionFailed'],
  ['413', failed(413), 'tooLarge'],
  ['415', failed(415), 'wrongMediaType'],
  ['422', failed(422), 'unprocessable'],
  ['429', failed(429), 'tooManyRequests'],
  ['500', failed(500), 'serverFault'],
  ['503', failed(503), 'serverFault'],
  ['501', failed(501), 'notImplemented'],
  ['507', failed(507), 'storageFull'],
  ['in progress', exchange({ ending: 'open', status: null }), 'open'],
  ['client gone', exchange({ ending: 'client-gone', status: null }), 'clientGone'],
  ['interrupted', exchange({ ending: 'interrupted', status: null }), 'interrupted'],
  ['malformed', exchange({ ending: 'malformed', status: 400 }), 'malformed'],
  [
    'TLS on the plain port',
    exchange({ ending: 'not-http', status: null, story: { kind: 'not-http', isTls: true } }),
    'tlsOnPlainPort'
  ],
  [
    'noise',
    exchange({ ending: 'not-http', status: null, story: { kind: 'not-http', isTls: false } }),
    'notHttp'
  ],
  ['a console row', exchange({ origin: 'console', status: null }), 'atConsole']
])('%s is explained as such', (_, detail, name) => {
  expect(answerOf(detail)).toBe(name)
  expect(textOf(detail, 'meaning')).toContain(ANSWERS[name].reference ?? '')
  expect(textOf(detail, 'entra')).toContain(ANSWERS[name].reaction)
})

test('a 409 names the standard, the scimType, the conflicting attribute and Entra’s code', () => {
  const text = textOf(
    failed(409, {
      method: 'POST',
      story: {
        kind: 'failed',
        status: 409,
        scimType: 'uniqueness',
        detail: 'userName "anna" is taken by Anna Lindqvist (u1).',
        resource: null
      }
    })
  )
  for (const word of ['RFC 7644', 'uniqueness', 'userName "anna"', 'EntryConflict', 'escrow', '28 days']) {
    expect(text).toContain(word)
  }
})

describe('refusals', () => {
  test.each<[Refusal, string]>([
    [{ reason: 'missing-token' }, 'No Authorization header'],
    [{ reason: 'not-bearer', scheme: 'Basic' }, '"Basic"'],
    [{ reason: 'doubled-bearer' }, 'Entra adds it by itself'],
    [{ reason: 'white-space' }, 'blank or line break'],
    [{ reason: 'truncated', length: 30 }, '30 characters'],
    [{ reason: 'unknown-token' }, 'No token here'],
    [{ reason: 'revoked-token', tokenName: 'Contoso lab', at: 0 }, '"Contoso lab", which was revoked'],
    [{ reason: 'expired-token', tokenName: 'Contoso lab', at: 0 }, '"Contoso lab", which has expired'],
    [{ reason: 'expired-access-token', tokenName: 'Lab', at: 0 }, 'client "Lab" ended'],
    [{ reason: 'client-secret', tokenName: 'Lab' }, 'for the token endpoint'],
    [{ reason: 'missing-client' }, 'client identifier and a client secret'],
    [{ reason: 'unknown-client' }, 'this identifier'],
    [{ reason: 'wrong-client-secret', tokenName: 'Lab' }, 'the secret is not']
  ])('%j is explained with its cause, the risk and a fix', (refusal, words) => {
    const detail = exchange({ status: 401, story: { kind: 'refused', refusal } })
    expect(textOf(detail, 'meaning')).toContain(words)
    expect(textOf(detail, 'entra')).toContain('quarantine at once')
    expect(explain(detail).find(section => section.key === 'fix')?.paragraphs).toHaveLength(1)
  })
})

const alice = { type: 'User', id: 'u1', name: 'Alice Ng' }
test.each<[Story, string]>([
  [{ kind: 'tested-connection', type: 'User', attribute: 'userName', value: 'x' }, 'empty list'],
  [
    { kind: 'looked-up', type: 'User', attribute: 'userName', value: 'x', found: null, count: 0 },
    'creates the object next'
  ],
  [
    { kind: 'looked-up', type: 'User', attribute: 'userName', value: 'x', found: alice, count: 1 },
    'links it'
  ],
  [
    { kind: 'looked-up', type: 'User', attribute: 'userName', value: 'x', found: null, count: 2 },
    'DuplicateTargetEntries'
  ],
  [{ kind: 'unchanged', resource: alice }, 'already so'],
  [{ kind: 'disabled', resource: alice }, 'must still be found']
])('%j tells what Entra does with it', (story, words) => {
  expect(textOf(exchange({ story }), 'entra')).toContain(words)
})

test('tolerances are told in words with their place; an unknown one is not hidden', () => {
  const detail = exchange({
    tolerances: [
      { name: 'boolean-as-text', detail: 'active', sentence: '' },
      { name: 'from-a-newer-version', detail: 'x', sentence: '' }
    ]
  })
  expect(textOf(detail, 'tolerances')).toContain('(active)')
  expect(textOf(detail, 'tolerances')).toContain('from-a-newer-version (x)')
})

test('every scimType has its words', () => {
  for (const { meaning, reference } of Object.values(SCIM_TYPES)) expect(meaning && reference).toBeTruthy()
})

test('what went well has nothing to fix', () => {
  expect(explain(exchange()).map(section => section.key)).toEqual(['about', 'meaning', 'entra'])
})

describe('in German', () => {
  const sameShape = (detail: ExchangeDetail) => {
    const shapeOf = (sections: ReturnType<typeof explain>) =>
      sections.map(({ key, paragraphs }) => [
        key,
        paragraphs.map(({ code, reference, link }) => [code, reference, link])
      ])
    const german = explain(detail, de, germanStories)
    expect(shapeOf(german)).toEqual(shapeOf(explain(detail)))
    for (const { paragraphs } of german)
      for (const { text } of paragraphs) expect(text).not.toMatch(/undefined|\b(the|and|Entra is)\b/)
  }

  test.each(Object.keys(ANSWERS) as (keyof typeof ANSWERS)[])('%s says as much', name => {
    expect(de.answers[name].code).toBe(ANSWERS[name].code)
    expect(de.answers[name].fix).toHaveLength(ANSWERS[name].fix.length)
    expect(de.answers[name].meaning).not.toBe(ANSWERS[name].meaning)
  })

  test('a conflict, a refusal and a duplicate are explained with the same codes and references', () => {
    sameShape(failed(409, { method: 'POST' }))
    sameShape(exchange({ status: 401, story: { kind: 'refused', refusal: { reason: 'unknown-token' } } }))
    const several: Story = {
      kind: 'looked-up',
      type: 'User',
      attribute: 'userName',
      value: 'x',
      found: null,
      count: 2
    }
    sameShape(
      exchange({ story: several, tolerances: [{ name: 'boolean-as-text', detail: 'active', sentence: '' }] })
    )
  })
})
