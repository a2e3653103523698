import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openStores } from '../../src/main/store/stores'
import { createRegistry } from '../../src/main/scim/registry'
import { readCustomFiles } from '../../src/main/platform/custom-files'
import { modelOf } from '../../src/main/scim/registry'
import { USER_SCHEMA, type JsonObject } from '../../src/shared/scim'
import { idsOf, MODES, startServer } from './server.fixture'

const DEVICE = 'urn:example:scim:schemas:Device'
const BADGE = 'urn:example:scim:schemas:extension:badge:2.0:User'

const deviceSchema = {
  id: DEVICE,
  name: 'Device',
  attributes: [
    { name: 'serial', type: 'string', required: true, uniqueness: 'server' },
    { name: 'tags', type: 'string', multiValued: true },
    { name: 'size', type: 'integer' },
    { name: 'weight', type: 'decimal' },
    { name: 'isLent', type: 'boolean' },
    { name: 'boughtAt', type: 'dateTime' },
    { name: 'pin', type: 'string', mutability: 'writeOnly', returned: 'never' },
    { name: 'model', type: 'string', mutability: 'immutable' },
    { name: 'notes', type: 'string', returned: 'request' },
    { name: 'owner', type: 'reference', referenceTypes: ['User'] },
    {
      name: 'parts',
      type: 'complex',
      multiValued: true,
      subAttributes: [
        { name: 'value', type: 'string' },
        { name: 'type', type: 'string', canonicalValues: ['disk', 'memory'] },
        { name: 'primary', type: 'boolean' }
      ]
    }
  ]
}
const files: Record<string, unknown> = {
  'schemas/device.json': deviceSchema,
  'schemas/badge.json': {
    id: BADGE,
    name: 'Badge',
    attributes: [
      { name: 'number', type: 'string', caseExact: true, uniqueness: 'server' },
      { name: 'level', type: 'integer' }
    ]
  },
  'resource-types/device.json': { name: 'Device', endpoint: '/Devices', schema: DEVICE },
  'resource-types/user.json': { name: 'User', schemaExtensions: [{ schema: BADGE }] }
}

function folderWith(more: Record<string, unknown> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'usher-custom-'))
  for (const [path, content] of Object.entries({ ...files, ...more })) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content))
  }
  return folder
}

const device = (serial: string, more: JsonObject = {}): JsonObject => ({ schemas: [DEVICE], serial, ...more })

