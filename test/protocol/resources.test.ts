import { describe, expect, test } from 'vitest'
import {
  ENTERPRISE_SCHEMA,
  GROUP_SCHEMA,
  USER_SCHEMA,
  type Json,
  type JsonObject
} from '../../src/shared/scim'
import { MODES, startServer } from './server.fixture'

const user = (userName: string, more: JsonObject = {}): JsonObject => ({
  schemas: [USER_SCHEMA],
  userName,
  ...more
})
const group = (displayName: string, ...members: string[]): JsonObject => ({
  schemas: [GROUP_SCHEMA],
  displayName,
  members: members.map(value => ({ value }))
})
const metaOf = (resource: JsonObject) => resource.meta as Record<string, string>

describe.each(MODES)('RFC 7643 §4.1.2 and §4.2, groups, %s', mode => {
  test('members have $ref, display and type; a user’s groups are direct and indirect', async () => {
    const { create, read } = await startServer(mode)
    const anna = await create('/Users', user('anna', { displayName: 'Anna L' }))
    const inner = await create('/Groups', group('Inner', anna))
    const outer = await create('/Groups', group('Outer', inner))
    expect((await read(`/Groups/${inner}`)).members).toEqual([
      { value: anna, $ref: expect.stringMatching(`/scim/v2/Users/${anna}$`), display: 'Anna L', type: 'User' }
    ])
    expect((await read(`/Groups/${outer}`)).members).toEqual([
      {
        value: inner,
        $ref: expect.stringMatching(`/scim/v2/Groups/${inner}$`),
        display: 'Inner',
        type: 'Group'
      }
    ])
    const groups = (await read(`/Users/${anna}`)).groups as JsonObject[]
    expect(groups).toHaveLength(2)
    expect(groups).toEqual(
      expect.arrayContaining([
        { value: inner, $ref: expect.stringMatching(`/Groups/${inner}$`), display: 'Inner', type: 'direct' },
        { value: outer, $ref: expect.stringMatching(`/Groups/${outer}$`), display: 'Outer', type: 'indirect' }
      ])
    )
  })

  test('who is deleted leaves its groups and its reports; a circle of groups is no trap', async () => {
    const { create, send, read, patch } = await startServer(mode)
    const boss = await create('/Users', user('boss'))
    const anna = await create('/Users', {
      ...user('anna'),
      schemas: [USER_SCHEMA, ENTERPRISE_SCHEMA],
      [ENTERPRISE_SCHEMA]: { manager: { value: boss } }
    })
    const a = await create('/Groups', group('A', boss))
    const b = await create('/Groups', group('B', a, anna))
    const add = (member: string) => ({ op: 'add', path: 'members', value: [{ value: member }] })
    expect((await patch(`/Groups/${a}`, add(b))).status).toBe(204)
    expect((await patch(`/Groups/${a}`, add(a))).status).toBeLessThan(500)
    expect((await read(`/Users/${anna}`)).groups).toHaveLength(2)

    expect((await send('DELETE', `/Users/${boss}`)).status).toBe(204)
    const left = ((await read(`/Groups/${a}`)).members ?? []) as JsonObject[]
    expect(left.map(({ value }) => value)).not.toContain(boss)
    expect(await read(`/Users/${anna}`)).not.toHaveProperty([ENTERPRISE_SCHEMA])
    expect((await send('DELETE', `/Groups/${a}`)).status).toBe(204)
    expect(((await read(`/Groups/${b}`)).members as JsonObject[]).map(({ value }) => value)).toEqual([anna])
  })

  test('an unknown member is 400 naming it, on POST, PUT and PATCH', async () => {
    const { create, send, patch } = await startServer(mode)
    const id = await create('/Groups', group('G'))
    const answers = [
      await send('POST', '/Groups', group('H', 'nobody-1')),
      await send('PUT', `/Groups/${id}`, group('G', 'nobody-1')),
      await patch(`/Groups/${id}`, { op: 'add', path: 'members', value: [{ value: 'nobody-1' }] })
    ]
    for (const { status, json } of answers) {
      expect({ status, scimType: json.scimType }).toEqual({ status: 400, scimType: 'invalidValue' })
      expect(json.detail).toContain('nobody-1')
    }
  })
})

