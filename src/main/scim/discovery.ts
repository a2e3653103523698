import { type Compatibility, GROUP_SCHEMA, type JsonObject } from '../../shared/scim'
import type { Attribute, Registry, ResourceType, Schema } from './model'
import { RESOURCE_TYPE_SCHEMA, SCHEMA_SCHEMA, SERVICE_PROVIDER_CONFIG_SCHEMA } from './schemas/discovery'

/** The limits that ServiceProviderConfig announces, kept by those who enforce them. Sizes are bytes. */
export const LIMITS = {
  maxBulkOperations: 1000,
  maxBulkPayloadSize: 16_777_216,
  /** Also the largest page. */
  maxResults: 1000,
  defaultPageSize: 100,
  cursorTimeoutSeconds: 3600
}

/** RFC 7643 §5 and RFC 9865 §4: only what works here. */
export function serviceProviderConfig(baseUrl: string): JsonObject {
  return {
    schemas: [SERVICE_PROVIDER_CONFIG_SCHEMA],
    patch: { supported: true },
    bulk: {
      supported: true,
      maxOperations: LIMITS.maxBulkOperations,
      maxPayloadSize: LIMITS.maxBulkPayloadSize
    },
    filter: { supported: true, maxResults: LIMITS.maxResults },
    changePassword: { supported: false },
    sort: { supported: true },
    etag: { supported: true },
    pagination: {
      cursor: true,
      index: true,
      defaultPaginationMethod: 'index',
      defaultPageSize: LIMITS.defaultPageSize,
      maxPageSize: LIMITS.maxResults,
      cursorTimeout: LIMITS.cursorTimeoutSeconds
    },
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'OAuth Bearer Token',
        description: 'A token made in Usher, sent in the Authorization header.',
        specUri: 'https://www.rfc-editor.org/info/rfc6750',
        primary: true
      }
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${baseUrl}/ServiceProviderConfig` }
  }
}

/** RFC 7643 §6, in the registry's order: User first, as Microsoft's collection wants it. */
export function resourceTypeResources(registry: Registry, baseUrl: string): JsonObject[] {
  return registry.models.map(({ type }) => resourceTypeResource(type, baseUrl))
}

function resourceTypeResource(type: ResourceType, baseUrl: string): JsonObject {
  return {
    schemas: [RESOURCE_TYPE_SCHEMA],
    id: type.id,
    name: type.name,
    description: type.description,
    endpoint: type.endpoint,
    schema: type.schema,
    ...(type.schemaExtensions.length > 0 && {
      schemaExtensions: type.schemaExtensions.map(({ schema, required }) => ({ schema, required }))
    }),
    meta: {
      resourceType: 'ResourceType',
      location: `${baseUrl}/ResourceTypes/${encodeURIComponent(type.id)}`
    }
  }
}

/** RFC 7643 §7. Without nulls and with every characteristic spelled out, as Entra's schema import wants it. */
export function schemaResources(
  registry: Registry,
  baseUrl: string,
  compatibility: Compatibility = 'entra'
): JsonObject[] {
  return registry.schemas.map(schema => schemaResource(schema, baseUrl, compatibility))
}

function schemaResource(schema: Schema, baseUrl: string, compatibility: Compatibility): JsonObject {
  const attributes = schema.attributes.map(attributeObject)
  if (schema.id === GROUP_SCHEMA && compatibility === 'rfc') allowSameNames(attributes)
  return {
    schemas: [SCHEMA_SCHEMA],
    id: schema.id,
    name: schema.name,
    description: schema.description,
    attributes,
    meta: { resourceType: 'Schema', location: `${baseUrl}/Schemas/${schema.id}` }
  }
}

/** RFC 7643 §8.7.1 leaves the displayName of groups free; Microsoft's validator wants it unique. */
function allowSameNames(attributes: JsonObject[]): void {
  for (const attribute of attributes) if (attribute.name === 'displayName') attribute.uniqueness = 'none'
}

function attributeObject(attribute: Attribute): JsonObject {
  const { type, canonicalValues, referenceTypes, subAttributes } = attribute
  return {
    name: attribute.name,
    type,
    multiValued: attribute.multiValued,
    description: attribute.description,
    required: attribute.required,
    ...(type !== 'complex' && type !== 'boolean' && { caseExact: attribute.caseExact }),
    mutability: attribute.mutability,
    returned: attribute.returned,
    uniqueness: attribute.uniqueness,
    ...(canonicalValues.length > 0 && { canonicalValues }),
    ...(type === 'reference' && { referenceTypes }),
    ...(type === 'complex' && { subAttributes: subAttributes.map(attributeObject) })
  }
}
