import { GROUP_SCHEMA } from '../../../shared/scim'
import { complex, reference, schema, string } from './attribute'

/**
 * RFC 7643 §4.2 and §8.7.1. displayName is unique as Microsoft's validator expects; under the `rfc` switch duplicates
 * are allowed and discovery says "none". member values are identifiers and therefore case exact, like `id`.
 */
export const groupSchema = schema(GROUP_SCHEMA, 'Group', 'Group', [
  string('displayName', 'A human-readable name for the group.', { required: true, uniqueness: 'server' }),
  complex(
    'members',
    'The members of the group.',
    [
      string('value', 'Identifier of the member.', { caseExact: true, mutability: 'immutable' }),
      reference('$ref', 'The address of the member.', ['User', 'Group'], { mutability: 'immutable' }),
      string('display', 'The name of the member.', { mutability: 'readOnly' }),
      string('type', 'The type of the member.', {
        canonicalValues: ['User', 'Group'],
        mutability: 'immutable'
      })
    ],
    { multiValued: true }
  )
])
