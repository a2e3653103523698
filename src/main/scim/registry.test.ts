import { describe, expect, test } from 'vitest'
import { ENTERPRISE_SCHEMA, GROUP_SCHEMA, USER_SCHEMA } from '../../shared/scim'
import { parsePathWord } from './filter/parse'
import { printPath } from './filter/print'
import type { Attribute } from './model'
import {
  builtInRegistry,
  findAttribute,
  findExtension,
  findSpelled,
  findUnprefixed,
  isCoreUrn,
  modelAt,
  modelOf
} from './registry'

const user = modelOf(builtInRegistry, 'User')!
const group = modelOf(builtInRegistry, 'Group')!
const find = (text: string, model = user) => {
  const found = findAttribute(model, parsePathWord(text)!)
  return found && printPath(found)
}

describe('RFC 7643 §2.1: names in any case, with and without URN', () => {
  test.each([
    ['username', 'userName'],
    ['NAME.GIVENNAME', 'name.givenName'],
    ['ID', 'id'],
    ['meta.lastmodified', 'meta.lastModified'],
    [`${USER_SCHEMA.toLowerCase()}:username`, 'userName'],
    [`${USER_SCHEMA}:externalId`, 'externalId'],
    [`${ENTERPRISE_SCHEMA.toUpperCase()}:MANAGER.$REF`, `${ENTERPRISE_SCHEMA}:manager.$ref`],
    [`${ENTERPRISE_SCHEMA}:department`, `${ENTERPRISE_SCHEMA}:department`]
  ])('%s is %s', (text, expected) => expect(find(text)).toBe(expected))

  test.each([
    'department',
    'manager',
    'unknown',
    'name.unknown',
    'userName.value',
    `${USER_SCHEMA}:department`,
    `${ENTERPRISE_SCHEMA}:userName`,
    `${GROUP_SCHEMA}:displayName`,
    ENTERPRISE_SCHEMA,
    '__proto__',
    'constructor',
    'name.__proto__',
    'name.constructor',
    '__proto__:userName',
    'toString.name'
  ])('a user has no %s', text => expect(find(text)).toBeNull())

  test('a group has members', () => expect(find('members.$ref', group)).toBe('members.$ref'))

  test.each([
    'userName',
    'name.givenName',
    'emails.value',
    'meta.lastModified',
    `${ENTERPRISE_SCHEMA}:department`,
    `${ENTERPRISE_SCHEMA}:manager.$ref`
  ])('%s is found as it is spelled, without being parsed', text => {
    expect(findSpelled(user, text)).toBe(findAttribute(user, parsePathWord(text)!))
    expect(printPath(findSpelled(user, text)!)).toBe(text)
  })

  test.each(['username', ' userName', 'department', 'name.unknown', ENTERPRISE_SCHEMA, '__proto__', ''])(
    'nothing is spelled "%s"',
    text => expect(findSpelled(user, text)).toBeNull()
  )

  test('a whole URN is an extension or the core schema', () => {
    expect(findExtension(user, ENTERPRISE_SCHEMA.toLowerCase())?.id).toBe(ENTERPRISE_SCHEMA)
    expect(findExtension(user, parsePathWord(ENTERPRISE_SCHEMA)!)?.id).toBe(ENTERPRISE_SCHEMA)
    expect(findExtension(user, USER_SCHEMA)).toBeNull()
    expect(isCoreUrn(user, USER_SCHEMA.toUpperCase())).toBe(true)
    expect(isCoreUrn(user, parsePathWord(USER_SCHEMA)!)).toBe(true)
    expect(isCoreUrn(user, GROUP_SCHEMA)).toBe(false)
  })

  test('Entra, T18: an extension attribute without its URN', () => {
    const unprefixed = (text: string) => findUnprefixed(user, parsePathWord(text)!)
    expect(printPath(unprefixed('Manager')!)).toBe(`${ENTERPRISE_SCHEMA}:manager`)
    expect(printPath(unprefixed('manager.value')!)).toBe(`${ENTERPRISE_SCHEMA}:manager.value`)
    expect(unprefixed('unknown')).toBeNull()
    expect(unprefixed('urn:x:manager')).toBeNull()
  })
})

describe('RFC 7643 §4, §8.7.1: the built-in schemas', () => {
  const names = (attributes: Attribute[]) => attributes.map(({ name }) => name).join(' ')

  test('User, Group and enterprise User are complete', () => {
    expect(names(user.core.attributes)).toBe(
      'userName name displayName nickName profileUrl title userType preferredLanguage locale timezone active password ' +
        'emails phoneNumbers ims photos addresses groups entitlements roles x509Certificates'
    )
    expect(names(group.core.attributes)).toBe('displayName members')
    expect(names(user.extensions[0]!.attributes)).toBe(
      'employeeNumber costCenter organization division department manager'
    )
  })

  test.each([
    ['userName', { required: true, caseExact: false, uniqueness: 'server', mutability: 'readWrite' }],
    ['password', { mutability: 'writeOnly', returned: 'never' }],
    ['groups', { mutability: 'readOnly', multiValued: true }],
    ['id', { caseExact: true, returned: 'always', mutability: 'readOnly' }],
    ['externalId', { caseExact: true, mutability: 'readWrite' }],
    ['active', { type: 'boolean' }],
    ['x509Certificates.value', { type: 'binary', caseExact: true }],
    ['emails.type', { canonicalValues: ['work', 'home', 'other'] }],
    ['addresses.type', { canonicalValues: ['work', 'home', 'other'] }],
    ['phoneNumbers.type', { canonicalValues: ['work', 'home', 'mobile', 'fax', 'pager', 'other'] }],
    ['photos.value', { type: 'reference', referenceTypes: ['external'] }]
  ])('%s', (text, expected) => {
    const found = findAttribute(user, parsePathWord(text)!)!
    expect(found.sub ?? found.attribute).toMatchObject(expected)
  })

  test('types are found by name and by endpoint', () => {
    expect(modelAt(builtInRegistry, '/Users')).toBe(user)
    expect(modelAt(builtInRegistry, '/Groups')).toBe(group)
    expect(modelAt(builtInRegistry, '/Devices')).toBeNull()
    expect(modelOf(builtInRegistry, 'constructor')).toBeNull()
  })
})
