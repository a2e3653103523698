import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { TOKEN, startEngine } from '../engine/started.fixture'

const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error'
const scim = { 'content-type': 'application/scim+json' }

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

const INVALID = ', error="invalid_token"'

describe('the door', () => {
  test.each([
    [{}, { reason: 'missing-token' }, ''],
    [{ Authorization: 'Basic abc' }, { reason: 'not-bearer', scheme: 'Basic' }, ''],
    [{ Authorization: `Bearer ${TOKEN}x` }, { reason: 'unknown-token' }, INVALID],
    [{ Authorization: `Bearer Bearer ${TOKEN}` }, { reason: 'doubled-bearer' }, INVALID]
  ])(
    '%j: 401 in SCIM form with the challenge of RFC 6750 §3, and a row that says why',
    async (headers, refusal, error) => {
      const { sendRaw, lastRow } = await startEngine()
      const answer = await sendRaw('/scim/v2/Users', { headers })
      expect(answer).toMatchObject({
        status: 401,
        headers: { ...scim, 'www-authenticate': `Bearer realm="Usher"${error}` },
        json: { schemas: [ERROR], status: '401' }
      })
      expect(await lastRow()).toMatchObject({
        status: 401,
        ending: 'answered',
        story: { kind: 'refused', refusal }
      })
    }
  )

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
