import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { TOKEN, startEngine } from '../engine/started.fixture'
import { MAX_BODY_BYTES } from './plugins/answer-errors'

const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error'
const scim = { 'content-type': 'application/scim+json' }
const anna = { userName: 'anna@contoso.example', displayName: 'Anna' }

/** Writes bytes to the port and reads until the server closes. */
function sendBytes(port: number, bytes: Buffer | string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes))
    socket.on('data', chunk => chunks.push(chunk))
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')))
    socket.on('error', reject)
  })
}

describe('the door', () => {
  test.each([
    [{}, { reason: 'missing-token' }],
    [{ Authorization: 'Basic abc' }, { reason: 'not-bearer', scheme: 'Basic' }],
    [{ Authorization: `Bearer ${TOKEN}x` }, { reason: 'unknown-token' }],
    [{ Authorization: `Bearer Bearer ${TOKEN}` }, { reason: 'doubled-bearer' }]
  ])('%j: 401 in SCIM form, and a row that says why', async (headers, refusal) => {
    const { sendRaw, lastRow } = await startEngine()
    const answer = await sendRaw('/scim/v2/Users', { headers })
    expect(answer).toMatchObject({
      status: 401,
      headers: { ...scim, 'www-authenticate': 'Bearer' },
      json: { schemas: [ERROR], status: '401' }
    })
    expect(await lastRow()).toMatchObject({
      status: 401,
      ending: 'answered',
      story: { kind: 'refused', refusal }
    })
  })

  test('an unknown caller gets 401 whatever the body, which is not read', async () => {
    const { sendRaw, engine, lastRow } = await startEngine()
    const headers = { 'Content-Type': 'text/html' }
    const answer = await sendRaw('/scim/v2/Users', { method: 'POST', headers, body: '{broken' })
    expect(answer.status).toBe(401)
    const row = await lastRow()
    expect(row).toMatchObject({ requestBytes: 0 })
    const detail = await engine.console.journal.get(row?.id ?? 0, { isWhole: true })
    expect(detail?.requestBody).toBeNull()
  })

  test('the sixth refusal within a minute waits, a good request does not', async () => {
    const { sendRaw, send } = await startEngine()
    for (let count = 0; count < 5; count++) await sendRaw('/scim/v2/Users')
    const slowed = sendRaw('/scim/v2/Users').then(() => 'refused')
    const good = send('GET', '/Users').then(() => 'good')
    await expect(Promise.race([slowed, good])).resolves.toBe('good')
    await slowed
  })

  test('a created token opens it, a revoked one does not', async () => {
    const { engine, sendRaw } = await startEngine()
    const { token, secret } = await engine.console.tokens.create({ name: 'Entra', expiresAt: null })
    const headers = { Authorization: `Bearer ${secret}` }
    expect((await sendRaw('/scim/v2/Users', { headers })).status).toBe(200)
    await engine.console.tokens.revoke(token.id)
    const refused = await sendRaw('/scim/v2/Users', { headers })
    expect(refused.status).toBe(401)
    expect(refused.json.detail).toContain('The token "Entra" was revoked on ')
  })

  test('health needs no token and tells nothing', async () => {
    const { sendRaw } = await startEngine()
    expect(await sendRaw('/health')).toMatchObject({ status: 200, text: '{"status":"ok"}' })
  })
})

