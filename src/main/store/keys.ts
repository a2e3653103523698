import { ENTERPRISE_SCHEMA, GROUP_SCHEMA, USER_SCHEMA, type Json, type JsonObject } from '../../shared/scim'
import { fold } from '../scim/fold'

/** What of a document lies in columns, because it is unique or looked up. */
export interface Keys {
  active: number | null
  userNameKey: string | null
  externalId: string | null
  displayNameKey: string | null
  managerId: string | null
  name: string
}

/**
 * @param schema the URN of the resource type's core schema. `userName` and `displayName` are keys only where they are RFC 7643's
 * own; a custom schema may give the same name another meaning.
 */
export function keysOf(schema: string, id: string, document: JsonObject): Keys {
  const isUser = schema === USER_SCHEMA
  const userName = text(document.userName)
  const displayName = text(document.displayName)
  const { manager } = object(document[ENTERPRISE_SCHEMA])
  return {
    active: isUser && typeof document.active === 'boolean' ? Number(document.active) : null,
    userNameKey: isUser && userName !== null ? fold(userName) : null,
    externalId: text(document.externalId),
    displayNameKey: hasDisplayNameKey(schema) && displayName !== null ? fold(displayName) : null,
    managerId: isUser ? text(object(manager).value) : null,
    name: displayName || userName || id
  }
}

export const hasDisplayNameKey = (schema: string): boolean =>
  schema === USER_SCHEMA || schema === GROUP_SCHEMA

/** 1 for a user that is, for the counts. */
export const isDisabled = ({ active }: Keys): number => Number(active === 0)

/** In SQL: the displayName as it was written, NULL when there is none. `name` is what people are told in place of one. */
export const displayNameIn = (table: string): string =>
  `iif(${table}.display_name_key <> '', ${table}.name, NULL)`

/** Under which keys a document stands in `elements` as `EMAILS_VALUE`. */
export function emailKeysOf(schema: string, document: JsonObject): ReadonlySet<string> {
  if (schema !== USER_SCHEMA || !Array.isArray(document.emails)) return NONE
  const keys = new Set<string>()
  for (const email of document.emails) {
    const value = text(object(email).value)
    if (value !== null) keys.add(fold(value))
  }
  return keys
}

const NONE: ReadonlySet<string> = new Set()

export const EMAILS_VALUE = 'emails.value'

const text = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null)

const object = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
