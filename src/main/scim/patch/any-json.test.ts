import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ENTERPRISE_SCHEMA } from '../../../shared/scim'
import type { Compatibility, Json, JsonObject } from '../../../shared/scim'
import { planBulk } from '../bulk'
import { compareDocuments } from '../compare'
import { ScimError } from '../errors'
import { readResource } from '../read-resource'

import { replaceResource } from '../replace'
import { applyPatch } from './apply'
import { modelNamed, user } from './bench'
import { json, patchBody, resourceBody } from './arbitrary-json'
import { normalisePatch } from './normalise'
import { nameOf } from './set-target'

const mode = fc.constantFrom<Compatibility>('entra', 'rfc')
const typeName = fc.constantFrom('User', 'Group')

const BEFORE: JsonObject = {
  userName: 'anna@contoso.example',
  displayName: 'Anna',
  name: { givenName: 'Anna' },
  emails: [
    { value: 'a@x', type: 'work', primary: true },
    { value: 'h@x', type: 'home' }
  ],
  [ENTERPRISE_SCHEMA]: { department: 'IT', manager: { value: 'm' } },
  'urn:other:1.0:User': { badge: 7 }
}

/** Runs what may only return or throw a ScimError with a 4xx, and never change what it was given. */
function isHarmless(inputs: Json[], work: () => void): void {
  const before = inputs.map(input => structuredClone(input))
  try {
    work()
  } catch (problem) {
    if (!(problem instanceof ScimError)) throw problem
    expect(problem.status).toBeGreaterThanOrEqual(400)
    expect(problem.status).toBeLessThan(500)
    expect(problem.detail.length).toBeLessThan(2000)
  }
  expect(inputs).toEqual(before)
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(PRISTINE)
}
const PRISTINE = Object.getOwnPropertyNames(Object.prototype)

function expectClean(value: Json | undefined): void {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) {
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(Object.hasOwn(value, '__proto__')).toBe(false)
  }
  for (const item of Object.values(value)) expectClean(item)
}

const RUNS = { numRuns: 1500 }

test('any JSON as PATCH body yields a result or a ScimError, touches no input and no prototype', () => {
  fc.assert(
    fc.property(typeName, patchBody, mode, (type, body, compatibility) =>
      isHarmless([body, BEFORE], () => {
        const of = modelNamed(type)
        const { operations } = normalisePatch(of, body, compatibility)
        const after = applyPatch(of, BEFORE, operations, compatibility)
        expectClean(after)
        compareDocuments(of, BEFORE, after)
      })
    ),
    RUNS
  )
}, 60_000)

test('any JSON as POST or PUT body yields a result or a ScimError, touches no input and no prototype', () => {
  fc.assert(
    fc.property(typeName, resourceBody, mode, (type, body, compatibility) =>
      isHarmless([body, BEFORE], () => {
        const of = modelNamed(type)
        const { document } = readResource(of, body, compatibility)
        expectClean(document)
        expectClean(replaceResource(of, BEFORE, document))
      })
    ),
    RUNS
  )
}, 60_000)

test('any JSON as bulk body yields a plan or a ScimError', () => {
  const bulkBody = fc.oneof(
    json,
    fc.array(json, { maxLength: 4 }).map(Operations => ({ Operations }) as Json)
  )
  fc.assert(
    fc.property(bulkBody, mode, (body, compatibility) =>
      isHarmless([body], () => void planBulk(body, compatibility))
    ),
    RUNS
  )
}, 60_000)

test('what no operation names does not change', () => {
  fc.assert(
    fc.property(typeName, patchBody, (type, body) =>
      isHarmless([body], () => {
        const of = modelNamed(type)
        const { operations } = normalisePatch(of, body, 'entra')
        const after = applyPatch(of, BEFORE, operations, 'entra')
        const named = new Set(operations.map(({ path }) => (path.urn ?? path.attribute.name).toLowerCase()))
        for (const key of Object.keys(BEFORE))
          if (!named.has(key.toLowerCase())) expect(after[key]).toEqual(BEFORE[key])
        const added = Object.keys(after).filter(key => !(key in BEFORE))
        expect(
          added.filter(key => !named.has(key.toLowerCase())),
          operations.map(({ path }) => nameOf(path)).join()
        ).toEqual([])
      })
    ),
    RUNS
  )
}, 60_000)

test('reading what was read changes nothing: a stored resource sent back as PUT is the same', () => {
  fc.assert(
    fc.property(typeName, resourceBody, (type, body) =>
      isHarmless([body], () => {
        const of = modelNamed(type)
        const { document } = readResource(of, body, 'entra')
        expect(readResource(of, document, 'entra').document).toEqual(document)
        expect(compareDocuments(of, document, replaceResource(of, document, document))).toEqual([])
      })
    ),
    RUNS
  )
}, 60_000)

test.each([
  ['100,000 nested arrays', () => JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as Json],
  ['20,000 nested objects', () => JSON.parse('{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000)) as Json],
  ['a number no double holds', () => JSON.parse('{"userName":"a","urn:x:1.0:U":{"n":1e999}}') as Json]
])('%s are refused, not recursed into', (_title, build) => {
  const body = build()
  for (const read of [
    () => readResource(user, body, 'entra'),
    () => normalisePatch(user, body, 'entra'),
    () => planBulk(body, 'entra')
  ]) {
    expect(read).toThrow(ScimError)
  }
})
