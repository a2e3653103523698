/** Hostile and merely odd requests, by seeded chance: mutated recordings, random filters, random PATCH bodies, raw bytes. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { messageRequest } from './messages.mjs'
import { anyJson, filterText, mutate, NAMES, resourcePath, serialise, VALUES } from './values.mjs'

const conversations = join(import.meta.dirname, '..', 'conversations')
const recordedBodies = readdirSync(conversations)
  .filter(name => name.endsWith('.jsonl'))
  .flatMap(name => readFileSync(join(conversations, name), 'utf8').trim().split('\n'))
  .map(line => JSON.parse(line).request)

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'QUERY']

/** @param ids ids of resources that may be altered: `{ users, groups, devices }` */
export function oddRequest(random, ids) {
  const kind = random.integer(14)
  if (kind >= 10) return messageRequest(random, ids)
  if (kind < 3) return patchRequest(random, ids)
  if (kind < 5) return filterRequest(random, ids)
  if (kind < 6) return rawRequest(random)
  if (kind < 8) return mutatedRecording(random, ids)
  return {
    method: random.pick(METHODS),
    path: oddPath(random, ids),
    ...(random.next() < 0.5 && { body: jsonText(random) })
  }
}

function patchRequest(random, ids) {
  const operations = Array.from({ length: random.integer(4) }, () => ({
    op: random.pick(['add', 'Add', 'replace', 'Replace', 'remove', 'Remove', 'ADD', 'move', '', null, 1]),
    ...(random.next() < 0.8 && { path: random.next() < 0.9 ? random.pick(NAMES) : anyJson(random, 2) }),
    ...(random.next() < 0.8 && { value: random.next() < 0.6 ? random.pick(VALUES) : anyJson(random, 3) })
  }))
  const body =
    random.next() < 0.9
      ? { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: operations }
      : anyJson(random, 3)
  return { method: 'PATCH', path: resourcePath(random, ids), body: serialise(body) }
}

function filterRequest(random, ids) {
  const parameters = [`filter=${escapeQuery(filterText(random, 4, ids))}`]
  if (random.next() < 0.3) parameters.push(`sortBy=${escapeQuery(random.pick(NAMES))}`)
  if (random.next() < 0.3) parameters.push(`attributes=${escapeQuery(random.pick(NAMES))}`)
  if (random.next() < 0.3)
    parameters.push(`startIndex=${escapeQuery(String(random.pick([-1, 0, 1, 5, 1e9, 'x', '', 1.5])))}`)
  if (random.next() < 0.5)
    parameters.push(`count=${escapeQuery(String(random.pick([-1, 0, 1, 5, 1e9, 'x', ''])))}`)
  if (random.next() < 0.2)
    parameters.push(`cursor=${escapeQuery(random.pick(['', 'x', 'eyJhIjoxfQ', '%00']))}`)
  return {
    method: 'GET',
    path: `/scim/v2/${random.pick(['Users', 'Groups', 'Users', '', 'Schemas'])}?${parameters.join('&')}`
  }
}

function mutatedRecording(random, ids) {
  const { method, path, body } = random.pick(recordedBodies)
  const id = random.pick([...ids.users, ...ids.groups])
  const fill = text => text.replace(/\$\{\w+\}/g, id)
  if (body === null) return { method, path: fill(path) }
  return { method, path: fill(path), body: serialise(mutate(random, JSON.parse(fill(JSON.stringify(body))))) }
}

function rawRequest(random) {
  const body = random.pick([
    '{',
    '{"a":',
    '[',
    'null',
    '""',
    '1',
    '{"__proto__":{"polluted":true},"userName":"p"}',
    '{"userName":"a","userName":"b"}',
    `{"userName":"${'x'.repeat(20_000)}"}`,
    '['.repeat(5_000),
    `${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`,
    '\ufeff{}',
    '{"userName":"\\ud800"}',
    '<html>'
  ])
  return {
    method: random.pick(['POST', 'PUT', 'PATCH']),
    path: random.pick([
      '/scim/v2/Users',
      '/scim/v2/Groups',
      '/scim/v2/Bulk',
      '/scim/v2/.search',
      '/scim/v2/Users/.search'
    ]),
    body
  }
}

function oddPath(random, ids) {
  return random.pick([
    resourcePath(random, ids),
    '/scim/v2/Users',
    '/scim/v2/Groups',
    '/scim/v2/Me',
    '/scim/v2/Bulk',
    '/scim/v2/Schemas/nothing',
    '/scim/v2/ResourceTypes/User',
    '/scim/v2//Users',
    '/scim/v2/Users/',
    '/scim/v2/Users/__proto__',
    '/scim/v2/Users/%00',
    '/scim/v2/Users/%f0%9f%a6%84',
    `/scim/v2/Users/${'a'.repeat(2000)}`,
    '/scim/v2/%2e%2e/secret',
    '/',
    '/Users',
    '/scim/v2/ServiceProviderConfig',
    '/scim/v2/Users?filter',
    '/scim/v2/Users?filter=%',
    '/scim/v2/Users?filter=%zz'
  ])
}

const jsonText = random => serialise(anyJson(random, 4))

const escapeQuery = text => {
  try {
    return encodeURIComponent(text)
  } catch {
    return '%ED%A0%80' // a lone surrogate, as bytes that are no UTF-8
  }
}
