import { expect, test } from 'vitest'
import type { TlsState } from '../../shared/tls'
import { quickCommand } from './quick-command'

const OFF: TlsState = { kind: 'off' }
const ON: TlsState = {
  kind: 'on',
  certificate: { subject: 'scim.contoso.local', names: ['scim.contoso.local'], validTo: 0, remarks: [] }
}

test.each([
  ['127.0.0.1', OFF, 'http://127.0.0.1:7643'],
  ['0.0.0.0', OFF, 'http://127.0.0.1:7643'],
  ['::', OFF, 'http://127.0.0.1:7643'],
  ['::1', OFF, 'http://[::1]:7643'],
  ['10.0.0.7', OFF, 'http://10.0.0.7:7643'],
  ['0.0.0.0', ON, 'https://127.0.0.1:7643 --no-tls-verify'],
  ['::1', ON, 'https://[::1]:7643 --no-tls-verify']
])('on %s with TLS %j the tunnel leads to %s', (host, tls, leadsTo) => {
  expect(quickCommand({ host, port: 7643, tls })).toBe(`cloudflared tunnel --url ${leadsTo}`)
})
