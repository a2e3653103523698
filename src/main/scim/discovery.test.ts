import { describe, expect, test } from 'vitest'
import { ENTERPRISE_SCHEMA, GROUP_SCHEMA, USER_SCHEMA, type Json } from '../../shared/scim'
import { resourceTypeResources, schemaResources, serviceProviderConfig } from './discovery'
import { builtInRegistry } from './registry'

const baseUrl = 'https://scim.contoso.example/scim/v2'
const schemas = schemaResources(builtInRegistry, baseUrl)

test('RFC 7643 §5, RFC 9865 §4: ServiceProviderConfig', () => {
  expect(serviceProviderConfig(baseUrl)).toMatchObject({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
    patch: { supported: true },
    bulk: { supported: true, maxOperations: 1000, maxPayloadSize: 16_777_216 },
    filter: { supported: true, maxResults: 1000 },
    changePassword: { supported: false },
    pagination: { cursor: true, index: true, defaultPaginationMethod: 'index', maxPageSize: 1000 },
    authenticationSchemes: [{ type: 'oauthbearertoken' }],
    meta: { location: `${baseUrl}/ServiceProviderConfig` }
  })
})

test('RFC 7643 §6: ResourceTypes, User first', () => {
  expect(resourceTypeResources(builtInRegistry, baseUrl)).toMatchObject([
    {
      id: 'User',
      endpoint: '/Users',
      schema: USER_SCHEMA,
      schemaExtensions: [{ schema: ENTERPRISE_SCHEMA, required: false }],
      meta: { resourceType: 'ResourceType', location: `${baseUrl}/ResourceTypes/User` }
    },
    { id: 'Group', endpoint: '/Groups', schema: GROUP_SCHEMA }
  ])
})

describe('RFC 7643 §7: Schemas', () => {
  test('every schema, those of discovery included', () => {
    expect(schemas.map(({ id }) => id)).toEqual([
      USER_SCHEMA,
      GROUP_SCHEMA,
      ENTERPRISE_SCHEMA,
      'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig',
      'urn:ietf:params:scim:schemas:core:2.0:ResourceType',
      'urn:ietf:params:scim:schemas:core:2.0:Schema'
    ])
    expect(schemas[0]!.meta).toEqual({
      resourceType: 'Schema',
      location: `${baseUrl}/Schemas/${USER_SCHEMA}`
    })
  })

  test('the types that Entra derives its mappings from are listed', () => {
    expect(schemas[0]).toMatchObject({
      attributes: expect.arrayContaining([
        expect.objectContaining({
          name: 'phoneNumbers',
          subAttributes: expect.arrayContaining([
            expect.objectContaining({
              name: 'type',
              canonicalValues: ['work', 'home', 'mobile', 'fax', 'pager', 'other']
            })
          ])
        })
      ])
    })
  })

  test('the displayName of groups is unique, except by the letter', () => {
    const uniqueness = (resources: typeof schemas) =>
      (resources[1]!.attributes as { uniqueness: string }[])[0]!.uniqueness
    expect(uniqueness(schemas)).toBe('server')
    expect(uniqueness(schemaResources(builtInRegistry, baseUrl, 'rfc'))).toBe('none')
    expect(uniqueness(schemaResources(builtInRegistry, baseUrl))).toBe('server')
  })
})

test('Entra: no nulls and no undefined members anywhere in discovery', () => {
  const all: Json = [
    serviceProviderConfig(baseUrl),
    ...resourceTypeResources(builtInRegistry, baseUrl),
    ...schemas
  ]
  expect(JSON.parse(JSON.stringify(all))).toStrictEqual(all)
  expect(JSON.stringify(all)).not.toContain('null')
})