describe('RFC 7644 §3.14 and RFC 7643 §3.1, versions and meta', () => {
  test('ETag, meta.version, Location and meta.location agree on every answer with a resource', async () => {
    const { send, patch, read } = await startServer()
    const created = await send('POST', '/Users', user('anna'))
    const path = `/Users/${String(created.json.id)}`
    const answers = [
      created,
      await send('GET', path),
      await send('PUT', path, user('anna', { title: 'T' })),
      await patch(path, { op: 'replace', path: 'title', value: 'U' })
    ]
    for (const { headers, json } of answers) {
      expect(headers.etag).toBe(metaOf(json as JsonObject).version)
      expect(headers.location).toBe(metaOf(json as JsonObject).location)
    }
    expect(answers.map(({ headers }) => headers.etag)).toEqual(['W/"1"', 'W/"1"', 'W/"2"', 'W/"3"'])
    const { created: createdAt, lastModified, resourceType } = metaOf(await read(path))
    expect(resourceType).toBe('User')
    expect(new Date(createdAt!).toISOString()).toBe(createdAt)
    expect(Date.parse(lastModified!)).toBeGreaterThanOrEqual(Date.parse(createdAt!))
  })

  test.each([
    ['If-None-Match', 'W/"1"', 304],
    ['If-None-Match', '"1"', 304],
    ['If-None-Match', 'W/"7", W/"1"', 304],
    ['If-None-Match', '*', 304],
    ['If-None-Match', 'W/"2"', 200]
  ])('GET with %s: %s is %i, and HEAD too', async (name, value, status) => {
    const { create, send } = await startServer()
    const path = `/Users/${await create('/Users', user('anna'))}`
    for (const method of ['GET', 'HEAD'])
      expect(await send(method, path, undefined, { [name]: value })).toMatchObject({
        status,
        headers: { etag: 'W/"1"' }
      })
  })

  test.each([
    ['W/"1"', true],
    ['"1"', true],
    ['*', true],
    ['W/"7", W/"1"', true],
    ['W/"7"', false],
    ['nonsense', false]
  ])('If-Match: %s on PUT, PATCH and DELETE', async (ifMatch, isMatch) => {
    const { create, send } = await startServer()
    const headers = { 'If-Match': ifMatch }
    const patch = {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: 'add', path: 'title', value: 'T' }]
    }
    const paths = [
      `/Users/${await create('/Users', user('a'))}`,
      `/Users/${await create('/Users', user('b'))}`,
      `/Users/${await create('/Users', user('c'))}`
    ]
    const statuses = [
      (await send('PUT', paths[0]!, user('a', { title: 'T' }), headers)).status,
      (await send('PATCH', paths[1]!, patch, headers)).status,
      (await send('DELETE', paths[2]!, undefined, headers)).status
    ]
    expect(statuses).toEqual(isMatch ? [200, 200, 204] : [412, 412, 412])
  })

  test('links are those of the public address, in resources, references, discovery and bulk', async () => {
    const { engine, create, send, read } = await startServer()
    await engine.console.settings.set({ 'server.publicUrl': 'https://scim.contoso.example' })
    const anna = await create('/Users', user('anna'))
    await create('/Groups', group('G', anna))
    const texts = await Promise.all(
      ['/Users', '/Groups', '/Schemas', '/ResourceTypes', '/ServiceProviderConfig'].map(
        async path => (await send('GET', path)).text
      )
    )
    const bulk = await send('POST', '/Bulk', {
      Operations: [{ method: 'POST', path: '/Users', bulkId: 'b', data: user('b') }]
    })
    for (const text of [...texts, bulk.text]) {
      expect(text).toContain('https://scim.contoso.example/scim/v2/')
      expect(text).not.toContain('127.0.0.1')
    }
    expect(metaOf(await read(`/Users/${anna}`)).location).toBe(
      `https://scim.contoso.example/scim/v2/Users/${anna}`
    )
  })
})

