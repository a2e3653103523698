import { describe, expect, test } from 'vitest'
import { judgeClient, readTokenRequest, redactForm } from './client-credentials'

const ID = '019a8d3c-1f00-7a2b-8c4d-0123456789ab'
const SECRET = `usher_c_${'a1B2'.repeat(10)}`
const NOW = Date.UTC(2026, 10, 22)
const GRANT = 'grant_type=client_credentials'
const IN_FORM = `${GRANT}&client_id=${ID}&client_secret=${SECRET}`
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`

const read = (form: string, authorization?: string) =>
  readTokenRequest(authorization, new URLSearchParams(form))

describe('a token request', () => {
  test.each([
    ['in the form', IN_FORM, undefined],
    ['in HTTP Basic', GRANT, basic(`${ID}:${SECRET}`)],
    ['in HTTP Basic, with its id in the form too', `${GRANT}&client_id=${ID}`, basic(`${ID}:${SECRET}`)],
    [
      'with a scope and parameters that nobody here knows',
      `${IN_FORM}&scope=scim&resource=x&foo=bar`,
      undefined
    ],
    ['beside a bearer token of somebody', IN_FORM, 'Bearer something']
  ])('shows a client %s', (_, form, authorization) => {
    expect(read(form, authorization)).toEqual({ clientId: ID, secret: SECRET })
  })

  test('HTTP Basic is read with and without form encoding (RFC 6749 §2.3.1)', () => {
    expect(read(GRANT, basic('a%3Ab:c+d%25'))).toEqual({ clientId: 'a:b', secret: 'c d%' })
    expect(read(GRANT, basic('a:50%'))).toEqual({ clientId: 'a', secret: '50%' })
  })

  test.each([
    ['', undefined, 'invalid_request', 'grant_type is missing'],
    ['grant_type=', undefined, 'invalid_request', 'grant_type is missing'],
    [`${GRANT}&${GRANT}`, undefined, 'invalid_request', '"grant_type" is sent more than once'],
    ['grant_type=password&username=a', undefined, 'unsupported_grant_type', 'client_credentials only'],
    [GRANT, undefined, 'invalid_client', 'is missing'],
    [`${GRANT}&client_id=${ID}`, undefined, 'invalid_client', 'is missing'],
    [`${GRANT}&client_id=${ID}&client_secret=`, undefined, 'invalid_client', 'is missing'],
    [`${GRANT}&client_assertion=eyJ`, undefined, 'invalid_client', 'client_assertion is not taken'],
    [IN_FORM, basic(`${ID}:${SECRET}`), 'invalid_request', 'shows its secret twice'],
    [`${GRANT}&client_id=other`, basic(`${ID}:${SECRET}`), 'invalid_request', 'name different clients'],
    [GRANT, basic('without a colon'), 'invalid_client', 'holds no client'],
    [GRANT, basic(`${ID}:`), 'invalid_client', 'holds no client']
  ])('%j with %j is %s: %s', (form, authorization, code, description) => {
    expect(() => read(form, authorization)).toThrow(
      expect.objectContaining({ code, description: expect.stringContaining(description) })
    )
  })
})

describe('a client', () => {
  const client = { id: '1', name: 'Contoso', clientId: ID, expiresAt: null, revokedAt: null }
  const token = { id: '2', name: 'Plain', clientId: null, expiresAt: null, revokedAt: null }
  const judge = (clientId: string, secret: string, known = {}) =>
    judgeClient(
      { clientId, secret },
      {
        findBySecret: one => (one === SECRET ? { ...client, ...known } : one === 'plain' ? token : null),
        findClient: one => (one === ID ? client : null)
      },
      NOW
    )

  test('is known by its id and secret together', () => {
    expect(judge(ID, SECRET)).toEqual(client)
  })

  test.each([
    [ID, 'wrong', {}, { reason: 'wrong-client-secret', tokenName: 'Contoso' }],
    [ID, 'plain', {}, { reason: 'wrong-client-secret', tokenName: 'Contoso' }],
    ['other', SECRET, {}, { reason: 'unknown-client' }],
    ['other', 'wrong', {}, { reason: 'unknown-client' }],
    [ID, SECRET, { accessEndsAt: NOW + 1 }, { reason: 'wrong-client-secret', tokenName: 'Contoso' }],
    [
      ID,
      SECRET,
      { revokedAt: NOW },
      { reason: 'revoked-token', tokenName: 'Contoso', isClient: true, at: NOW }
    ],
    [
      ID,
      SECRET,
      { expiresAt: NOW },
      { reason: 'expired-token', tokenName: 'Contoso', isClient: true, at: NOW }
    ]
  ])('%s with %s (%j) is refused: %j', (clientId, secret, known, refusal) => {
    expect(() => judge(clientId, secret, known)).toThrow(
      expect.objectContaining({ status: 401, code: 'invalid_client', refusal })
    )
  })

  test('the answer does not tell a wrong secret from an unknown client', () => {
    const said = (clientId: string) => {
      try {
        judge(clientId, 'wrong')
      } catch (error) {
        return (error as Error).message
      }
    }
    expect(said(ID)).toBe(said('other'))
  })
})

test('what the log keeps of a form has no secret, not even in the wrong field', () => {
  const kept = redactForm(
    new URLSearchParams(`${IN_FORM}&scope=a b&password=hunter2&client_id=${SECRET}&client_assertion=eyJ`)
  )
  expect(kept).toBe(
    `${GRANT}&client_id=${ID}&client_secret=(not stored)&scope=a%20b&password=(not stored)` +
      '&client_id=(not stored)&client_assertion=(not stored)'
  )
})
