import type { ToleranceUse } from '../exchange'

interface Tolerance {
  /** What was read in place of what was sent, for people. */
  sentence: string
  /** The row of the tolerance table in docs/entra.md; null for habits it does not list. */
  rule: `T${number}` | null
  /** Where the habit was seen. */
  evidence: string
}

/** Every habit of a client that this server reads generously. The names are stored with exchanges: they never change. */
export const TOLERANCES = {
  'op-in-capitals': {
    sentence: 'The operation’s name was written in another case than RFC 7644 has it; case was ignored.',
    rule: 'T8',
    evidence: 'Entra without aadOptscim062020 writes Add, Replace and Remove.'
  },
  'name-in-another-case': {
    sentence: 'An attribute’s name was written in another case; it was read as the schema spells it.',
    rule: 'T9',
    evidence: 'RFC 7643 §2.1.'
  },
  'boolean-as-text': {
    sentence: 'Entra sent a boolean as text; read as true or false, because the schema says boolean.',
    rule: 'T10',
    evidence: 'Entra without aadOptscim062020 writes "True" and "False".'
  },
  'quoted-boolean-in-filter': {
    sentence: 'A filter compared a boolean with quoted text; read as true or false.',
    rule: 'T11',
    evidence: 'Entra’s role mapping roles[primary eq "True"].value.'
  },
  'quoted-number-in-filter': {
    sentence: 'A filter compared a number with quoted text; read as a number.',
    rule: null,
    evidence: 'Entra quotes whatever it compares with.'
  },
  'unquoted-filter-value': {
    sentence: 'A filter’s value came without quotes; read as text.',
    rule: null,
    evidence: 'Microsoft’s documentation: externalId eq jyoung.'
  },
  'sub-attribute-of-value-path': {
    sentence: 'In a filter, a sub-attribute followed the value path; one element had to satisfy both.',
    rule: 'T1',
    evidence: 'Entra matches users by emails[type eq "work"].value.'
  },
  'element-created-from-filter': {
    sentence: 'The path’s filter matched nothing; the value it describes was created.',
    rule: 'T12',
    evidence: 'Entra sends emails[type eq "work"].value for users without a work e-mail.'
  },
  'dotted-key': {
    sentence: 'A key with a dot or a filter, in an operation without path, was read as a path.',
    rule: 'T14',
    evidence: 'Entra with aadOptscim062020 writes "name.givenName".'
  },
  'urn-prefixed-key': {
    sentence: 'A key beginning with an extension’s URN was read as a path into that extension.',
    rule: 'T15',
    evidence: 'Entra with aadOptscim062020 writes "urn:…:User:employeeNumber".'
  },
  'dot-after-urn': {
    sentence: 'An extension’s URN and its attribute were joined by a dot; read as if it were a colon.',
    rule: null,
    evidence: 'Entra’s retired dialect, job ids customappsso.'
  },
  'bare-value': {
    sentence: 'A bare text was read as an object with that value.',
    rule: 'T17',
    evidence: 'Entra sends manager as the bare id, in both dialects.'
  },
  'array-for-single-value': {
    sentence: 'An array of one was read as its one value, because the attribute has a single value.',
    rule: 'T17',
    evidence: 'Microsoft’s example for manager.'
  },
  'wrapped-value': {
    sentence: 'A single value came wrapped in an object; the value inside was read.',
    rule: null,
    evidence: 'Entra’s retired dialect writes [{"$ref": null, "value": "x"}] for single values.'
  },
  'empty-value-means-none': {
    sentence: 'An object with an empty value was read as no value at all.',
    rule: 'T17',
    evidence: 'Microsoft’s SCIM validator clears manager with {"value": ""}.'
  },
  'unprefixed-extension-attribute': {
    sentence: 'An extension’s attribute was named without its URN; the URN was added.',
    rule: 'T18',
    evidence: 'Microsoft’s example has the path "manager".'
  },
  'remove-with-value': {
    sentence: 'A remove carried the current value; the attribute named by the path was removed.',
    rule: 'T20',
    evidence: 'Entra’s Remove of costCenter.'
  },
  'elements-removed-by-value': {
    sentence: 'A remove listed values; only these were removed.',
    rule: 'T22',
    evidence: 'The same habit as for members, on another multi-valued attribute.'
  },
  'members-removed-by-value': {
    sentence: 'Entra sent Remove with a value array; read as removal of these members.',
    rule: 'T22',
    evidence: 'Entra without aadOptscim062020.'
  },
  'bare-member-id': {
    sentence: 'A member was named by its bare id; read as {"value": id}.',
    rule: null,
    evidence: 'JumpCloud’s and other JSON templates.'
  },
  'member-ref-null': {
    sentence: 'A member carried $ref null; ignored, this server writes the address itself.',
    rule: 'T24',
    evidence: 'Entra without aadOptscim062020.'
  },
  'schemas-not-as-agreed': {
    sentence: 'The schemas of the message were missing or other than RFC 7644 wants; ignored.',
    rule: 'T28',
    evidence: 'Entra’s legacy group URI, OneLogin’s and Google’s urn:scim:schemas:core:1.0.'
  },
  'empty-means-absent': {
    sentence: 'An empty text was read as no value.',
    rule: 'T29',
    evidence: 'Okta sends "" for fields that are not filled in.'
  },
  'empty-clears': {
    sentence: 'An empty text cleared the attribute.',
    rule: 'T30',
    evidence: 'Microsoft’s gallery validation replaces with "".'
  },
  'read-only-ignored': {
    sentence: 'A value that only this server writes was sent; it was left as it is.',
    rule: 'T31',
    evidence: 'Okta’s Group Push repeats id in every rename.'
  },
  'unknown-attribute-ignored': {
    sentence: 'No schema here has this attribute; it was ignored.',
    rule: 'T32',
    evidence: 'Mappings made by hand.'
  },
  'unknown-extension-kept': {
    sentence: 'No schema here has this URN; its values were kept as sent.',
    rule: 'T41',
    evidence: 'Entra’s custom target attributes.'
  },
  'extension-not-listed': {
    sentence: 'Values of an extension came without its URN in schemas; the URN was added.',
    rule: 'T41',
    evidence: 'Entra’s custom target attributes.'
  },
  'single-value-for-list': {
    sentence: 'One value was sent where a list belongs; read as a list of one.',
    rule: null,
    evidence: 'JSON templates of several identity providers.'
  },
  'number-as-text': {
    sentence: 'A number was sent as text; read as a number, because the schema says so.',
    rule: null,
    evidence: 'Entra’s expressions produce text.'
  },
  'several-primary': {
    sentence: 'More than one value was marked primary; the first one was kept as primary.',
    rule: null,
    evidence: 'Ping Identity may mark several values.'
  },
  'operations-in-another-form': {
    sentence: 'The list of operations was spelled or shaped differently; read as Operations.',
    rule: null,
    evidence: 'Clients that write "operations", or one object in place of the array.'
  },
  'empty-path': {
    sentence: 'The path was empty; read as an operation without path.',
    rule: null,
    evidence: 'Clients that always write the field.'
  },
  'null-members-ignored': {
    sentence: 'The list of members was null; the members were left as they are.',
    rule: 'T29',
    evidence: 'Serialisers that write null for fields that were not set.'
  },
  'password-not-kept': {
    sentence: 'A password was sent; only the moment it was set is kept.',
    rule: null,
    evidence: 'Okta’s create and password sync.'
  }
} as const satisfies Record<string, Tolerance>

export type ToleranceName = keyof typeof TOLERANCES

/** What a tolerance did, for people; the name itself when it comes from a version that knows more than this one. */
export function explainTolerance(
  { name }: Pick<ToleranceUse, 'name'>,
  words: Record<ToleranceName, { sentence: string; evidence: string }> = TOLERANCES
): { sentence: string; evidence: string } {
  return isToleranceName(name) ? words[name] : { sentence: name, evidence: '' }
}

const isToleranceName = (name: string): name is ToleranceName => Object.hasOwn(TOLERANCES, name)
