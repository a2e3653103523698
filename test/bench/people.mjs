/** Requests in Entra's shapes, by number: the same number always makes the same person. */
import { expectStatus } from './http-load.mjs'

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User'
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group'
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'

export const userName = number => `person${number}@contoso.example`

const quoted = text => `%22${encodeURIComponent(text)}%22`

const expectHits = hits => (status, text) => {
  if (status !== 200) return `answered ${status}, expected 200`
  return text.includes(`"totalResults":${hits}`) ? null : `expected ${hits} hits`
}

export const lookUp = (number, hits) => ({
  method: 'GET',
  path: `/scim/v2/Users?filter=userName+eq+${quoted(userName(number))}`,
  check: hits === null ? expectStatus(200) : expectHits(hits)
})

export const createUser = (number, onCreated) => ({
  method: 'POST',
  path: '/scim/v2/Users',
  body: {
    schemas: [USER, ENTERPRISE],
    externalId: `person${number}`,
    userName: userName(number),
    active: true,
    displayName: `Person ${number}`,
    title: 'Engineer',
    preferredLanguage: 'en-GB',
    meta: { resourceType: 'User' },
    name: {
      formatted: `Given${number} Family${number}`,
      familyName: `Family${number}`,
      givenName: `Given${number}`
    },
    emails: [{ primary: true, type: 'work', value: userName(number) }],
    phoneNumbers: [{ primary: true, type: 'work', value: `+46 8 555 ${number}` }],
    [ENTERPRISE]: { employeeNumber: String(10_000 + number), department: `Department ${number % 40}` },
    roles: []
  },
  check: created(onCreated)
})

export const createGroup = (number, onCreated) => ({
  method: 'POST',
  path: '/scim/v2/Groups',
  body: {
    schemas: [GROUP],
    externalId: `group-${number}`,
    displayName: `Group ${number}`,
    members: [],
    meta: { resourceType: 'Group' }
  },
  check: created(onCreated)
})

const created = onCreated => (status, text) => {
  if (status !== 201 && onCreated !== null) return `answered ${status}, expected 201`
  onCreated?.(JSON.parse(text).id)
  return null
}

const patch = (path, operations, check) => ({
  method: 'PATCH',
  path,
  body: { schemas: [PATCH_OP], Operations: operations },
  check
})

export const lookUpGroup = number => ({
  method: 'GET',
  path: `/scim/v2/Groups?excludedAttributes=members&filter=displayName+eq+${quoted(`Group ${number}`)}`,
  check: expectStatus(200)
})

export const addMembers = (groupId, ids, check = expectStatus(204)) =>
  patch(
    `/scim/v2/Groups/${groupId}`,
    [{ op: 'Add', path: 'members', value: ids.map(value => ({ $ref: null, value })) }],
    check
  )

export const removeMember = (groupId, id, check = expectStatus(204)) =>
  patch(
    `/scim/v2/Groups/${groupId}`,
    [{ op: 'Remove', path: 'members', value: [{ $ref: null, value: id }] }],
    check
  )

export const readUser = (id, check = expectStatus(200)) => ({
  method: 'GET',
  path: `/scim/v2/Users/${id}`,
  check
})

export const updateUser = (id, round, check = expectStatus(200)) =>
  patch(
    `/scim/v2/Users/${id}`,
    [
      { op: 'Replace', path: 'displayName', value: `Renamed ${round}` },
      { op: 'Replace', path: 'name.familyName', value: `Renamed${round}` },
      { op: 'Add', path: `${ENTERPRISE}:department`, value: `Moved ${round}` }
    ],
    check
  )

export const setActive = (id, isActive, check = expectStatus(200)) =>
  patch(
    `/scim/v2/Users/${id}`,
    [{ op: 'Replace', path: 'active', value: isActive ? 'True' : 'False' }],
    check
  )

/** The same request for a server that only answers: no expectation. */
export const unchecked = request => ({ ...request, check: undefined })
