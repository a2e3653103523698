import { expect, test } from 'vitest'
import { judgeBearer, refusalDetail } from './bearer'

const SECRET = `usher_${'a1B2'.repeat(10)}`
const NOW = Date.UTC(2026, 10, 21)
const known = { id: '1', name: 'Entra prod', expiresAt: null, revokedAt: null }
const find = (secret: string) => (secret === SECRET ? known : null)

test.each([
  [undefined, { reason: 'missing-token' }],
  ['', { reason: 'missing-token' }],
  ['Bearer', { reason: 'missing-token' }],
  ['Bearer ', { reason: 'missing-token' }],
  ['Basic dXNlcjpwYXNz', { reason: 'not-bearer', scheme: 'Basic' }],
  [SECRET, { reason: 'not-bearer', scheme: '', tokenName: 'Entra prod' }],
  ['abcdefghijklmnopqrstuvwxyzabcdefghij more', { reason: 'not-bearer', scheme: '' }],
  [`Bearer Bearer ${SECRET}`, { reason: 'doubled-bearer', tokenName: 'Entra prod' }],
  [`Bearer bearer: ${SECRET}`, { reason: 'doubled-bearer', tokenName: 'Entra prod' }],
  ['Bearer Bearer something', { reason: 'doubled-bearer' }],
  [`Bearer ${SECRET.slice(0, 20)} ${SECRET.slice(20)}`, { reason: 'white-space', tokenName: 'Entra prod' }],
  [`Bearer ${SECRET.slice(0, 20)}\t${SECRET.slice(20)}`, { reason: 'white-space', tokenName: 'Entra prod' }],
  ['Bearer some thing', { reason: 'white-space' }],
  [`Bearer ${SECRET.slice(0, 40)}`, { reason: 'truncated', length: 40 }],
  [`Bearer ${SECRET.toLowerCase()}`, { reason: 'unknown-token' }],
  [`Bearer ${SECRET}x`, { reason: 'unknown-token' }],
  ['Bearer something', { reason: 'unknown-token' }]
])('%j is refused: %j', (header, refusal) => {
  expect(judgeBearer(header, find, NOW)).toEqual({ refusal })
})

test.each([`Bearer ${SECRET}`, `bearer ${SECRET}`, `Bearer   ${SECRET}`, `Bearer ${SECRET} `])(
  '%j is let in',
  header => {
    expect(judgeBearer(header, find, NOW)).toEqual({ token: known })
  }
)

test.each([
  [{ revokedAt: NOW }, 'revoked-token'],
  [{ expiresAt: NOW }, 'expired-token'],
  [{ expiresAt: NOW, revokedAt: NOW - 1 }, 'revoked-token']
])('a token with %j is refused: %s', (ended, reason) => {
  const verdict = judgeBearer(`Bearer ${SECRET}`, () => ({ ...known, ...ended }), NOW)
  expect(verdict).toMatchObject({ refusal: { reason, tokenName: 'Entra prod' } })
})

test('a token that expires later is let in', () => {
  const token = { ...known, expiresAt: NOW + 1 }
  expect(judgeBearer(`Bearer ${SECRET}`, () => token, NOW)).toEqual({ token })
})

test('no refusal shows any part of a secret', () => {
  for (const header of [SECRET, `Bearer Bearer ${SECRET}`, `Bearer ${SECRET.slice(0, 40)}`, `${SECRET} x`]) {
    const verdict = judgeBearer(header, () => null, NOW)
    if (!('refusal' in verdict)) throw new Error('should be refused')
    expect(JSON.stringify(verdict) + refusalDetail(verdict.refusal)).not.toContain(SECRET.slice(6, 14))
  }
})
