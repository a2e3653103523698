import { ENTERPRISE_SCHEMA, type Json, type JsonObject, USER_SCHEMA } from '../../shared/scim'
import type { Person } from './people'

/** One target attribute of Entra's attribute mapping, spelled as the mapping form spells it, and its value. */
export interface MappedValue {
  path: string
  value: string | boolean
}
export type MappingName = 'default' | 'six'

/**
 * Entra's default mapping of a non-gallery app, or the six attributes that file-transfer vendors tell their customers to keep.
 * Attributes without a value in the directory are left out: outbound provisioning has no null flow. The manager is not here; it
 * follows as a PATCH of its own.
 */
export function mapPerson(person: Person, mapping: MappingName): MappedValue[] {
  const active = { path: 'active', value: person.isAssigned && person.isEnabled }
  const values: MappedValue[] =
    mapping === 'six'
      ? [
          { path: 'externalId', value: person.objectId },
          { path: 'userName', value: person.userPrincipalName },
          active,
          { path: 'emails[type eq "work"].value', value: person.mail },
          { path: 'name.givenName', value: person.givenName },
          { path: 'name.familyName', value: person.surname }
        ]
      : [
          { path: 'externalId', value: person.mailNickname },
          { path: 'userName', value: person.userPrincipalName },
          active,
          { path: 'displayName', value: person.displayName },
          { path: 'name.formatted', value: `${person.givenName} ${person.surname}` },
          { path: 'name.familyName', value: person.surname },
          { path: 'name.givenName', value: person.givenName },
          { path: 'title', value: person.jobTitle },
          { path: 'emails[type eq "work"].value', value: person.mail },
          { path: 'addresses[type eq "work"].streetAddress', value: person.streetAddress },
          { path: 'addresses[type eq "work"].locality', value: person.streetAddress && person.city },
          { path: 'addresses[type eq "work"].postalCode', value: person.postalCode },
          { path: 'addresses[type eq "work"].country', value: person.streetAddress && person.country },
          { path: 'addresses[type eq "work"].formatted', value: person.office },
          { path: 'phoneNumbers[type eq "work"].value', value: person.telephoneNumber },
          { path: 'phoneNumbers[type eq "mobile"].value', value: person.mobile },
          { path: 'preferredLanguage', value: person.preferredLanguage },
          { path: `${ENTERPRISE_SCHEMA}:employeeNumber`, value: person.employeeId },
          { path: `${ENTERPRISE_SCHEMA}:department`, value: person.department }
        ]
  return values.filter(({ value }) => value !== '')
}

/** The body of Entra's POST /Users in its own order: mapped values as a resource, `meta` before the name, an empty `roles` array. */
export function createBody(values: MappedValue[], mapping: MappingName): JsonObject {
  const hasEnterprise = values.some(({ path }) => path.startsWith(ENTERPRISE_SCHEMA))
  const body: JsonObject = { schemas: hasEnterprise ? [USER_SCHEMA, ENTERPRISE_SCHEMA] : [USER_SCHEMA] }
  for (const { path, value } of values) {
    if (path.startsWith('name.')) body.meta ??= { resourceType: 'User' }
    setValue(body, path, value)
  }
  body.meta ??= { resourceType: 'User' }
  if (mapping === 'default') body.roles = []
  return body
}

const FILTERED = /^(\w+)\[type eq "(\w+)"\]\.(\w+)$/

function setValue(body: JsonObject, path: string, value: string | boolean) {
  const filtered = FILTERED.exec(path)
  if (filtered) {
    const [, attribute, type, sub] = filtered as unknown as [string, string, string, string]
    const elements = (body[attribute] ??= []) as JsonObject[]
    let element = elements.find(candidate => candidate.type === type)
    if (!element) elements.push((element = type === 'work' ? { primary: true, type } : { type }))
    element[sub] = value
    return
  }
  const [parent, name] = splitPath(path)
  if (parent === null) body[name] = value
  else ((body[parent] ??= {}) as JsonObject)[name] = value
}

/** The value that a resource has at a mapped path, or undefined. */
export function valueAt(resource: JsonObject, path: string): Json | undefined {
  const filtered = FILTERED.exec(path)
  if (filtered) {
    const [, attribute, type, sub] = filtered as unknown as [string, string, string, string]
    const elements = resource[attribute]
    if (!Array.isArray(elements)) return undefined
    return elements.map(asObject).find(element => element.type === type)?.[sub]
  }
  const [parent, name] = splitPath(path)
  return parent === null ? resource[name] : asObject(resource[parent])[name]
}

/** `name.givenName` → name, givenName; `urn:…:User:department` → urn:…:User, department; `title` → null, title. */
function splitPath(path: string): [parent: string | null, name: string] {
  const at = path.startsWith('urn:') ? path.lastIndexOf(':') : path.indexOf('.')
  return at < 0 ? [null, path] : [path.slice(0, at), path.slice(at + 1)]
}

export const asObject = (value: Json | undefined): JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {}

/** One difference between what the mapping makes and what the target holds. */
export interface Difference extends MappedValue {
  hadValue: boolean
}

/** Entra compares as text: Add where the target has nothing, Replace where it differs, nothing where it is equal. */
export function differences(values: MappedValue[], resource: JsonObject): Difference[] {
  return values.flatMap(({ path, value }) => {
    const present = valueAt(resource, path)
    const hadValue = present !== undefined && present !== null && present !== ''
    return hadValue && String(present) === String(value) ? [] : [{ path, value, hadValue }]
  })
}