describe('RFC 7644 §4, discovery', () => {
  test('every schema: camelCase, no nulls, every characteristic spelled out', async () => {
    const { read } = await startServer()
    const schemas = (await read('/Schemas')).Resources as JsonObject[]
    expect(JSON.stringify(schemas)).not.toContain('null')
    const check = (attribute: JsonObject) => {
      expect(attribute.name).toMatch(/^(\$ref|[a-z][A-Za-z0-9]*)$/)
      const always = [
        'name',
        'type',
        'multiValued',
        'description',
        'required',
        'mutability',
        'returned',
        'uniqueness'
      ]
      expect(Object.keys(attribute)).toEqual(expect.arrayContaining(always))
      for (const sub of (attribute.subAttributes ?? []) as JsonObject[]) check(sub)
    }
    for (const schema of schemas) for (const attribute of schema.attributes as JsonObject[]) check(attribute)
  })

  test('emails, phone numbers and addresses list their types, which Entra makes mapping targets of', async () => {
    const { read } = await startServer()
    const attributes = (await read(`/Schemas/${USER_SCHEMA}`)).attributes as JsonObject[]
    const named = (list: Json | undefined, wanted: string) =>
      (list as JsonObject[]).find(({ name }) => name === wanted)!
    const typesOf = (name: string) => named(named(attributes, name).subAttributes, 'type').canonicalValues
    expect(typesOf('emails')).toEqual(expect.arrayContaining(['work', 'home', 'other']))
    expect(typesOf('phoneNumbers')).toEqual(expect.arrayContaining(['work', 'mobile', 'fax']))
    expect(typesOf('addresses')).toEqual(expect.arrayContaining(['work', 'home', 'other']))
  })

  test('each resource of a list is found under its own location', async () => {
    const { read, send } = await startServer()
    for (const path of ['/Schemas', '/ResourceTypes'])
      for (const resource of (await read(path)).Resources as JsonObject[]) {
        const at = new URL(metaOf(resource).location!).pathname.replace('/scim/v2', '')
        expect((await send('GET', at)).json).toEqual(resource)
      }
    expect(((await read('/ResourceTypes')).Resources as JsonObject[])[0]!.id).toBe('User')
    expect((await read(`/Schemas/${USER_SCHEMA.toLowerCase()}`)).id).toBe(USER_SCHEMA)
  })

  test.each(['/Schemas', '/ResourceTypes', '/ServiceProviderConfig', '/Schemas/x'])(
    'writes to %s are 405 with Allow, a filter is 403',
    async path => {
      const { send } = await startServer()
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
        expect(await send(method, path, {})).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
      expect((await send('GET', `${path}?filter=id+pr`)).status).toBe(403)
    }
  )
})

test.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'])(
  'RFC 7644 §3.11: %s /Me is 501',
  async method => {
    const { send } = await startServer()
    expect((await send(method, '/Me', method === 'POST' ? user('a') : undefined)).status).toBe(501)
  }
)

test('RFC 7643 §2.5, §7: a password is never returned, filtered on, sorted by or stored', async () => {
  const { create, send, read, find } = await startServer()
  const id = await create('/Users', user('anna', { password: 'correct horse battery' }))
  expect(JSON.stringify(await read(`/Users/${id}?attributes=password`))).not.toContain('horse')
  expect((await find('/Users', 'password eq "x"')).json.scimType).toBe('invalidFilter')
  expect((await send('GET', '/Users?sortBy=password')).status).toBe(400)
})
