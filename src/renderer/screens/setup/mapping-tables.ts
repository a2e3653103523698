/** A mapping as a table: where the value comes from, where it goes. */
export interface MappingTable {
  name: 'minimum' | 'standard' | 'groups'
  rows: [source: string, target: string][]
}

const SOFT_DELETED = 'Switch([IsSoftDeleted], , "False", "True", "True", "False")'
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

const ENTRA_MINIMUM: MappingTable['rows'] = [
  ['userPrincipalName', 'userName'],
  [SOFT_DELETED, 'active'],
  ['mail', 'emails[type eq "work"].value'],
  ['givenName', 'name.givenName'],
  ['surname', 'name.familyName'],
  ['objectId', 'externalId']
]

const ENTRA_STANDARD: MappingTable['rows'] = [
  ['userPrincipalName', 'userName'],
  [SOFT_DELETED, 'active'],
  ['displayName', 'displayName'],
  ['jobTitle', 'title'],
  ['mail', 'emails[type eq "work"].value'],
  ['preferredLanguage', 'preferredLanguage'],
  ['givenName', 'name.givenName'],
  ['surname', 'name.familyName'],
  ['Join(" ", [givenName], [surname])', 'name.formatted'],
  ['physicalDeliveryOfficeName', 'addresses[type eq "work"].formatted'],
  ['streetAddress', 'addresses[type eq "work"].streetAddress'],
  ['city', 'addresses[type eq "work"].locality'],
  ['state', 'addresses[type eq "work"].region'],
  ['postalCode', 'addresses[type eq "work"].postalCode'],
  ['country', 'addresses[type eq "work"].country'],
  ['telephoneNumber', 'phoneNumbers[type eq "work"].value'],
  ['mobile', 'phoneNumbers[type eq "mobile"].value'],
  ['facsimileTelephoneNumber', 'phoneNumbers[type eq "fax"].value'],
  ['mailNickname (better: objectId)', 'externalId'],
  ['employeeId', `${ENTERPRISE}:employeeNumber`],
  ['department', `${ENTERPRISE}:department`],
  ['manager', `${ENTERPRISE}:manager`]
]

const GROUPS: MappingTable['rows'] = [
  ['displayName', 'displayName'],
  ['objectId', 'externalId'],
  ['members', 'members']
]

export const ENTRA_TABLES: MappingTable[] = [
  { name: 'minimum', rows: ENTRA_MINIMUM },
  { name: 'standard', rows: ENTRA_STANDARD },
  { name: 'groups', rows: GROUPS }
]

export const OKTA_TABLES: MappingTable[] = [
  {
    name: 'minimum',
    rows: [
      ['user.login', 'userName'],
      ['(status of the assignment)', 'active'],
      ['user.email', 'emails[type eq "work"].value'],
      ['user.firstName', 'name.givenName'],
      ['user.lastName', 'name.familyName'],
      ['(id of the user)', 'externalId']
    ]
  },
  {
    name: 'groups',
    rows: [
      ['(name of the group)', 'displayName'],
      ['(members of the group)', 'members']
    ]
  }
]

/** Tab-separated, as spreadsheets and wikis take it. */
export const asText = ({ rows }: MappingTable): string => rows.map(row => row.join('\t')).join('\n')
