import { describe, expect, test } from 'vitest'
import { TOKEN, startEngine } from '../engine/started.fixture'

const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error'
const scim = { 'content-type': 'application/scim+json' }
const anna = { userName: 'anna@contoso.example', displayName: 'Anna' }

describe('addresses', () => {
  test.each([
    ['GET', '/nowhere', 'The path should start with /scim/v2'],
    ['POST', '/scim/v2/Users/Users', 'Leave /Users out of the Tenant URL'],
    ['GET', '/scim/v2/Users/Users?filter=x', 'Leave /Users out of the Tenant URL'],
    ['GET', '/scim/v2/People', 'This server has /Users']
  ])('%s %s is not found, with a hint', async (method, target, hint) => {
    const { sendRaw } = await startEngine()
    const answer = await sendRaw(target, { method, headers: { Authorization: `Bearer ${TOKEN}` } })
    expect(answer).toMatchObject({ status: 404, headers: scim, json: { schemas: [ERROR] } })
    expect(answer.json.detail).toContain(hint)
  })

  test.each([
    ['DELETE', '/Users', 'GET, POST, HEAD'],
    ['POST', '/Users/1', 'GET, PUT, PATCH, DELETE, HEAD'],
    ['GET', '/Users/.search', 'POST'],
    ['POST', '/Schemas', 'GET, HEAD'],
    ['PUT', '/ServiceProviderConfig', 'GET, HEAD'],
    ['GET', '/Bulk', 'POST']
  ])('%s %s: 405 with Allow: %s', async (method, path, allow) => {
    const { send } = await startEngine()
    const body = method === 'POST' || method === 'PUT' ? '{broken' : undefined
    expect(await send(method, path, body)).toMatchObject({
      status: 405,
      headers: { ...scim, allow },
      json: { status: '405' }
    })
  })

  test.each(['//Users', '/Users/', '/Users/?aadOptscim062020', '/Users?unknown=1'])(
    '%s is /Users',
    async path => {
      const { send } = await startEngine()
      expect(await send('GET', path)).toMatchObject({ status: 200, json: { totalResults: 0 } })
    }
  )

  test('HEAD answers as GET, without the body', async () => {
    const { send } = await startEngine()
    const [get, head] = [await send('GET', '/Schemas'), await send('HEAD', '/Schemas')]
    expect(head).toMatchObject({ status: 200, text: '', headers: scim })
    expect(head.headers['content-length']).toBe(get.headers['content-length'])
  })

  test('/Me is not implemented, in SCIM form', async () => {
    const { send } = await startEngine()
    expect(await send('GET', '/Me')).toMatchObject({ status: 501, headers: scim, json: { status: '501' } })
  })

  test('a URL that cannot be decoded: 400, and a row', async () => {
    const { send, lastRow } = await startEngine()
    expect(await send('GET', '/Users/%zz')).toMatchObject({
      status: 400,
      headers: scim,
      json: { schemas: [ERROR] }
    })
    expect(await lastRow()).toMatchObject({ ending: 'malformed', status: 400, target: '/scim/v2/Users/%zz' })
  })
})

