import { ENTERPRISE_SCHEMA, GROUP_SCHEMA, USER_SCHEMA } from '../../../shared/scim'
import type { ResourceType, Schema } from '../model'
import { discoverySchemas } from './discovery'
import { enterpriseUserSchema } from './enterprise-user'
import { groupSchema } from './group'
import { userSchema } from './user'

export const BUILT_IN_SCHEMAS: Schema[] = [userSchema, groupSchema, enterpriseUserSchema, ...discoverySchemas]

/** RFC 7643 §8.6. */
export const BUILT_IN_RESOURCE_TYPES: ResourceType[] = [
  {
    id: 'User',
    name: 'User',
    description: 'User Account',
    endpoint: '/Users',
    schema: USER_SCHEMA,
    schemaExtensions: [{ schema: ENTERPRISE_SCHEMA, required: false }]
  },
  {
    id: 'Group',
    name: 'Group',
    description: 'Group',
    endpoint: '/Groups',
    schema: GROUP_SCHEMA,
    schemaExtensions: []
  }
]
