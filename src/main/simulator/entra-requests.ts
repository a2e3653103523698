import { ENTERPRISE_SCHEMA, GROUP_SCHEMA, type Json, type JsonObject, PATCH_OP } from '../../shared/scim'
import type { Difference } from './mapping'

/** A request as it goes on the wire, below the base URL. */
export interface ScimRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  body?: JsonObject
}

/**
 * How Entra writes PATCH: `plain` is the default ("flag off": capitalised ops, text booleans, members removed by value array),
 * `flag` is what `aadOptscim062020` on the Tenant URL changes. Provision on demand is always `plain`.
 */
export type EntraDialect = 'plain' | 'flag'

const MANAGER = `${ENTERPRISE_SCHEMA}:manager`

/** Entra's own escaping: blanks as `+`, the rest as lower-case hex, `! ( ) *` left alone. */
export const encodeQuery = (text: string): string =>
  encodeURIComponent(text)
    .replace(/'/g, '%27')
    .replace(/%[0-9A-F]{2}/g, hex => hex.toLowerCase())
    .replace(/%20/g, '+')

export const lookUpUser = (attribute: string, value: string): ScimRequest => ({
  method: 'GET',
  path: `/Users?filter=${encodeQuery(`${attribute} eq "${value}"`)}`
})

export const lookUpGroup = (attribute: string, value: string): ScimRequest => ({
  method: 'GET',
  path: `/Groups?excludedAttributes=members&filter=${encodeQuery(`${attribute} eq "${value}"`)}`
})

export const readUser = (id: string): ScimRequest => ({ method: 'GET', path: `/Users/${id}` })

export const createUser = (body: JsonObject): ScimRequest => ({ method: 'POST', path: '/Users', body })

export const deleteUser = (id: string): ScimRequest => ({ method: 'DELETE', path: `/Users/${id}` })

/** One operation a changed attribute, or with the flag one path-less operation for all that need no filter. */
export function updateUser(id: string, found: Difference[], dialect: EntraDialect): ScimRequest {
  return patch(`/Users/${id}`, dialect === 'plain' ? found.map(plainOperation) : flagOperations(found))
}

function plainOperation({ path, value, hadValue }: Difference): JsonObject {
  return {
    op: hadValue ? 'Replace' : 'Add',
    path,
    value: typeof value === 'boolean' ? booleanText(value) : value
  }
}

const booleanText = (value: boolean) => (value ? 'True' : 'False')

function flagOperations(found: Difference[]): JsonObject[] {
  const single = found.filter(({ path }) => !path.includes('['))
  const filtered = found.filter(({ path }) => path.includes('['))
  const operations: JsonObject[] = filtered.map(({ path, value, hadValue }) => ({
    op: hadValue ? 'replace' : 'add',
    path,
    value
  }))
  if (single.length === 1) {
    const [{ path, value, hadValue }] = single as [Difference]
    operations.push({ op: hadValue ? 'replace' : 'add', path, value })
  } else if (single.length > 1) {
    operations.push({
      op: 'replace',
      value: Object.fromEntries(single.map(({ path, value }) => [path, value]))
    })
  }
  return operations
}

/** Bare text in both dialects. A manager in place of another is recorded with a small `replace` even where ops are capitalised. */
export const setManager = (
  id: string,
  managerId: string,
  hadManager: boolean,
  dialect: EntraDialect
): ScimRequest =>
  patch(`/Users/${id}`, [
    { op: hadManager ? 'replace' : opName('add', dialect), path: MANAGER, value: managerId }
  ])

/** Written without the extension's URN, and by filter (observed). */
export const removeManager = (id: string, managerId: string, dialect: EntraDialect): ScimRequest =>
  patch(`/Users/${id}`, [{ op: opName('remove', dialect), path: `manager[value eq "${managerId}"]` }])

/** The reference check: does this user have this manager already? */
export const checkManager = (id: string, managerId: string): ScimRequest => ({
  method: 'GET',
  path: `/Users?attributes=id&filter=${encodeQuery(`id eq "${id}" and manager eq "${managerId}"`)}`
})

export const createGroup = (displayName: string, externalId: string): ScimRequest => ({
  method: 'POST',
  path: '/Groups',
  body: { schemas: [GROUP_SCHEMA], externalId, displayName, members: [], meta: { resourceType: 'Group' } }
})

export const renameGroup = (id: string, displayName: string, dialect: EntraDialect): ScimRequest =>
  patch(`/Groups/${id}`, [
    dialect === 'plain'
      ? { op: 'Replace', path: 'displayName', value: displayName }
      : { op: 'replace', value: { displayName } }
  ])

export const addMembers = (id: string, memberIds: string[], dialect: EntraDialect): ScimRequest =>
  patch(`/Groups/${id}`, [
    {
      op: opName('add', dialect),
      path: 'members',
      value: memberIds.map((value): JsonObject => (dialect === 'plain' ? { $ref: null, value } : { value }))
    }
  ])

export const removeMembers = (id: string, memberIds: string[], dialect: EntraDialect): ScimRequest =>
  patch(
    `/Groups/${id}`,
    dialect === 'plain'
      ? [{ op: 'Remove', path: 'members', value: memberIds.map(value => ({ $ref: null, value })) }]
      : memberIds.map(value => ({ op: 'remove', path: `members[value eq "${value}"]` }))
  )

/** The reference check: is this one a member already? */
export const checkMember = (groupId: string, userId: string): ScimRequest => ({
  method: 'GET',
  path: `/Groups?filter=${encodeQuery(`id eq "${groupId}" and members eq "${userId}"`)}&attributes=id`
})

export const deleteGroup = (id: string): ScimRequest => ({ method: 'DELETE', path: `/Groups/${id}` })

const opName = (op: 'add' | 'remove', dialect: EntraDialect): string =>
  dialect === 'flag' ? op : op.charAt(0).toUpperCase() + op.slice(1)

const patch = (path: string, operations: Json[]): ScimRequest => ({
  method: 'PATCH',
  path,
  body: { schemas: [PATCH_OP], Operations: operations }
})
