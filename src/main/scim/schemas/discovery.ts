import type { Attribute } from '../model'
import { boolean, complex, integer, readOnly, reference, schema, string } from './attribute'

const CORE = 'urn:ietf:params:scim:schemas:core:2.0'
export const SERVICE_PROVIDER_CONFIG_SCHEMA = `${CORE}:ServiceProviderConfig`
export const RESOURCE_TYPE_SCHEMA = `${CORE}:ResourceType`
export const SCHEMA_SCHEMA = `${CORE}:Schema`

const required = { required: true }
const exact = { caseExact: true }
const supported = () => boolean('supported', 'Whether the feature is supported.', required)
const feature = (name: string, description: string, more: Attribute[] = []) =>
  complex(name, description, [supported(), ...more], required)

/** RFC 7643 §5 and §8.7.2, with the pagination of RFC 9865 §4. */
const serviceProviderConfigSchema = schema(
  SERVICE_PROVIDER_CONFIG_SCHEMA,
  'Service Provider Configuration',
  "The service provider's configuration",
  [
    reference('documentationUri', 'The address of help for people.', ['external']),
    feature('patch', 'PATCH options.'),
    feature('bulk', 'Bulk options.', [
      integer('maxOperations', 'The maximum number of operations.', required),
      integer('maxPayloadSize', 'The maximum payload size in bytes.', required)
    ]),
    feature('filter', 'Filter options.', [
      integer('maxResults', 'The maximum number of resources in an answer.', required)
    ]),
    feature('changePassword', 'Options for changing a password.'),
    feature('sort', 'Sort options.'),
    feature('etag', 'ETag options.'),
    complex('pagination', 'Pagination options.', [
      boolean('cursor', 'Whether cursor pagination is supported.', required),
      boolean('index', 'Whether index pagination is supported.', required),
      string('defaultPaginationMethod', 'The kind of pagination used by default.', {
        canonicalValues: ['cursor', 'index']
      }),
      integer('defaultPageSize', 'The number of resources on a page by default.'),
      integer('maxPageSize', 'The maximum number of resources on a page.'),
      integer('cursorTimeout', 'How many seconds a cursor stays valid.')
    ]),
    complex(
      'authenticationSchemes',
      'The authentication schemes supported.',
      [
        string('type', 'The authentication scheme.', {
          required: true,
          canonicalValues: ['oauth', 'oauth2', 'oauthbearertoken', 'httpbasic', 'httpdigest']
        }),
        string('name', 'The common name of the scheme.', required),
        string('description', 'A description of the scheme.', required),
        reference('specUri', "The address of the scheme's specification.", ['external']),
        reference('documentationUri', 'The address of help for people.', ['external']),
        boolean('primary', 'Whether this is the preferred scheme.')
      ],
      { multiValued: true, required: true }
    )
  ]
)

/** RFC 7643 §6 and §8.7.2. */
const resourceTypeSchema = schema(RESOURCE_TYPE_SCHEMA, 'ResourceType', 'The schema of a resource type', [
  string('id', 'The identifier of the resource type.'),
  string('name', 'The name of the resource type.', required),
  string('description', 'A description of the resource type.'),
  reference('endpoint', 'The endpoint relative to the base URL, such as "/Users".', ['uri'], required),
  reference('schema', 'The URI of the base schema.', ['uri'], required),
  complex(
    'schemaExtensions',
    'The schema extensions of the resource type.',
    [
      reference('schema', 'The URI of the extension.', ['uri'], required),
      boolean('required', 'Whether every resource of the type must have the extension.', required)
    ],
    { multiValued: true }
  )
])

const characteristics = (parts: Attribute[]) => [
  string('name', "The attribute's name.", { ...required, ...exact }),
  string('type', "The attribute's data type.", {
    required: true,
    canonicalValues: ['string', 'complex', 'boolean', 'decimal', 'integer', 'dateTime', 'reference', 'binary']
  }),
  boolean('multiValued', 'Whether the attribute has several values.', required),
  string('description', 'A description of the attribute.', exact),
  boolean('required', 'Whether the attribute is required.'),
  string('canonicalValues', 'Suggested values.', { multiValued: true, ...exact }),
  boolean('caseExact', 'Whether upper and lower case differ.'),
  string('mutability', 'Whether and when the attribute can be changed.', {
    ...exact,
    canonicalValues: ['readOnly', 'readWrite', 'immutable', 'writeOnly']
  }),
  string('returned', 'When the attribute is returned.', {
    ...exact,
    canonicalValues: ['always', 'never', 'default', 'request']
  }),
  string('uniqueness', 'How unique a value must be.', {
    ...exact,
    canonicalValues: ['none', 'server', 'global']
  }),
  string('referenceTypes', 'What a reference may refer to.', { multiValued: true, ...exact }),
  ...parts
]

/** RFC 7643 §7 and §8.7.2. */
const schemaSchema = schema(SCHEMA_SCHEMA, 'Schema', 'The schema of a schema', [
  string('id', 'The URI of the schema.', required),
  string('name', 'The name of the schema.'),
  string('description', 'A description of the schema.'),
  complex(
    'attributes',
    'The attributes of the schema.',
    characteristics([
      complex('subAttributes', 'The parts of a complex attribute.', characteristics([]), {
        multiValued: true
      })
    ]),
    { multiValued: true, required: true }
  )
])

/** The schemas of discovery itself. All of it is read-only (RFC 7644 §4). */
export const discoverySchemas = [serviceProviderConfigSchema, resourceTypeSchema, schemaSchema].map(
  ({ attributes, ...rest }) => ({ ...rest, attributes: attributes.map(readOnly) })
)
