import type { Attribute } from '../model'
import { attribute, complex, readOnly, reference, string } from './attribute'

/** RFC 7643 §3 and §3.1: what every resource has, whatever its schema says. Not listed by any schema. */
export const COMMON_ATTRIBUTES: Attribute[] = [
  reference('schemas', 'The URIs of the schemas that this resource uses.', ['uri'], {
    multiValued: true,
    required: true,
    returned: 'always'
  }),
  string('id', 'The identifier this server has given to the resource.', {
    caseExact: true,
    mutability: 'readOnly',
    returned: 'always',
    uniqueness: 'server'
  }),
  string('externalId', 'The identifier of the resource as defined by the provisioning client.', {
    caseExact: true
  }),
  readOnly(
    complex('meta', 'What this server knows about the resource.', [
      string('resourceType', 'The name of the resource type.', { caseExact: true }),
      attribute('dateTime', 'created', 'When the resource was added to this server.'),
      attribute('dateTime', 'lastModified', 'When the resource was last changed on this server.'),
      reference('location', 'The URI of the resource.', ['uri']),
      string('version', 'The version of the resource, as in the ETag header.', { caseExact: true })
    ])
  )
]
