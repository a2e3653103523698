import { ENTERPRISE_SCHEMA, type Json, type JsonObject, type Named } from '../../shared/scim'
import { etagOf } from './etag'
import type { ResourceModel, ResourceType } from './model'
import { isObject } from './patch/json'

/** A resource as it is kept: `document` has neither id, meta, schemas nor anything computed. Times are epoch milliseconds. */
export interface Stored {
  id: string
  version: number
  createdAt: number
  modifiedAt: number
  document: JsonObject
}

/** A member of a group, as far as an answer tells. */
export interface Member {
  type: string
  id: string
  displayName: string | null
}

/** What an answer adds to the document. What is left out here is left out there. */
export interface Surroundings {
  /** Everything before `/Users`: `https://host/scim/v2`. */
  baseUrl: string
  /** Of a user: the groups it belongs to, directly or through others. */
  groups?: (Named & { isDirect: boolean })[]
  /** Of a group. */
  members?: Member[]
  /** The displayName of the manager's user, null when it has none; leave it out when there is no such user. */
  managerName?: string | null
}

/**
 * A resource as it is answered (RFC 7643 §3.1): `schemas` lists the core schema and every extension the document has
 * values of, unknown ones included; `meta` is complete. The input is untouched.
 */
export function renderResource(model: ResourceModel, stored: Stored, around: Surroundings): JsonObject {
  const { document } = stored
  const resource: JsonObject = { schemas: schemasOf(model, document), id: stored.id, ...document }
  if (around.managerName !== undefined) nameManager(resource, around.managerName, around.baseUrl)
  if (around.groups && around.groups.length > 0) resource.groups = renderGroups(around.groups, around.baseUrl)
  if (around.members) resource.members = renderMembers(around.members, around.baseUrl)
  resource.meta = {
    resourceType: model.type.name,
    created: new Date(stored.createdAt).toISOString(),
    lastModified: new Date(stored.modifiedAt).toISOString(),
    location: locationOf(model.type, stored.id, around.baseUrl),
    version: etagOf(stored.version)
  }
  return resource
}

/** Where a resource lives, as in `meta.location` and the Location header. */
export const locationOf = (type: ResourceType, id: string, baseUrl: string): string =>
  `${baseUrl}${type.endpoint}/${encodeURIComponent(id)}`

/** The core schema, then the extensions in the document's order. A key with a colon is a URN: attributes have none. */
function schemasOf(model: ResourceModel, document: JsonObject): string[] {
  const schemas = [model.core.id]
  for (const name in document) if (name.includes(':')) schemas.push(name)
  return schemas
}

/** RFC 7643 §4.3: `displayName` is the server's to fill in; `$ref` only if the client has sent none. */
function nameManager(resource: JsonObject, name: string | null, baseUrl: string): void {
  const enterprise = resource[ENTERPRISE_SCHEMA]
  const manager = isObject(enterprise) ? enterprise.manager : undefined
  if (!isObject(enterprise) || !isObject(manager) || typeof manager.value !== 'string') return
  resource[ENTERPRISE_SCHEMA] = {
    ...enterprise,
    manager: {
      $ref: `${baseUrl}/Users/${encodeURIComponent(manager.value)}`,
      ...manager,
      ...(name !== null && { displayName: name })
    }
  }
}

/** RFC 7643 §4.1.2. */
const renderGroups = (groups: (Named & { isDirect: boolean })[], baseUrl: string): Json =>
  groups.map(group => ({
    value: group.id,
    $ref: `${baseUrl}/Groups/${encodeURIComponent(group.id)}`,
    display: group.name,
    type: group.isDirect ? 'direct' : 'indirect'
  }))

/** RFC 7643 §4.2. `display` is the member's displayName and nothing in its place: conformance suites compare what they sent. */
export const renderMembers = (members: Member[], baseUrl: string): JsonObject[] =>
  members.map(({ type, id, displayName }): JsonObject => {
    const $ref = `${baseUrl}/${type === 'Group' ? 'Groups' : 'Users'}/${encodeURIComponent(id)}`
    return displayName === null ? { value: id, $ref, type } : { value: id, $ref, display: displayName, type }
  })