describe('a custom resource type from the data folder', () => {
  test('stands in discovery: resource type, schema, extension of User', async () => {
    const { read } = await startServer('entra', { dataFolder: folderWith() })
    expect(await read('/ResourceTypes/Device')).toMatchObject({ endpoint: '/Devices', schema: DEVICE })
    expect(await read(`/Schemas/${DEVICE}`)).toMatchObject({
      id: DEVICE,
      attributes: expect.arrayContaining([
        expect.objectContaining({
          name: 'serial',
          type: 'string',
          multiValued: false,
          required: true,
          caseExact: false,
          mutability: 'readWrite',
          returned: 'default',
          uniqueness: 'server'
        })
      ])
    })
    expect((await read('/ResourceTypes/User')).schemaExtensions).toContainEqual({
      schema: BADGE,
      required: false
    })
    expect(idsOf(await read('/Schemas'))).toEqual(expect.arrayContaining([USER_SCHEMA, DEVICE, BADGE]))
  })

  test('has an endpoint of its own: create, read, replace, delete', async () => {
    const { send, create, read } = await startServer('entra', { dataFolder: folderWith() })
    const id = await create(
      '/Devices',
      device('S-1', { tags: ['a', 'b'], size: 13, pin: '1234', notes: 'n' })
    )
    const resource = await read(`/Devices/${id}`)
    expect(resource).toMatchObject({
      schemas: [DEVICE],
      id,
      serial: 'S-1',
      tags: ['a', 'b'],
      size: 13,
      meta: { resourceType: 'Device', version: 'W/"1"' }
    })
    expect(resource).not.toHaveProperty('pin')
    expect(resource).not.toHaveProperty('notes')
    expect((await read(`/Devices/${id}?attributes=notes`)).notes).toBe('n')
    expect(String((resource.meta as JsonObject).location)).toMatch(/\/scim\/v2\/Devices\/[\w-]+$/)

    expect((await send('PUT', `/Devices/${id}`, device('S-2'))).json).not.toHaveProperty('tags')
    expect((await send('DELETE', `/Devices/${id}`)).status).toBe(204)
    expect((await send('GET', `/Devices/${id}`)).status).toBe(404)
    expect((await send('GET', `/Users/${id}`)).status).toBe(404)
  })

  test.each<[JsonObject, string]>([
    [{}, 'serial'],
    [device('S', { size: 1.5 }), 'size'],
    [device('S', { isLent: 'perhaps' }), 'isLent'],
    [device('S', { boughtAt: 'yesterday' }), 'boughtAt'],
    [device('S', { parts: 'x' }), 'parts'],
    [device('S', { tags: [{ a: 1 }] }), 'tags']
  ])('%j is 400 invalidValue, naming %s', async (body, name) => {
    const { send } = await startServer('entra', { dataFolder: folderWith() })
    const { status, json } = await send('POST', '/Devices', body)
    expect({ status, scimType: json.scimType }).toEqual({ status: 400, scimType: 'invalidValue' })
    expect(json.detail).toContain(name)
  })

  test('unique values are unique within the type, in the schema’s sense of equal', async () => {
    const { send, create, patch } = await startServer('entra', { dataFolder: folderWith() })
    await create('/Devices', device('Straße-1'))
    const other = await create('/Devices', device('S-2'))
    const taken = { status: 409, json: { scimType: 'uniqueness', detail: expect.stringContaining('serial') } }
    expect(await send('POST', '/Devices', device('STRASSE-1'))).toMatchObject(taken)
    expect(
      await patch(`/Devices/${other}`, { op: 'replace', path: 'serial', value: 'strasse-1' })
    ).toMatchObject(taken)
    expect(await send('PUT', `/Devices/${other}`, device('S-2', { size: 1 }))).toMatchObject({ status: 200 })

    const badged = (userName: string, number: string) => ({
      schemas: [USER_SCHEMA, BADGE],
      userName,
      [BADGE]: { number }
    })
    await create('/Users', badged('anna', 'B-1'))
    await create('/Users', badged('bert', 'b-1'))
    expect(await send('POST', '/Users', badged('carl', 'B-1'))).toMatchObject({ status: 409 })
  })

  test.each(MODES)('filters, value paths and sorting, %s', async mode => {
    const { send, create, find } = await startServer(mode, { dataFolder: folderWith() })
    const ids = [
      await create('/Devices', device('b', { size: 2, tags: ['red', 'round'], isLent: true, weight: 1.5 })),
      await create(
        '/Devices',
        device('A', { size: 10, tags: ['Blue'], boughtAt: '2026-01-01T01:00:00+01:00' })
      ),
      await create('/Devices', device('c', { parts: [{ value: 'x', type: 'disk', primary: true }] }))
    ]
    const found = async (filter: string) =>
      idsOf((await find('/Devices', filter)).json as JsonObject).map(id => ids.indexOf(id))

    expect(await found('serial eq "B"')).toEqual([0])
    expect(await found(`${DEVICE}:size gt 5`)).toEqual([1])
    expect(await found('weight le 1.5')).toEqual([0])
    expect(await found('isLent eq true')).toEqual([0])
    expect(await found('boughtAt eq "2026-01-01T00:00:00Z"')).toEqual([1])
    expect(await found('tags eq "blue"')).toEqual([1])
    expect(await found('tags[value eq "blue"]')).toEqual([1])
    expect(await found('tags[value sw "r" and value ew "d"]')).toEqual([0])
    expect(await found('tags[value sw "re" and value ew "nd"]')).toEqual([])
    expect(await found('tags sw "re" and tags ew "nd"')).toEqual([0])
    expect(await found('not (tags[value pr])')).toEqual([2])
    expect(await found('parts[type eq "disk" and primary eq true]')).toEqual([2])
    expect((await find('/Devices', 'size[value eq 1]')).json).toMatchObject({ scimType: 'invalidFilter' })
    expect((await find('/Devices', 'pin eq "1"')).json).toMatchObject({ scimType: 'invalidFilter' })
    expect((await find('/Devices', 'userName eq "1"')).json).toMatchObject({ scimType: 'invalidFilter' })

    const sorted = async (query: string) =>
      idsOf((await send('GET', `/Devices?${query}`)).json as JsonObject).map(id => ids.indexOf(id))
    expect(await sorted('sortBy=serial')).toEqual([1, 0, 2])
    expect(await sorted('sortBy=size')).toEqual([0, 1, 2])
    expect(await sorted('sortBy=size&sortOrder=descending')).toEqual([2, 1, 0])
  })

  test('PATCH by value path on simple and complex lists, booleans and numbers as Entra writes them', async () => {
    const { create, read, patch } = await startServer('entra', { dataFolder: folderWith() })
    const id = await create('/Devices', device('S', { tags: ['red', 'round'], model: 'M' }))
    const path = `/Devices/${id}`
    const answer = await patch(
      path,
      { op: 'Remove', path: 'tags[value eq "RED"]' },
      { op: 'Add', path: 'tags', value: ['new'] },
      { op: 'Add', path: 'isLent', value: 'True' },
      { op: 'Replace', path: 'size', value: '42' },
      { op: 'Replace', path: 'parts[type eq "disk"].value', value: 'big' },
      { op: 'Add', path: `${DEVICE}:owner`, value: 'https://example.com/Users/1' }
    )
    expect(answer).toMatchObject({ status: 200 })
    expect(await read(path)).toMatchObject({
      tags: ['round', 'new'],
      isLent: true,
      size: 42,
      parts: [{ type: 'disk', value: 'big' }],
      owner: 'https://example.com/Users/1'
    })
    expect(await patch(path, { op: 'replace', path: 'model', value: 'N' })).toMatchObject({
      status: 400,
      json: { scimType: 'mutability' }
    })
  })

  test('an extension of User: by path, by key, in filters; its URN comes and goes', async () => {
    const { create, read, patch, find } = await startServer('entra', { dataFolder: folderWith() })
    const id = await create('/Users', { schemas: [USER_SCHEMA], userName: 'anna' })
    const path = `/Users/${id}`
    await patch(path, { op: 'Add', path: `${BADGE}:number`, value: 'B-7' })
    await patch(path, { op: 'replace', value: { [`${BADGE}:level`]: '3' } })
    expect(await read(path)).toMatchObject({
      schemas: [USER_SCHEMA, BADGE],
      [BADGE]: { number: 'B-7', level: 3 }
    })
    expect(idsOf((await find('/Users', `${BADGE}:number eq "B-7"`)).json as JsonObject)).toEqual([id])
    expect(idsOf((await find('/Users', `${BADGE}:number eq "b-7"`)).json as JsonObject)).toEqual([])
    await patch(path, { op: 'Remove', path: `${BADGE}:number` }, { op: 'Remove', path: `${BADGE}:level` })
    expect((await read(path)).schemas).toEqual([USER_SCHEMA])
  })

  test('takes part in root queries, bulk and cursors', async () => {
    const { send, create, find } = await startServer('entra', { dataFolder: folderWith() })
    await create('/Devices', device('S-1', { externalId: 'x' }))
    await create('/Users', { schemas: [USER_SCHEMA], userName: 'a', externalId: 'x' })
    expect((await find('', 'externalId eq "x"')).json.totalResults).toBe(2)
    expect((await find('', 'meta.resourceType eq "Device"')).json.totalResults).toBe(1)
    const bulk = await send('POST', '/Bulk', {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
      Operations: [{ method: 'POST', path: '/Devices', bulkId: 'd', data: device('S-9') }]
    })
    expect(bulk.json.Operations).toMatchObject([{ status: '201', bulkId: 'd' }])
    const { nextCursor } = (await send('GET', '/Devices?cursor=&count=1')).json
    expect((await send('GET', `/Devices?cursor=${String(nextCursor)}&count=1`)).json.totalResults).toBe(2)
  })

  test('a broken file is refused in a sentence, on stderr and in the console; the rest works', async () => {
    const lines: string[] = []
    const { engine, create } = await startServer('entra', {
      dataFolder: folderWith({
        'schemas/broken.json': '{ "id": ',
        'schemas/wrong.json': { id: 'urn:x:y', attributes: [{ name: 'a', type: 'text' }] },
        'resource-types/lost.json': { name: 'Lost', endpoint: '/Lost', schema: 'urn:nobody' }
      }),
      appLog: { warn: message => lines.push(message) }
    })
    const problems = [
      expect.stringMatching(/^schemas\/broken\.json: this is not JSON/),
      expect.stringMatching(/^schemas\/wrong\.json: attributes\[0\]\.type must be one of/),
      'resource-types/lost.json: schema names urn:nobody, which no readable schema file defines.'
    ]
    expect(lines).toEqual(problems)
    expect(engine.console.server.state().schemaProblems).toEqual(problems)
    await create('/Devices', device('S-1'))
  })
})

