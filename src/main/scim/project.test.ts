import { describe, expect, test } from 'vitest'
import { ENTERPRISE_SCHEMA, GROUP_SCHEMA, USER_SCHEMA, type JsonObject } from '../../shared/scim'
import { parseProjection, project, wants } from './project'
import { refusal } from './refusal.fixture'
import { builtInRegistry, createRegistry, modelOf } from './registry'

const user = modelOf(builtInRegistry, 'User')!
const group = modelOf(builtInRegistry, 'Group')!
const FOREIGN = 'urn:contoso:Unknown'

const anna: JsonObject = {
  schemas: [USER_SCHEMA, ENTERPRISE_SCHEMA, FOREIGN],
  id: 'a1',
  externalId: 'x1',
  userName: 'anna',
  name: { givenName: 'Anna', familyName: 'Lindqvist' },
  emails: [{ value: 'a@x.example', type: 'work' }, { value: 'b@x.example' }],
  roles: [],
  [ENTERPRISE_SCHEMA]: { department: 'Finance', manager: { value: 'm1', displayName: 'Maria' } },
  [FOREIGN]: { badge: 7, colour: 'red' },
  meta: { resourceType: 'User', version: 'W/"1"' }
}
const { schemas, id } = anna
const shown = (attributes: string | null, excludedAttributes: string | null = null) =>
  project(
    user,
    anna,
    parseProjection([user], {
      attributes: attributes?.split(',') ?? null,
      excludedAttributes: excludedAttributes?.split(',') ?? null
    })
  )
const without = (...names: string[]) =>
  Object.fromEntries(Object.entries(anna).filter(([name]) => !names.includes(name)))

describe('RFC 7644 §3.9: attributes', () => {
  test.each<[string, JsonObject]>([
    ['id', {}],
    ['userName', { userName: 'anna' }],
    [' USERNAME , id', { userName: 'anna' }],
    ['name.givenName', { name: { givenName: 'Anna' } }],
    ['name', { name: anna.name! }],
    ['name,name.givenName', { name: anna.name! }],
    ['emails.type', { emails: [{ type: 'work' }] }],
    ['emails.display', {}],
    ['roles', { roles: [] }],
    ['meta.version', { meta: { version: 'W/"1"' } }],
    [`${USER_SCHEMA}:userName`, { userName: 'anna' }],
    [`${USER_SCHEMA.toLowerCase()}:name.givenName`, { name: { givenName: 'Anna' } }],
    [ENTERPRISE_SCHEMA, { [ENTERPRISE_SCHEMA]: anna[ENTERPRISE_SCHEMA]! }],
    [ENTERPRISE_SCHEMA.toUpperCase(), { [ENTERPRISE_SCHEMA]: anna[ENTERPRISE_SCHEMA]! }],
    [`${ENTERPRISE_SCHEMA}:department`, { [ENTERPRISE_SCHEMA]: { department: 'Finance' } }],
    [`${ENTERPRISE_SCHEMA}:manager.value`, { [ENTERPRISE_SCHEMA]: { manager: { value: 'm1' } } }],
    ['manager', { [ENTERPRISE_SCHEMA]: { manager: { value: 'm1', displayName: 'Maria' } } }],
    [FOREIGN, { [FOREIGN]: { badge: 7, colour: 'red' } }],
    [`${FOREIGN}:Badge`, { [FOREIGN]: { badge: 7 } }],
    ['password', {}],
    ['nothing', {}],
    ['__proto__,constructor', {}]
  ])('%s shows only this, schemas and id', (attributes, expected) => {
    expect(shown(attributes)).toEqual({ schemas, id, ...expected })
  })

  test('the core schema shows all that is not an extension', () => {
    expect(shown(USER_SCHEMA)).toEqual(without(ENTERPRISE_SCHEMA, FOREIGN))
  })

  test('an empty list is none', () => expect(shown('')).toEqual(anna))
})

