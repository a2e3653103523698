import { GROUP_SCHEMA, type Json, type JsonObject, PATCH_OP, USER_SCHEMA } from '../../shared/scim'
import type { ScimRequest } from './entra-requests'
import type { Person } from './people'

/** Okta's shapes (entra-protocol: Okta in more detail): `%20` in queries, PUT of whole users, never DELETE for users. */
const PAGE = 'startIndex=1&count=100'

export const probeUsers: ScimRequest = { method: 'GET', path: '/Users?startIndex=1&count=2' }
export const probeGroups: ScimRequest = { method: 'GET', path: `/Groups?${PAGE}` }

export const lookUpUser = (userName: string): ScimRequest => ({
  method: 'GET',
  path: `/Users?filter=${encodeURIComponent(`userName eq "${userName}"`)}&${PAGE}`
})

export const lookUpGroup = (displayName: string): ScimRequest => ({
  method: 'GET',
  path: `/Groups?filter=${encodeURIComponent(`displayName eq "${displayName}"`)}&${PAGE}`
})

export function userBody(person: Person): JsonObject {
  return {
    schemas: [USER_SCHEMA],
    userName: person.userPrincipalName,
    name: { givenName: person.givenName, familyName: person.surname },
    emails: [{ primary: true, value: person.userPrincipalName, type: 'work' }],
    displayName: person.displayName,
    locale: person.preferredLanguage,
    externalId: person.objectId,
    groups: [],
    active: person.isAssigned && person.isEnabled
  }
}

export const createUser = (person: Person): ScimRequest => ({
  method: 'POST',
  path: '/Users',
  body: userBody(person)
})

export const readUser = (id: string): ScimRequest => ({ method: 'GET', path: `/Users/${id}` })

/** A custom integration updates by PUT of the whole object, its id, meta and groups as read before. */
export function replaceUser(id: string, person: Person, read: JsonObject): ScimRequest {
  const { schemas, userName, externalId, name, emails, displayName, active } = userBody(person)
  const meta = read.meta ?? { resourceType: 'User' }
  const groups = read.groups ?? []
  const body = { schemas, id, userName, externalId, name, emails, displayName, active, groups, meta }
  return { method: 'PUT', path: `/Users/${id}`, body: defined(body) }
}

/** Who is gone at Okta is never deleted here, only disabled: the object as read, `active` false. */
export function disableUser(id: string, read: JsonObject): ScimRequest {
  const { schemas, userName, externalId, name, emails, displayName, groups } = read
  const body = { schemas, id, userName, externalId, name, emails, displayName, active: false, groups }
  return { method: 'PUT', path: `/Users/${id}`, body: defined({ ...body, groups: groups ?? [] }) }
}

const defined = (body: Record<string, Json | undefined>): JsonObject =>
  Object.fromEntries(Object.entries(body).filter((entry): entry is [string, Json] => entry[1] !== undefined))

export const createGroup = (displayName: string): ScimRequest => ({
  method: 'POST',
  path: '/Groups',
  body: { schemas: [GROUP_SCHEMA], displayName, members: [] }
})

/** Group Push: removals and additions in one PATCH; members carry `display` and no `type`. */
export function pushMembers(
  id: string,
  added: { id: string; userName: string }[],
  removed: string[]
): ScimRequest {
  const operations: Json[] = removed.map(member => ({ op: 'remove', path: `members[value eq "${member}"]` }))
  if (added.length > 0)
    operations.push({
      op: 'add',
      path: 'members',
      value: added.map(({ id: value, userName }) => ({ value, display: userName }))
    })
  return { method: 'PATCH', path: `/Groups/${id}`, body: { schemas: [PATCH_OP], Operations: operations } }
}

/** The name is sent again with every change of members; the value repeats the id. */
export const pushName = (id: string, displayName: string): ScimRequest => ({
  method: 'PATCH',
  path: `/Groups/${id}`,
  body: { schemas: [PATCH_OP], Operations: [{ op: 'replace', value: { id, displayName } }] }
})

export const deleteGroup = (id: string): ScimRequest => ({ method: 'DELETE', path: `/Groups/${id}` })
