/** RFC 7643 §7: what an attribute, a schema and a resource type are. Defaults are filled in when a schema is read, so nothing here is optional. */

export type AttributeType =
  'string' | 'boolean' | 'decimal' | 'integer' | 'dateTime' | 'binary' | 'reference' | 'complex'

export interface Attribute {
  name: string
  type: AttributeType
  multiValued: boolean
  description: string
  required: boolean
  canonicalValues: string[]
  caseExact: boolean
  mutability: 'readOnly' | 'readWrite' | 'immutable' | 'writeOnly'
  returned: 'always' | 'never' | 'default' | 'request'
  uniqueness: 'none' | 'server' | 'global'
  referenceTypes: string[]
  /** Empty unless `type` is complex. */
  subAttributes: Attribute[]
}

export interface Schema {
  id: string
  name: string
  description: string
  attributes: Attribute[]
}

export interface ResourceType {
  id: string
  name: string
  description: string
  /** Begins with a slash: `/Users`. */
  endpoint: string
  schema: string
  schemaExtensions: { schema: string; required: boolean }[]
}

/** One resource type with its schemas joined. Looked up through `findAttribute`, which folds the case of names (RFC 7643 §2.1). */
export interface ResourceModel {
  type: ResourceType
  core: Schema
  extensions: Schema[]
}

/** An attribute as a path reaches it, in canonical spelling. */
export interface AttributePath {
  /** The extension's URN, or null for the core schema and the common attributes (id, externalId, meta, schemas). */
  urn: string | null
  attribute: Attribute
  /** The sub-attribute the path ends in, if it does. */
  sub: Attribute | null
}

/** All resource types and schemas this server knows, built-in and from the data folder. */
export interface Registry {
  models: ResourceModel[]
  schemas: Schema[]
}