describe('RFC 7644 §3.9: excludedAttributes', () => {
  test.each<[string, JsonObject]>([
    ['userName,EMAILS', without('userName', 'emails')],
    ['id,schemas', anna],
    ['name.givenName', { ...anna, name: { familyName: 'Lindqvist' } }],
    ['name.givenName,name.familyName', without('name')],
    ['emails.value', { ...anna, emails: [{ type: 'work' }] }],
    [ENTERPRISE_SCHEMA, without(ENTERPRISE_SCHEMA)],
    [`${ENTERPRISE_SCHEMA}:manager`, { ...anna, [ENTERPRISE_SCHEMA]: { department: 'Finance' } }],
    [FOREIGN.toUpperCase(), without(FOREIGN)],
    [`${FOREIGN}:badge`, { ...anna, [FOREIGN]: { colour: 'red' } }],
    ['nothing', anna]
  ])('%s', (excluded, expected) => expect(shown(null, excluded)).toEqual(expected))

  test('both together: what is asked for, less what is excluded', () => {
    expect(shown('name,userName', 'name.familyName')).toEqual({
      schemas,
      id,
      userName: 'anna',
      name: { givenName: 'Anna' }
    })
  })
})

describe('RFC 7643 §2.2: returned', () => {
  const { registry } = createRegistry({
    schemas: [
      {
        file: 'a.json',
        text: JSON.stringify({
          id: 'urn:a:Thing',
          attributes: [
            { name: 'key', returned: 'always' },
            { name: 'secret', returned: 'never' },
            { name: 'big', returned: 'request' },
            {
              name: 'part',
              type: 'complex',
              subAttributes: [
                { name: 'a', returned: 'always' },
                { name: 'd' },
                { name: 'n', returned: 'never' },
                { name: 'r', returned: 'request' }
              ]
            }
          ]
        })
      }
    ],
    resourceTypes: [
      { file: 'a.json', text: JSON.stringify({ name: 'Thing', endpoint: '/Things', schema: 'urn:a:Thing' }) }
    ]
  })
  const thing = modelOf(registry, 'Thing')!
  const resource = { id: '1', key: 'k', secret: 's', big: 'b', part: { a: 1, d: 2, n: 3, r: 4 } }
  test.each<[string[] | null, string[] | null, JsonObject]>([
    [null, null, { id: '1', key: 'k', part: { a: 1, d: 2 } }],
    [['big'], null, { id: '1', key: 'k', big: 'b' }],
    [['secret'], null, { id: '1', key: 'k' }],
    [['part'], null, { id: '1', key: 'k', part: { a: 1, d: 2 } }],
    [['part.r'], null, { id: '1', key: 'k', part: { a: 1, r: 4 } }],
    [['part', 'part.r', 'part.n'], null, { id: '1', key: 'k', part: { a: 1, d: 2, r: 4 } }],
    [null, ['key', 'part.a', 'part.d'], { id: '1', key: 'k', part: { a: 1 } }],
    [null, ['part'], { id: '1', key: 'k' }]
  ])('attributes %j, excludedAttributes %j', (attributes, excludedAttributes, expected) => {
    expect(project(thing, resource, parseProjection([thing], { attributes, excludedAttributes }))).toEqual(
      expected
    )
  })
})

describe('Entra: what is not shown is not read', () => {
  const asks = (attributes: string[] | null, excludedAttributes: string[] | null, name: string) =>
    wants(parseProjection([user, group], { attributes, excludedAttributes }), name)

  test.each<[string[] | null, string[] | null, string, boolean]>([
    [null, null, 'members', true],
    [null, ['members'], 'members', false],
    [null, ['MEMBERS'], 'members', false],
    [null, [`${GROUP_SCHEMA}:members`], 'members', false],
    [null, ['members.display'], 'members', true],
    [['id'], null, 'members', false],
    [['members.value'], null, 'members', true],
    [['displayName'], null, 'groups', false],
    [null, null, 'groups', true]
  ])('attributes %j, excludedAttributes %j: %s %s', (attributes, excluded, name, expected) => {
    expect(asks(attributes, excluded, name)).toBe(expected)
  })
})

test('a hostile list of names is refused', () => {
  const attributes = Array(1_001).fill('userName')
  expect(refusal(() => parseProjection([user], { attributes, excludedAttributes: null }))).toMatchObject({
    status: 400,
    scimType: 'invalidValue'
  })
})
