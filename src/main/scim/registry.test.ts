import { describe, expect, test } from 'vitest'
import { ENTERPRISE_SCHEMA, GROUP_SCHEMA, USER_SCHEMA } from '../../shared/scim'
import { parsePathWord } from './filter/parse'
import { printPath } from './filter/print'
import type { Attribute } from './model'
import {
  builtInRegistry,
  createRegistry,
  findAttribute,
  findExtension,
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

const DEVICE = 'urn:contoso:scim:schemas:1.0:Device'
const BADGE = 'urn:contoso:scim:schemas:extension:2.0:Badge'
const file = (name: string, content: unknown) => ({
  file: name,
  text: typeof content === 'string' ? content : JSON.stringify(content)
})
const deviceSchema = {
  id: DEVICE,
  name: 'Device',
  attributes: [
    { name: 'id' },
    { name: 'serial', required: true, caseExact: true, uniqueness: 'SERVER' },
    { name: 'owner', type: 'Reference', referenceTypes: ['User'] },
    {
      name: 'ports',
      type: 'complex',
      multiValued: true,
      subAttributes: [{ name: 'number', type: 'integer' }]
    }
  ]
}
const badgeSchema = {
  id: BADGE,
  attributes: [
    { name: 'number', type: 'integer' },
    { name: 'isGuest', type: 'boolean' }
  ]
}
const deviceType = { name: 'Device', endpoint: '/Devices', schema: DEVICE }

describe('RFC 7643 §6, §7: schemas and resource types from the data folder', () => {
  test('are served beside the built-in ones, with the defaults of §2.2', () => {
    const { registry, problems } = createRegistry({
      schemas: [
        file('device.json', deviceSchema),
        file('badge.json', `\ufeff${JSON.stringify(badgeSchema)}`)
      ],
      resourceTypes: [
        file('device.json', deviceType),
        file('user.json', {
          name: 'User',
          schemaExtensions: [{ schema: BADGE.toLowerCase(), required: false }]
        })
      ]
    })
    expect(problems).toEqual([])
    const device = modelAt(registry, '/Devices')!
    expect(device.type).toEqual({
      id: 'Device',
      name: 'Device',
      description: 'Device',
      endpoint: '/Devices',
      schema: DEVICE,
      schemaExtensions: []
    })
    expect(device.core.attributes.map(({ name }) => name)).toEqual(['serial', 'owner', 'ports'])
    expect(device.core.attributes[0]).toEqual({
      name: 'serial',
      type: 'string',
      multiValued: false,
      description: '',
      required: true,
      canonicalValues: [],
      caseExact: true,
      mutability: 'readWrite',
      returned: 'default',
      uniqueness: 'server',
      referenceTypes: [],
      subAttributes: []
    })
    expect(find('owner', device)).toBe('owner')
    expect(find(`${BADGE}:number`, modelOf(registry, 'User')!)).toBe(`${BADGE}:number`)
    expect(find(`${ENTERPRISE_SCHEMA}:manager`, modelOf(registry, 'User')!)).not.toBeNull()
    expect(builtInRegistry.models[0]!.extensions).toHaveLength(1)
  })

  test.each([
    ['{', /^x\.json: this is not JSON \(.*\)\.$/],
    ['[]', 'x.json: the file must hold one JSON object.'],
    [{}, 'x.json: id is missing.'],
    [{ id: 5 }, 'x.json: id must be a text.'],
    [{ id: 'Device' }, 'x.json: id must be a URI such as "urn:example:scim:schemas:Device".'],
    [{ id: DEVICE }, 'x.json: attributes is missing.'],
    [{ id: DEVICE, attributes: {} }, 'x.json: attributes must be an array.'],
    [{ id: DEVICE, attributes: [] }, 'x.json: attributes must list at least one attribute.'],
    [{ id: DEVICE, attributes: [null] }, 'x.json: attributes[0] must be an object.'],
    [{ id: DEVICE, attributes: [{ type: 'string' }] }, 'x.json: attributes[0].name is missing.'],
    [
      { id: DEVICE, attributes: [{ name: '__proto__' }] },
      'x.json: attributes[0].name must be letters, digits, "-" and "_", beginning with a letter, not "__proto__".'
    ],
    [
      { id: DEVICE, attributes: [{ name: 'constructor' }] },
      'x.json: attributes[0].name cannot be "constructor".'
    ],
    [{ id: DEVICE, attributes: [{ name: 'a' }, { name: 'A' }] }, 'x.json: attributes[1].name repeats "A".'],
    [
      { id: DEVICE, attributes: [{ name: 'a', mutability: 'sometimes' }] },
      'x.json: attributes[0].mutability must be one of readWrite, readOnly, immutable, writeOnly, not "sometimes".'
    ],
    [
      { id: DEVICE, attributes: [{ name: 'a', required: 'yes' }] },
      'x.json: attributes[0].required must be true or false.'
    ],
    [
      { id: DEVICE, attributes: [{ name: 'a', canonicalValues: 'x' }] },
      'x.json: attributes[0].canonicalValues must be an array of texts.'
    ],
    [
      { id: DEVICE, attributes: [{ name: 'a', type: 'complex' }] },
      'x.json: attributes[0].subAttributes is missing.'
    ],
    [
      {
        id: DEVICE,
        attributes: [{ name: 'a', type: 'complex', subAttributes: [{ name: 'b', type: 'complex' }] }]
      },
      'x.json: attributes[0].subAttributes[0].type must not be complex: complex attributes do not nest (RFC 7643 §2.3.8).'
    ],
    [
      { id: USER_SCHEMA.toLowerCase(), attributes: [{ name: 'a' }] },
      `x.json: id ${USER_SCHEMA.toLowerCase()} is built in and cannot be redefined.`
    ]
  ])('a broken schema is refused in a sentence, the rest works: %j', (content, problem) => {
    const { registry, problems } = createRegistry({
      schemas: [file('x.json', content), file('badge.json', badgeSchema)],
      resourceTypes: []
    })
    expect(problems).toEqual([typeof problem === 'string' ? problem : expect.stringMatching(problem)])
    expect(registry.schemas.map(({ id }) => id)).toContain(BADGE)
    expect(registry.models).toHaveLength(2)
  })

  test.each([
    [{}, 'x.json: name is missing.'],
    [{ name: 'A b' }, 'x.json: name must be letters, digits, "-" and "_", beginning with a letter.'],
    [{ name: 'Lamp' }, 'x.json: endpoint is missing.'],
    [{ name: 'Lamp', endpoint: 'Lamps' }, 'x.json: endpoint must be one path segment such as "/Devices".'],
    [{ name: 'Lamp', endpoint: '/Lamps/x' }, 'x.json: endpoint must be one path segment such as "/Devices".'],
    [{ name: 'Lamp', endpoint: '/bulk' }, 'x.json: endpoint /bulk is already taken.'],
    [{ name: 'Lamp', endpoint: '/users' }, 'x.json: endpoint /users is already taken.'],
    [{ name: 'Lamp', endpoint: '/Lamps' }, 'x.json: schema is missing.'],
    [
      { name: 'Lamp', endpoint: '/Lamps', schema: 'urn:lamp' },
      'x.json: schema names urn:lamp, which no readable schema file defines.'
    ],
    [
      { name: 'user', schema: DEVICE },
      `x.json: schema must be ${USER_SCHEMA}, because the resource type User exists.`
    ],
    [
      { name: 'User', endpoint: '/People' },
      'x.json: endpoint must be /Users, because the resource type User exists.'
    ],
    [{ name: 'User', schemaExtensions: {} }, 'x.json: schemaExtensions must be an array.'],
    [{ name: 'User', schemaExtensions: [{}] }, 'x.json: schemaExtensions[0].schema is missing.'],
    [
      { name: 'User', schemaExtensions: [{ schema: 'urn:lamp' }] },
      'x.json: schemaExtensions[0].schema names urn:lamp, which no readable schema file defines.'
    ],
    [
      { name: 'User', schemaExtensions: [{ schema: USER_SCHEMA }] },
      'x.json: schemaExtensions[0].schema is the base schema itself.'
    ],
    [
      { name: 'User', schemaExtensions: [{ schema: BADGE, required: 'no' }] },
      'x.json: schemaExtensions[0].required must be true or false.'
    ]
  ])('a broken resource type is refused in a sentence, the rest works: %j', (content, problem) => {
    const { registry, problems } = createRegistry({
      schemas: [file('device.json', deviceSchema), file('badge.json', badgeSchema)],
      resourceTypes: [file('x.json', content), file('device.json', deviceType)]
    })
    expect(problems).toEqual([problem])
    expect(registry.models.map(({ type }) => type.name)).toEqual(['User', 'Group', 'Device'])
    expect(registry.models[0]!.extensions).toHaveLength(1)
  })

  test('two files with the same schema: the first one counts', () => {
    const { problems } = createRegistry({
      schemas: [file('a.json', badgeSchema), file('b.json', badgeSchema)],
      resourceTypes: []
    })
    expect(problems).toEqual([`b.json: id ${BADGE} is already defined by another file.`])
  })
})