test('what a custom schema calls unique is looked up by an index, made for rows that were there before', async () => {
  const folder = folderWith()
  const { registry } = createRegistry({
    schemas: readCustomFiles(join(folder, 'schemas')),
    resourceTypes: readCustomFiles(join(folder, 'resource-types'))
  })
  const stores = openStores(folder)
  try {
    const insert = (id: string, serial: string) =>
      stores.resources.insert({ id, type: 'Device', schema: DEVICE, document: { serial }, at: 0 })
    insert('d-1', 'S-1')
    stores.uniqueValues.prepare(registry.models)
    insert('d-2', 'S-2')
    const model = modelOf(registry, 'Device')!
    const serial = model.core.attributes.find(({ name }) => name === 'serial')!
    const path = { urn: null, attribute: serial, sub: null }
    expect(stores.uniqueValues.holder(model, path, 's-1', 'nobody')?.id).toBe('d-1')
    expect(stores.uniqueValues.holder(model, path, 's-1', 'd-1')).toBeNull()
    expect(stores.uniqueValues.plan(model, path).join()).toMatch(
      /USING INDEX unique_value_\w+ \(type=\? AND <expr>=\?\)/
    )

    stores.uniqueValues.prepare([])
    expect(stores.uniqueValues.plan(model, path).join()).not.toContain('unique_value')
  } finally {
    await stores.close()
  }
})
