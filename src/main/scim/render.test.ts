import { expect, test } from 'vitest'
import { ENTERPRISE_SCHEMA, GROUP_SCHEMA, USER_SCHEMA } from '../../shared/scim'
import { builtInRegistry, modelOf } from './registry'
import { renderResource } from './render'

const user = modelOf(builtInRegistry, 'User')!
const group = modelOf(builtInRegistry, 'Group')!
const baseUrl = 'https://scim.contoso.example/scim/v2'
const stored = { id: 'a1', version: 3, createdAt: 0, modifiedAt: 1_500 }

test('RFC 7643 §3.1: schemas, id, the document as it is kept, and complete meta', () => {
  const document = {
    userName: 'anna',
    active: true,
    'urn:x:Unknown': { a: 1 },
    [ENTERPRISE_SCHEMA]: { department: 'F' }
  }
  const copy = structuredClone(document)
  expect(renderResource(user, { ...stored, document }, { baseUrl })).toEqual({
    schemas: [USER_SCHEMA, 'urn:x:Unknown', ENTERPRISE_SCHEMA],
    id: 'a1',
    ...copy,
    meta: {
      resourceType: 'User',
      created: '1970-01-01T00:00:00.000Z',
      lastModified: '1970-01-01T00:00:01.500Z',
      location: `${baseUrl}/Users/a1`,
      version: 'W/"3"'
    }
  })
  expect(document).toEqual(copy)
})

test('RFC 7643 §4.1.2: groups, direct and indirect; none when there are none', () => {
  const groups = [
    { type: 'Group', id: 'g1', name: 'Sales', isDirect: true },
    { type: 'Group', id: 'g2', name: 'All', isDirect: false }
  ]
  const rendered = renderResource(user, { ...stored, document: {} }, { baseUrl, groups })
  expect(rendered.groups).toEqual([
    { value: 'g1', $ref: `${baseUrl}/Groups/g1`, display: 'Sales', type: 'direct' },
    { value: 'g2', $ref: `${baseUrl}/Groups/g2`, display: 'All', type: 'indirect' }
  ])
  expect(renderResource(user, { ...stored, document: {} }, { baseUrl, groups: [] })).not.toHaveProperty(
    'groups'
  )
})

test('RFC 7643 §4.2: members, an empty list included, none when they were not read', () => {
  const members = [
    { type: 'User', id: 'u1', displayName: 'Anna' },
    { type: 'Group', id: 'g2', displayName: 'Sales' },
    { type: 'User', id: 'u3', displayName: null }
  ]
  const document = { displayName: 'All' }
  expect(renderResource(group, { ...stored, document }, { baseUrl, members })).toMatchObject({
    schemas: [GROUP_SCHEMA],
    members: [
      { value: 'u1', $ref: `${baseUrl}/Users/u1`, display: 'Anna', type: 'User' },
      { value: 'g2', $ref: `${baseUrl}/Groups/g2`, display: 'Sales', type: 'Group' },
      { value: 'u3', $ref: `${baseUrl}/Users/u3`, type: 'User' }
    ]
  })
  expect(renderResource(group, { ...stored, document }, { baseUrl, members: [] }).members).toEqual([])
  expect(renderResource(group, { ...stored, document }, { baseUrl })).not.toHaveProperty('members')
})

test('RFC 7643 §4.3: the manager is named from the directory, and what the client sent stays', () => {
  const document = { [ENTERPRISE_SCHEMA]: { manager: { value: 'm1' } } }
  const rendered = (managerName?: string | null, manager: object = { value: 'm1' }) =>
    renderResource(
      user,
      { ...stored, document: { [ENTERPRISE_SCHEMA]: { manager: { ...manager } } } },
      { baseUrl, managerName }
    )[ENTERPRISE_SCHEMA]
  expect(rendered('Maria')).toEqual({
    manager: { value: 'm1', $ref: `${baseUrl}/Users/m1`, displayName: 'Maria' }
  })
  expect(rendered(null)).toEqual({ manager: { value: 'm1', $ref: `${baseUrl}/Users/m1` } })
  expect(rendered()).toEqual({ manager: { value: 'm1' } })
  expect(rendered('Maria', { value: 'm1', $ref: '../Users/m1' })).toEqual({
    manager: { value: 'm1', $ref: '../Users/m1', displayName: 'Maria' }
  })
  expect(renderResource(user, { ...stored, document }, { baseUrl, managerName: 'Maria' })).not.toBe(document)
  expect(document).toEqual({ [ENTERPRISE_SCHEMA]: { manager: { value: 'm1' } } })
})
