import type { ScimType } from '../scim'

/** RFC 7644 §3.12, table 9, and RFC 9865: what each `scimType` says. Entra shows it but does not act on it. */
export const SCIM_TYPES: Record<ScimType, { meaning: string; reference: string }> = {
  invalidFilter: {
    meaning: 'the filter cannot be read, or names an attribute that the schema does not have',
    reference: 'RFC 7644 §3.12, table 9'
  },
  tooMany: {
    meaning: 'the filter would return more than this server sends',
    reference: 'RFC 7644 §3.12, table 9'
  },
  uniqueness: {
    meaning: 'a value that must be unique is already in use',
    reference: 'RFC 7644 §3.12, table 9'
  },
  mutability: {
    meaning: 'the attribute cannot be changed, or not any more',
    reference: 'RFC 7644 §3.12, table 9'
  },
  invalidSyntax: {
    meaning: 'the body is not the JSON that this request needs',
    reference: 'RFC 7644 §3.12, table 9'
  },
  invalidPath: {
    meaning: 'the path of a PATCH operation cannot be read',
    reference: 'RFC 7644 §3.12, table 9'
  },
  noTarget: {
    meaning: 'the path of a PATCH operation leads to nothing that could be changed',
    reference: 'RFC 7644 §3.12, table 9'
  },
  invalidValue: {
    meaning: 'a value is missing, or does not fit what the schema says of its attribute',
    reference: 'RFC 7644 §3.12, table 9'
  },
  invalidVers: { meaning: 'this version of SCIM is not spoken here', reference: 'RFC 7644 §3.12, table 9' },
  sensitive: {
    meaning: 'the address would carry personal data; a search must be sent with POST',
    reference: 'RFC 7644 §3.12, table 9'
  },
  invalidCursor: { meaning: 'the cursor is not one that this server gave', reference: 'RFC 9865 §2.3' },
  expiredCursor: {
    meaning: 'the cursor is too old; begin again with the first page',
    reference: 'RFC 9865 §2.3'
  },
  invalidCount: {
    meaning: 'count differs from the one that the cursor was given for',
    reference: 'RFC 9865 §2.3'
  }
}
