import { ENTERPRISE_SCHEMA } from '../../../shared/scim'
import { complex, reference, schema, string } from './attribute'

/** RFC 7643 §4.3 and §8.7.1. */
export const enterpriseUserSchema = schema(ENTERPRISE_SCHEMA, 'EnterpriseUser', 'Enterprise User', [
  string('employeeNumber', 'Identifier assigned to a person, typically based on order of hire.'),
  string('costCenter', 'The name of a cost center.'),
  string('organization', 'The name of an organization.'),
  string('division', 'The name of a division.'),
  string('department', 'The name of a department.'),
  complex('manager', "The user's manager.", [
    string('value', "The identifier of the manager's user.", { caseExact: true }),
    reference('$ref', "The address of the manager's user.", ['User']),
    string('displayName', "The manager's display name, filled in by this server.", { mutability: 'readOnly' })
  ])
])
