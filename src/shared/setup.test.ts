import { expect, test } from 'vitest'
import type { ExchangeSummary, Story } from './exchange'
import { misdirectionOf, NO_PROOFS, proofsOf, setupSteps, type SetupFacts } from './setup'
import { exchange } from './testing'

const row = (story: Story, more: Partial<ExchangeSummary> = {}): ExchangeSummary =>
  exchange({ story, ...more })
const alice = { type: 'User', id: '1', name: 'Alice Ng' }

const nothing: SetupFacts = {
  variant: 'entra',
  server: { state: 'running', host: '127.0.0.1', port: 7643 },
  publicUrl: null,
  tunnel: { report: null, isChecking: false },
  tokens: [],
  now: 1_000,
  proofs: NO_PROOFS,
  demo: { proofs: NO_PROOFS, isPlayed: false },
  trouble: null,
  mapping: null
}
const statuses = (facts: Partial<SetupFacts>) =>
  setupSteps({ ...nothing, ...facts }).map(({ status }) => status)

test('at the beginning only the server is done', () => {
  expect(statuses({})).toEqual(['done', ...Array(6).fill('waiting')])
  expect(statuses({ server: { state: 'port-taken', host: '127.0.0.1', port: 1 } })[0]).toBe('attention')
})

test('the agent needs no public address; a report that is red needs attention', () => {
  const report = { url: 'https://x', at: 1, findings: [], roundTripMs: 1, clockOffsetMs: null }
  expect(statuses({ variant: 'agent' })[1]).toBe('done')
  expect(
    statuses({
      publicUrl: 'https://x',
      tunnel: { report: { ...report, isGreen: false }, isChecking: false }
    })[1]
  ).toBe('attention')
  expect(
    statuses({
      publicUrl: 'https://x',
      tunnel: { report: { ...report, isGreen: true }, isChecking: false }
    })[1]
  ).toBe('done')
  expect(statuses({ publicUrl: 'https://x', tunnel: { report: null, isChecking: true } })[1]).toBe('waiting')
})

test.each<[string, Story, number, (keyof typeof NO_PROOFS)[]]>([
  [
    'a connection test',
    { kind: 'tested-connection', type: 'User', attribute: 'userName', value: 'x' },
    200,
    ['connection']
  ],
  [
    'a created user',
    { kind: 'created', resource: alice },
    201,
    ['connection', 'mappings', 'assign', 'provision']
  ],
  [
    'a created group',
    { kind: 'created', resource: { ...alice, type: 'Group' } },
    201,
    ['connection', 'assign']
  ],
  ['a refusal', { kind: 'refused', refusal: { reason: 'unknown-token' } }, 401, []],
  ['a health check', { kind: 'health' }, 200, []]
])('%s proves what it proves', (_name, story, status, proved) => {
  expect(Object.keys(proofsOf(row(story, { status })))).toEqual(proved)
})

const notFound: Story = { kind: 'failed', status: 404, scimType: null, detail: '', resource: null }
test.each<[string, Story, number | null, string | null]>([
  ['/scim/v2/Users', { kind: 'refused', refusal: { reason: 'missing-token' } }, 401, 'refused'],
  ['/scim/Users?filter=x', notFound, 404, 'outside-base-path'],
  ['/Users', notFound, 404, 'outside-base-path'],
  ['/scim/v2/Users/Users', notFound, 404, 'doubled-endpoint'],
  ['/favicon.ico', notFound, 404, null],
  ['/scim/v2/Users/1', notFound, 404, null],
  ['', { kind: 'not-http', isTls: true }, null, 'tls-on-plain-port'],
  ['', { kind: 'not-http', isTls: false }, null, null]
])('%s that ended as %j is misdirected as told', (target, story, status, kind) => {
  expect(misdirectionOf(row(story, { target, status }))?.kind ?? null).toBe(kind)
})

test('the demo completes only what nothing real has done, and says so', () => {
  const evidence = { exchangeId: 1, at: 1, text: 'x', resource: null }
  const steps = setupSteps({
    ...nothing,
    demo: { isPlayed: true, proofs: { ...NO_PROOFS, connection: evidence } }
  })
  expect(steps.map(({ status, isDemo }) => (isDemo ? 'demo' : status))).toEqual([
    'done',
    'demo',
    'demo',
    'demo',
    'waiting',
    'waiting',
    'waiting'
  ])
})
