import { ENTERPRISE_SCHEMA, type Json, type JsonObject } from './scim'
import type { ToleranceUse } from './exchange'

/** What this server wants of a user; everything else is welcome but nobody needs it. */
export const NEEDED_OF_USERS = [
  'userName',
  'active',
  'emails[type eq "work"].value',
  'name.givenName',
  'name.familyName',
  'externalId'
]
/** Without these nothing works: who it is, whether it is enabled, and how Entra finds it again. */
const REQUIRED_OF_USERS = ['userName', 'active', 'externalId']

/** A recorded request that created a user, or changed one. */
export interface SeenRequest {
  exchangeId: number
  body: Json
  tolerances: ToleranceUse[]
}

export interface MappingCheck {
  /** How many creations were looked at. */
  seenCount: number
  /** Needed and always there. */
  arriving: string[]
  /** Required but never sent. */
  missing: string[]
  /** Needed but never sent; works without. */
  absent: string[]
  /** Sent, though nobody here needs it. */
  extra: string[]
  /** `externalId` that looks like a mail nickname: it changes when a person is renamed. */
  nickname: { value: string; exchangeId: number } | null
  /** Values of another type than the schema says, read kindly. */
  readKindly: { name: string; detail: string; exchangeId: number }[]
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const MOST_SHOWN = 20

/** What real traffic says about the attribute mapping. `requests`: creations of users, newest first. */
export function checkMapping(requests: SeenRequest[]): MappingCheck | null {
  const created = requests.filter(({ body }) => isObject(body))
  if (created.length === 0) return null

  const seen = created.map(({ body }) => new Set(attributePaths(body as JsonObject)))
  const everSent = new Set(seen.flatMap(paths => [...paths]))
  const isSent = (path: string) => everSent.has(path)

  return {
    seenCount: created.length,
    arriving: NEEDED_OF_USERS.filter(isSent),
    missing: REQUIRED_OF_USERS.filter(path => !isSent(path)),
    absent: NEEDED_OF_USERS.filter(path => !isSent(path) && !REQUIRED_OF_USERS.includes(path)),
    extra: [...everSent]
      .filter(path => !NEEDED_OF_USERS.includes(path))
      .toSorted()
      .slice(0, MOST_SHOWN),
    nickname: nicknameIn(created),
    readKindly: created
      .flatMap(({ exchangeId, tolerances }) => tolerances.map(use => ({ ...use, exchangeId })))
      .slice(0, MOST_SHOWN)
  }
}

function nicknameIn(created: SeenRequest[]): MappingCheck['nickname'] {
  for (const { exchangeId, body } of created) {
    const value = isObject(body) ? body.externalId : undefined
    if (typeof value === 'string' && value !== '' && !UUID.test(value) && !/^\d+$|^00u/.test(value)) {
      return { value, exchangeId }
    }
  }
  return null
}

/** Every attribute of a resource as Entra's mapping page spells it: `emails[type eq "work"].value`. */
export function attributePaths(resource: JsonObject): string[] {
  return Object.entries(resource).flatMap(([name, value]) => {
    if (['schemas', 'meta', 'id'].includes(name)) return []
    if (name.startsWith('urn:') && isObject(value)) {
      return Object.keys(value).map(inner =>
        name === ENTERPRISE_SCHEMA ? `enterprise: ${inner}` : `${name}:${inner}`
      )
    }
    return pathsOf(name, value)
  })
}

function pathsOf(name: string, value: Json): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap(element => elementPaths(name, element)))]
  if (isObject(value)) return Object.keys(value).map(inner => `${name}.${inner}`)
  return [name]
}

function elementPaths(name: string, element: Json): string[] {
  if (!isObject(element)) return [name]
  const { type } = element
  const place = typeof type === 'string' ? `${name}[type eq "${type}"]` : name
  return Object.keys(element)
    .filter(inner => inner !== 'type' && inner !== 'primary')
    .map(inner => `${place}.${inner}`)
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