describe('bodies', () => {
  test.each([
    'application/scim+json',
    'application/scim+json; charset=utf-8',
    'application/scim+json;charset="UTF-8"',
    'application/json',
    'Application/JSON; charset=utf-8'
  ])('%s is read', async mediaType => {
    const { send } = await startEngine()
    const answer = await send('POST', '/Users', anna, { 'Content-Type': mediaType })
    expect(answer).toMatchObject({ status: 201, headers: scim, json: anna })
  })

  test('no media type at all is read as JSON', async () => {
    const { sendRaw } = await startEngine()
    const headers = { Authorization: `Bearer ${TOKEN}` }
    const answer = await sendRaw('/scim/v2/Users', { method: 'POST', headers, body: JSON.stringify(anna) })
    expect(answer.status).toBe(201)
  })

  test.each([
    [{ 'Content-Type': 'text/plain' }, 'text/plain'],
    [{ 'Content-Type': 'application/x-www-form-urlencoded' }, 'application/x-www-form-urlencoded'],
    [{ 'Content-Type': 'application/json; charset=iso-8859-1' }, 'iso-8859-1'],
    [{ 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }, 'gzip'],
    [{ 'Content-Type': 'nonsense' }, 'nonsense']
  ])('%j: 415', async (headers, named) => {
    const { send } = await startEngine()
    const answer = await send('POST', '/Users', anna, headers)
    expect(answer).toMatchObject({ status: 415, headers: scim, json: { schemas: [ERROR], status: '415' } })
    expect(answer.json.detail).toContain(named)
  })

  test.each([
    ['{"userName": "a",}', 'unexpected "}" at line 1, column 18'],
    ['{"userName":\n "a"', 'ends too early'],
    ['', 'no body']
  ])('%j: 400 invalidSyntax that says where', async (body, words) => {
    const { send, lastRow } = await startEngine()
    const answer = await send('POST', '/Users', body)
    expect(answer).toMatchObject({ status: 400, headers: scim, json: { scimType: 'invalidSyntax' } })
    expect(answer.json.detail).toContain(words)
    expect(await lastRow()).toMatchObject({
      status: 400,
      story: { kind: 'failed', scimType: 'invalidSyntax' }
    })
  })

  test('a body at the limit is read, one above it is 413', async () => {
    const { send, lastRow } = await startEngine()
    const padded = (bytes: number) => {
      const body = JSON.stringify({ ...anna, nickName: '' })
      return body.replace('""', `"${'x'.repeat(bytes - body.length)}"`)
    }
    const tooLarge = await send('POST', '/Users', padded(MAX_BODY_BYTES + 1))
    expect(tooLarge).toMatchObject({ status: 413, headers: scim, json: { schemas: [ERROR], status: '413' } })
    expect(await lastRow()).toMatchObject({ status: 413, story: { kind: 'failed' } })
    expect((await send('POST', '/Users', padded(MAX_BODY_BYTES))).status).toBe(201)
  })

  test('__proto__ in a body changes no prototype and is not kept', async () => {
    const { send } = await startEngine()
    const answer = await send(
      'POST',
      '/Users',
      '{"userName":"a","__proto__":{"active":true},"name":{"__proto__":{"x":1}}}'
    )
    expect(answer.status).toBe(201)
    expect(answer.text).not.toContain('__proto__')
    expect(({} as Record<string, unknown>).active).toBeUndefined()
  })

  test('the log keeps a body byte for byte', async () => {
    const { send, engine, lastRow } = await startEngine()
    const body = '{ "userName" : "a@b.example",\n  "userName":"b@b.example", "x":1.0 }'
    await send('POST', '/Users', body)
    const detail = await engine.console.journal.get((await lastRow())?.id ?? 0, { isWhole: true })
    expect(detail?.requestBody).toMatchObject({ text: body, bytes: body.length })
  })
})

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

describe('what is no request', () => {
  test('TLS on the plain port leaves a row that says so', async () => {
    const { port, lastRow } = await startEngine()
    await sendBytes(port, Buffer.from([0x16, 0x03, 0x01, 0x00, 0x05, 1, 2, 3, 4, 5]))
    expect(await lastRow()).toMatchObject({ ending: 'not-http', story: { kind: 'not-http', isTls: true } })
  })

  test('other bytes get a SCIM-shaped 400 and a row', async () => {
    const { port, lastRow } = await startEngine()
    const answer = await sendBytes(port, 'HELLO THERE\r\n\r\n')
    expect(answer).toContain('HTTP/1.1 400 Bad Request')
    expect(answer).toContain(ERROR)
    expect(await lastRow()).toMatchObject({ ending: 'not-http', story: { kind: 'not-http', isTls: false } })
  })

  test('headers that are too long: 431 and a row with method and target', async () => {
    const { port, lastRow } = await startEngine()
    const head = `GET /scim/v2/Users HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`
    expect(await sendBytes(port, head)).toContain('HTTP/1.1 431')
    expect(await lastRow()).toMatchObject({
      status: 431,
      ending: expect.stringMatching(/malformed|not-http/)
    })
  })

  test('a client that leaves before its body is complete leaves an interrupted row', async () => {
    const { port, engine, lastRow } = await startEngine()
    const opened = Promise.withResolvers<void>()
    engine.console.journal.subscribe(row => row.ending === 'open' && opened.resolve())
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(
        `POST /scim/v2/Users HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`
      )
    )
    await opened.promise
    socket.destroy()
    expect(await lastRow()).toMatchObject({ ending: 'client-gone', status: null })
  })
})
