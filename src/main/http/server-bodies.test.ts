import { describe, expect, test } from 'vitest'
import { TOKEN, startEngine } from '../engine/started.fixture'
import { MAX_BODY_BYTES } from './unread-body'

const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error'
const scim = { 'content-type': 'application/scim+json' }
const anna = { userName: 'anna@contoso.example', displayName: 'Anna' }

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

  test.each<Record<string, string>>([{}, { 'Content-Type': '' }])(
    'no media type at all is read as JSON: %j',
    async typed => {
      const { sendRaw } = await startEngine()
      const headers = { Authorization: `Bearer ${TOKEN}`, ...typed }
      const answer = await sendRaw('/scim/v2/Users', { method: 'POST', headers, body: JSON.stringify(anna) })
      expect(answer.status).toBe(201)
    }
  )

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
