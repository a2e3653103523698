import { describe, expect, test } from 'vitest'
import { ENTERPRISE_SCHEMA, USER_SCHEMA } from '../../shared/scim'
import { parsePathWord } from './filter/parse'
import { printPath } from './filter/print'
import type { ResourceModel } from './model'
import { builtInRegistry, createRegistry, findAttribute, modelAt, modelOf } from './registry'

const find = (text: string, model: ResourceModel) => {
  const found = findAttribute(model, parsePathWord(text)!)
  return found && printPath(found)
}

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
