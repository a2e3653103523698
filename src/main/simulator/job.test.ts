import { expect, test } from 'vitest'
import { createEntra, ENTRA_DEFAULTS, type EntraOptions } from './entra'
import type { ScimRequest } from './entra-requests'
import { seededRandom } from './random'
import type { Answer, ScimClient } from './scim-client'
import { EVENTS, inventTenant } from './tenant'

const answered = (status: number, body: unknown): Answer => ({
  kind: 'answered',
  status,
  headers: {},
  text: JSON.stringify(body),
  json: body as never,
  durationMs: 1
})
const nobody = answered(200, { totalResults: 0, Resources: [] })
const refused = answered(409, { detail: 'taken' })

/** A server that remembers nobody: every look-up finds none, every create is answered as given. */
function openTarget(answerTo: (request: ScimRequest) => Answer | null) {
  const sent: ScimRequest[] = []
  const client: ScimClient = {
    send: async request => {
      sent.push(request)
      return (
        answerTo(request) ?? (request.method === 'GET' ? nobody : answered(201, { id: `id-${sent.length}` }))
      )
    },
    close: () => {}
  }
  return { client, sent, countOf: (method: string) => sent.filter(one => one.method === method).length }
}

function open(
  users: number,
  answerTo: (request: ScimRequest) => Answer | null,
  options: Partial<EntraOptions> = {}
) {
  const tenant = inventTenant({ users, groups: 0 }, seededRandom(5))
  const target = openTarget(answerTo)
  const hooks = { wait: () => Promise.resolve() }
  const entra = createEntra(tenant, target.client, hooks, { ...ENTRA_DEFAULTS, ...options })
  const cycles = async (count: number) => {
    for (let cycle = 0; cycle < count; cycle++) await entra.incrementalCycle()
  }
  return { tenant, entra, cycles, ...target }
}

const isCreate = ({ method }: ScimRequest) => method === 'POST'

test('what failed is tried again after 6, 12 and 24 hours, then daily, and dropped after 28 days', async () => {
  const { entra, cycles, countOf } = open(1, request => (isCreate(request) ? refused : null))
  await entra.initialCycle()
  const triesAfter = async (hours: number) => {
    const before = countOf('POST')
    await cycles((hours * 60) / 40)
    return countOf('POST') - before
  }
  expect(await triesAfter(4)).toBe(0)
  expect(await triesAfter(2)).toBe(1)
  expect(await triesAfter(10)).toBe(0)
  expect(await triesAfter(2)).toBe(1)
  expect(await triesAfter(24)).toBe(1)
  expect(await triesAfter(48)).toBe(2)
  expect(entra.job.escrowCount()).toBe(1)
  await triesAfter(25 * 24)
  expect(entra.job.escrowCount()).toBe(0)
  expect(await triesAfter(48)).toBe(0)
})

test('a change in the directory is tried at once, escrow or not', async () => {
  const { tenant, entra, cycles, countOf } = open(1, request => (isCreate(request) ? refused : null))
  await entra.initialCycle()
  EVENTS.isPromoted(tenant)
  await cycles(1)
  expect(countOf('POST')).toBe(2)
})

test('a server that fails is asked again in the next cycle', async () => {
  const { entra, cycles, countOf } = open(1, request => (isCreate(request) ? answered(500, {}) : null))
  await entra.initialCycle()
  await cycles(3)
  expect(countOf('POST')).toBe(4)
  expect(entra.job.escrowCount()).toBe(0)
})

test('from 5,000 failures on, more than 40 percent failing is quarantine', async () => {
  const { entra, countOf } = open(6_000, request => (isCreate(request) ? refused : null), { concurrency: 1 })
  expect(await entra.initialCycle()).toEqual({
    ended: 'quarantined',
    detail: 'EncounteredEscrowProportionThreshold: 5000 of 5000 operations failed, more than 40 %.'
  })
  expect(countOf('POST')).toBe(5_000)
})

test('fewer failures are none, whatever their share', async () => {
  const { entra } = open(4_999, request => (isCreate(request) ? refused : null))
  expect(await entra.initialCycle()).toMatchObject({ ended: 'complete' })
})

test('failing references do not count as failing operations', async () => {
  const { entra } = open(6_000, ({ method }) => (method === 'PATCH' ? refused : null))
  expect(await entra.initialCycle()).toMatchObject({ ended: 'complete' })
})

test('in quarantine a job is tried daily and disabled after four weeks; a restart begins anew', async () => {
  let isRefused = true
  const { entra, cycles, sent } = open(1, () => (isRefused ? answered(401, {}) : null))
  expect(await entra.initialCycle()).toMatchObject({ ended: 'quarantined' })
  const atFirst = sent.length
  await cycles(27)
  expect(sent.length).toBe(atFirst * 28)
  expect(await entra.incrementalCycle()).toEqual({
    ended: 'quarantined',
    detail: 'The job was in quarantine for four weeks and is disabled.'
  })
  expect(sent.length).toBe(atFirst * 28)

  isRefused = false
  expect(await entra.initialCycle()).toMatchObject({ ended: 'complete' })
  expect(entra.job.isQuarantined()).toBe(false)
})

test('quarantine ends by itself when a cycle succeeds', async () => {
  let isRefused = true
  const { entra } = open(1, () => (isRefused ? answered(401, {}) : null))
  await entra.initialCycle()
  isRefused = false
  expect(await entra.incrementalCycle()).toMatchObject({ ended: 'complete' })
  expect(entra.job.isQuarantined()).toBe(false)
})

test.each<[string, Answer, string, number]>([
  [
    'a web page',
    { ...answered(200, {}), text: '<!doctype html>', json: undefined } as Answer,
    'quarantined',
    1
  ],
  ['404', answered(404, {}), 'quarantined', 1],
  ['500', answered(500, {}), 'failed', 3],
  ['nothing', { kind: 'unanswered', reason: 'reset', durationMs: 1 }, 'failed', 3]
])('a connection test answered with %s', async (_title, answer, ended, tries) => {
  const { entra, sent } = open(3, () => answer, { hasGroups: false })
  expect(await entra.initialCycle()).toMatchObject({ ended })
  expect(sent.length).toBe(tries)
})

test('more deletions than allowed are quarantine before anything is sent', async () => {
  const { tenant, entra, countOf } = open(5, () => null, { mostDeletions: 2 })
  await entra.initialCycle()
  for (let count = 0; count < 3; count++) EVENTS.leaves(tenant)
  expect(await entra.incrementalCycle()).toEqual({
    ended: 'quarantined',
    detail: 'TooManyDeletes: 3 users would be disabled or deleted.'
  })
  expect(countOf('PATCH')).toBe(4)
})
