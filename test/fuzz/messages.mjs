/** Whole messages with something wrong in them: PUT, bulk and search bodies, and resources of a custom type. */
import { anyJson, filterText, mutate, NAMES, resourcePath, serialise, VALUES } from './values.mjs'

const MESSAGE = 'urn:ietf:params:scim:api:messages:2.0'
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User'
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group'
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const DEVICE = 'urn:example:fuzz:Device'

/** What a server of this type has in its data folder, besides the built-in schemas. */
export const CUSTOM_FILES = {
  'schemas/device.json': {
    id: DEVICE,
    attributes: [
      { name: 'serial', type: 'string', required: true, uniqueness: 'server' },
      { name: 'tags', type: 'string', multiValued: true },
      { name: 'size', type: 'integer' },
      { name: 'boughtAt', type: 'dateTime' },
      { name: 'owner', type: 'reference', referenceTypes: ['User'], mutability: 'immutable' },
      { name: 'picture', type: 'binary', returned: 'request' },
      {
        name: 'parts',
        type: 'complex',
        multiValued: true,
        subAttributes: [
          { name: 'value', type: 'string', uniqueness: 'server' },
          { name: 'type', type: 'string' },
          { name: 'primary', type: 'boolean' },
          { name: 'counts', type: 'integer', multiValued: true }
        ]
      }
    ]
  },
  'resource-types/device.json': { name: 'Device', endpoint: '/Devices', schema: DEVICE }
}

export function messageRequest(random, ids) {
  const kind = random.integer(5)
  if (kind === 0) return putRequest(random, ids)
  if (kind === 1) return bulkRequest(random, ids)
  if (kind === 2) return searchRequest(random, ids)
  return deviceRequest(random, ids)
}

const user = random => ({
  schemas: [USER, ENTERPRISE],
  userName: `fuzz-${random.integer(50)}`,
  active: random.pick([true, 'True', false]),
  name: { givenName: 'A', familyName: 'B' },
  emails: [
    { type: 'work', value: 'a@b.example', primary: true },
    { type: 'home', value: 'c@d.example' }
  ],
  roles: [],
  groups: [],
  meta: { resourceType: 'User' },
  [ENTERPRISE]: { department: 'D', manager: { value: 'x' } }
})
const group = (random, ids) => ({
  schemas: [GROUP],
  displayName: `fuzz-${random.integer(50)}`,
  members: [{ value: random.pick(ids.users) }, { value: random.pick(ids.groups), type: 'Group' }]
})
const device = random => ({
  schemas: [DEVICE],
  serial: `s-${random.integer(50)}`,
  tags: ['red', 'RED', 'round'],
  size: random.pick([1, '7', 1e20]),
  boughtAt: random.pick(['2026-01-01T00:00:00Z', '2026-13-01T00:00:00Z']),
  picture: 'AAECAw==',
  parts: [{ value: 'v', type: 'disk', primary: true, counts: [1, 2] }]
})

const resource = (random, ids) => random.pick([user(random), group(random, ids), device(random)])

function putRequest(random, ids) {
  return {
    method: 'PUT',
    path: resourcePath(random, ids),
    body: serialise(mutate(random, resource(random, ids)))
  }
}

function bulkRequest(random, ids) {
  const bulkIds = ['a', 'b', 'c', 'a', '__proto__', '', ' ', 'bulkId:a']
  const reference = () => `bulkId:${random.pick(bulkIds)}`
  const operations = Array.from({ length: random.integer(6) }, () => {
    const data = mutate(random, resource(random, ids))
    if (random.next() < 0.4 && data !== null && typeof data === 'object') {
      data.members = [{ value: reference() }]
      data[ENTERPRISE] = { manager: { value: reference() } }
    }
    const method = random.pick(['POST', 'PUT', 'PATCH', 'DELETE', 'post', 'GET', '', 5])
    const path = random.pick([
      '/Users',
      '/Groups',
      '/Devices',
      `/Users/${random.pick(ids.users)}`,
      `/Groups/${reference()}`,
      '/Bulk',
      'Users',
      '/',
      '',
      '/Users/a/b',
      null
    ])
    return {
      method,
      path,
      bulkId: random.pick(bulkIds),
      ...(random.next() < 0.2 && { version: random.pick(['W/"1"', '*', 'x', 5]) }),
      data: random.next() < 0.8 ? data : anyJson(random, 3)
    }
  })
  const body = {
    schemas: [`${MESSAGE}:BulkRequest`],
    ...(random.next() < 0.5 && { failOnErrors: random.pick([0, 1, 2, -1, 'x', null, 1.5]) }),
    Operations: random.next() < 0.95 ? operations : anyJson(random, 2)
  }
  return {
    method: 'POST',
    path: '/scim/v2/Bulk',
    body: serialise(random.next() < 0.95 ? body : mutate(random, body))
  }
}

function searchRequest(random, ids) {
  const maybe = (name, value) => random.next() < 0.4 && { [name]: value() }
  const body = {
    schemas: [`${MESSAGE}:SearchRequest`],
    ...maybe('filter', () => (random.next() < 0.8 ? filterText(random, 4, ids) : random.pick(VALUES))),
    ...maybe('sortBy', () => random.pick([...NAMES, ...VALUES])),
    ...maybe('sortOrder', () => random.pick(['ascending', 'DESCENDING', ...VALUES])),
    ...maybe('attributes', () => random.pick([NAMES.slice(0, 5), ...NAMES, ...VALUES])),
    ...maybe('excludedAttributes', () => random.pick([NAMES, ...VALUES])),
    ...maybe('startIndex', () => random.pick([0, -5, 3, 1e9, ...VALUES])),
    ...maybe('count', () => random.pick([0, 1, 5000, ...VALUES])),
    ...maybe('cursor', () => random.pick(['', ...VALUES]))
  }
  const path = random.pick([
    '/scim/v2/.search',
    '/scim/v2/Users/.search',
    '/scim/v2/Groups/.search',
    '/scim/v2/Devices/.search'
  ])
  return { method: 'POST', path, body: serialise(body) }
}

function deviceRequest(random, ids) {
  const path = `/scim/v2/Devices/${random.pick(ids.devices)}`
  const kind = random.integer(4)
  if (kind === 0)
    return { method: 'POST', path: '/scim/v2/Devices', body: serialise(mutate(random, device(random))) }
  if (kind === 1) return { method: 'PUT', path, body: serialise(mutate(random, device(random))) }
  if (kind === 2) {
    const filter = encodeURIComponent(filterText(random, 3, ids).toWellFormed())
    return {
      method: 'GET',
      path: `/scim/v2/Devices?filter=${filter}&sortBy=${random.pick(['size', 'tags', 'parts', 'boughtAt', 'picture'])}`
    }
  }
  const value = () => (random.next() < 0.6 ? random.pick(VALUES) : anyJson(random, 3))
  const Operations = Array.from({ length: 1 + random.integer(3) }, () => ({
    op: random.pick(['add', 'Replace', 'remove']),
    path: random.pick([
      ...NAMES,
      'tags',
      'tags[value eq "red"]',
      'tags[value sw "r"]',
      'parts',
      'parts[type eq "disk"]',
      'parts.counts',
      'parts[counts eq 1].value',
      'owner',
      'serial',
      'size',
      'boughtAt'
    ]),
    value: value()
  }))
  return { method: 'PATCH', path, body: serialise({ schemas: [`${MESSAGE}:PatchOp`], Operations }) }
}
