import { ENTERPRISE_SCHEMA, type Json, type JsonObject } from '../../../shared/scim'
import { dnValue, ldifEntry, type LdifValue } from './ldif'

const PEOPLE = 'ou=people,o=usher'
const GROUPS = 'ou=groups,o=usher'
/** groupOfNames must have a member (RFC 4519 §3.5); in an empty group this stands for nobody. */
const NOBODY = 'cn=nobody,o=usher'

/** The branches that the entries hang from, for a directory that starts empty. */
export const LDIF_BASE = [
  ldifEntry('o=usher', [
    ['objectClass', 'organization'],
    ['o', 'usher']
  ]),
  ...[PEOPLE, GROUPS].map(dn =>
    ldifEntry(dn, [
      ['objectClass', 'organizationalUnit'],
      ['ou', dn.slice(3, dn.indexOf(','))]
    ])
  )
].join('')

export const userDn = (userName: string): string => `uid=${dnValue(userName)},${PEOPLE}`
/** @param twin its id, where another group has the same name: a name alone would then be no name */
export const groupDn = (displayName: string, twin: string | null): string =>
  `cn=${dnValue(displayName)}${twin === null ? '' : `+description=${dnValue(`id ${twin}`)}`},${GROUPS}`

/** RFC 2798. @param managerDn of the manager, when that is somebody here */
export function userLdif(id: string, user: JsonObject, managerDn: string | null): string {
  const userName = text(user.userName)
  const displayName = text(user.displayName)
  const name = object(user.name)
  const enterprise = object(user[ENTERPRISE_SCHEMA])
  const cn = displayName || text(name.formatted) || userName
  const address = object(list(user.addresses).find(isPrimary) ?? list(user.addresses)[0])
  const phones = (types: string[], isIn: boolean) =>
    list(user.phoneNumbers)
      .map(object)
      .filter(phone => types.includes(text(phone.type)) === isIn)
      .map(phone => text(phone.value))
  const values: LdifValue[] = [
    ...['top', 'person', 'organizationalPerson', 'inetOrgPerson'].map((name): LdifValue => [
      'objectClass',
      name
    ]),
    ['uid', userName],
    ['cn', cn],
    // person must have one (RFC 4519 §3.12).
    ['sn', text(name.familyName) || cn],
    ['givenName', text(name.givenName)],
    ['displayName', displayName],
    ['title', text(user.title)],
    ...all(
      'mail',
      list(user.emails).map(email => text(object(email).value))
    ),
    ...all('telephoneNumber', phones(['mobile', 'fax', 'pager', 'home'], false)),
    ...all('mobile', phones(['mobile'], true)),
    ...all('facsimileTelephoneNumber', phones(['fax'], true)),
    ...all('homePhone', phones(['home'], true)),
    ['street', text(address.streetAddress)],
    ['l', text(address.locality)],
    ['st', text(address.region)],
    ['postalCode', text(address.postalCode)],
    ['preferredLanguage', text(user.preferredLanguage)],
    ['employeeNumber', text(enterprise.employeeNumber)],
    ['departmentNumber', text(enterprise.department)],
    ['o', text(enterprise.organization)],
    ['manager', managerDn ?? ''],
    ['description', `id ${id}${user.active === false ? ', disabled' : ''}`]
  ]
  return ldifEntry(userDn(userName), values)
}

export function groupLdif(id: string, displayName: string, dn: string, memberDns: string[]): string {
  const cn = displayName || id
  return ldifEntry(dn, [
    ['objectClass', 'top'],
    ['objectClass', 'groupOfNames'],
    ['cn', cn],
    ['description', `id ${id}`],
    ...all('member', memberDns.length > 0 ? memberDns : [NOBODY])
  ])
}

const all = (attribute: string, values: string[]): LdifValue[] =>
  [...new Set(values)].map(value => [attribute, value])
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')
const list = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : [])
const object = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
const isPrimary = (value: Json): boolean => object(value).primary === true
