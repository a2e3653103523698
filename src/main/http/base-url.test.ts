import { expect, test } from 'vitest'
import { baseUrlOf } from './base-url'

const arrival = {
  headers: { host: 'localhost:7643' },
  remoteAddress: '127.0.0.1',
  local: () => ({ address: '127.0.0.1', port: 7643 }),
  isEncrypted: false
}
const settings = { 'server.publicUrl': null, 'server.trustForwarded': false }
const forwarded = { host: 'localhost:7643', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'scim.example' }

test('links name the host that the client named', () => {
  expect(baseUrlOf(arrival, settings)).toBe('http://localhost:7643/scim/v2')
})

test('the public URL counts before everything', () => {
  const publicUrl = { 'server.publicUrl': 'https://public.example/', 'server.trustForwarded': true }
  expect(baseUrlOf({ ...arrival, headers: forwarded }, publicUrl)).toBe('https://public.example/scim/v2')
})

test('forwarded headers count only when switched on, and only from this computer', () => {
  const trusting = { ...settings, 'server.trustForwarded': true }
  const come = { ...arrival, headers: forwarded }
  expect(baseUrlOf(come, settings)).toBe('http://localhost:7643/scim/v2')
  expect(baseUrlOf(come, trusting)).toBe('https://scim.example/scim/v2')
  expect(baseUrlOf({ ...come, remoteAddress: '10.0.0.9' }, trusting)).toBe('http://localhost:7643/scim/v2')
  expect(baseUrlOf({ ...come, remoteAddress: '::ffff:127.0.0.1' }, trusting)).toBe(
    'https://scim.example/scim/v2'
  )
})

test.each([undefined, 'a b', 'host/path', 'host"onload', 'user@host'])(
  'the Host header %j is not put into links',
  host => {
    expect(baseUrlOf({ ...arrival, headers: { host } }, settings)).toBe('http://127.0.0.1:7643/scim/v2')
  }
)

test('IPv6 addresses stand in brackets', () => {
  const local = { address: '::1', port: 80 }
  expect(baseUrlOf({ ...arrival, headers: {}, local: () => local }, settings)).toBe('http://[::1]:80/scim/v2')
  expect(baseUrlOf({ ...arrival, headers: { host: '[::1]:80' } }, settings)).toBe('http://[::1]:80/scim/v2')
})
