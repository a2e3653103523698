/** Words of RFC 7643/7644 that both sides use. */

export type Json = null | boolean | number | string | Json[] | JsonObject
export type JsonObject = { [name: string]: Json }

export const USER_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:User'
export const GROUP_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:Group'
export const ENTERPRISE_SCHEMA = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

const MESSAGE = 'urn:ietf:params:scim:api:messages:2.0'
export const LIST_RESPONSE = `${MESSAGE}:ListResponse`
export const PATCH_OP = `${MESSAGE}:PatchOp`
export const SEARCH_REQUEST = `${MESSAGE}:SearchRequest`
export const BULK_REQUEST = `${MESSAGE}:BulkRequest`
export const BULK_RESPONSE = `${MESSAGE}:BulkResponse`
export const ERROR = `${MESSAGE}:Error`

export const SCIM_BASE_PATH = '/scim/v2'
export const SCIM_MEDIA_TYPE = 'application/scim+json'

/** How far we bend for a client: `entra` is the default, `rfc` follows the letter (design: compatibility switches). */
export type Compatibility = 'entra' | 'rfc'

/** RFC 7644 §3.12, table 9, plus RFC 9865 §2.3's cursor errors. */
export type ScimType =
  | 'invalidFilter'
  | 'tooMany'
  | 'uniqueness'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue'
  | 'invalidVers'
  | 'sensitive'
  | 'invalidCursor'
  | 'expiredCursor'
  | 'invalidCount'

/** A resource as people are told about it: what it is, which one, what it is called. */
export interface Named {
  type: string
  id: string
  name: string
}