describe('versions and links', () => {
  test('If-None-Match never hides a changed list of groups', async () => {
    const { send } = await startEngine()
    const user = await send('POST', '/Users', { userName: 'in-and-out@contoso.example' })
    const path = `/Users/${String(user.json.id)}`
    const ifChanged = { 'If-None-Match': String(user.headers.etag) }
    expect((await send('GET', path, undefined, ifChanged)).status).toBe(304)

    const group = await send('POST', '/Groups', { displayName: 'Team', members: [{ value: user.json.id }] })
    expect((await send('GET', path, undefined, ifChanged)).json.groups).toHaveLength(1)
    expect((await send('GET', `${path}?excludedAttributes=groups`, undefined, ifChanged)).status).toBe(304)
    await send('DELETE', `/Groups/${String(group.json.id)}`)
    const after = await send('GET', path, undefined, ifChanged)
    expect({ status: after.status, groups: after.json.groups }).toEqual({ status: 200, groups: undefined })
  })

  test('If-None-Match with the present version: 304 without a body; If-Match with another: 412', async () => {
    const { send } = await startEngine()
    const created = await send('POST', '/Users', anna)
    const { etag = '', location } = created.headers
    const path = `/Users/${String(created.json.id)}`
    expect(location).toBe((created.json.meta as { location: string }).location)

    expect(await send('GET', path, undefined, { 'If-None-Match': String(etag) })).toMatchObject({
      status: 304,
      text: ''
    })
    expect((await send('GET', path, undefined, { 'If-None-Match': 'W/"7"' })).status).toBe(200)
    expect(await send('DELETE', path, undefined, { 'If-Match': 'W/"7"' })).toMatchObject({
      status: 412,
      headers: scim
    })
    expect(await send('DELETE', path, undefined, { 'If-Match': String(etag) })).toMatchObject({
      status: 204,
      text: ''
    })
  })

  test('links follow the Host header, or the public URL when one is set', async () => {
    const { send, engine } = await startEngine()
    const named = await send('POST', '/Users', anna, { Host: 'usher.example:99' })
    expect(named.headers.location).toMatch(/^http:\/\/usher\.example:99\/scim\/v2\/Users\//)
    await engine.console.settings.set({ 'server.publicUrl': 'https://public.example' })
    const read = await send('GET', `/Users/${String(named.json.id)}`)
    expect(read.headers.location).toMatch(/^https:\/\/public\.example\/scim\/v2\/Users\//)
  })

  test('PATCH: 200 with the user; 204 for a group, 200 when attributes are asked for', async () => {
    const { send } = await startEngine()
    const patch = { Operations: [{ op: 'Replace', path: 'displayName', value: 'B' }] }
    const user = await send('POST', '/Users', anna)
    const group = await send('POST', '/Groups', { displayName: 'A' })
    expect(await send('PATCH', `/Users/${String(user.json.id)}`, patch)).toMatchObject({
      status: 200,
      json: { displayName: 'B' }
    })
    const path = `/Groups/${String(group.json.id)}`
    expect(await send('PATCH', path, patch)).toMatchObject({ status: 204, text: '' })
    const asked = await send('PATCH', `${path}?attributes=displayName`, patch)
    expect(asked).toMatchObject({ status: 200, json: { displayName: 'B' } })
  })
})

describe('discovery, search and bulk', () => {
  test('a filter on discovery is 403; single schemas and types are found by id', async () => {
    const { send } = await startEngine()
    expect((await send('GET', '/Schemas?filter=id+eq+%22x%22')).status).toBe(403)
    const { json } = await send('GET', '/Schemas/urn:ietf:params:scim:schemas:core:2.0:User')
    expect(json.name).toBe('User')
    expect((await send('GET', '/ResourceTypes/Group')).json.endpoint).toBe('/Groups')
    expect((await send('GET', '/ResourceTypes/Nobody')).status).toBe(404)
  })

  test('.search finds per type and over all types', async () => {
    const { send } = await startEngine()
    await send('POST', '/Users', anna)
    await send('POST', '/Groups', { displayName: 'Anna' })
    const search = { filter: 'displayName eq "Anna"' }
    expect((await send('POST', '/Users/.search', search)).json.totalResults).toBe(1)
    expect((await send('POST', '/.search', search)).json.totalResults).toBe(2)
    expect((await send('GET', '?filter=displayName+eq+%22Anna%22')).json.totalResults).toBe(2)
  })

  test('bulk creates what refers to each other and answers each operation', async () => {
    const { send, lastRow } = await startEngine()
    const { status, json } = await send('POST', '/Bulk', {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
      Operations: [
        {
          method: 'POST',
          path: '/Groups',
          bulkId: 'g',
          data: { displayName: 'G', members: [{ value: 'bulkId:u' }] }
        },
        { method: 'POST', path: '/Users', bulkId: 'u', data: anna },
        { method: 'DELETE', path: '/Users/nobody' }
      ]
    })
    expect(status).toBe(200)
    expect(json.Operations).toMatchObject([
      { method: 'POST', bulkId: 'g', status: '201' },
      { method: 'POST', bulkId: 'u', status: '201' },
      { method: 'DELETE', status: '404', response: { schemas: [ERROR] } }
    ])
    expect(await lastRow()).toMatchObject({
      story: { kind: 'bulk', operations: 3, failed: 1 },
      hasChange: true
    })
  })
})
