import { expect, test } from 'vitest'
import { isReachableFromEntra, tenantUrlOf, withBasePath } from './tenant-url'

test.each([
  ['https://scim.contoso.example', 'https://scim.contoso.example/scim/v2'],
  ['https://scim.contoso.example/', 'https://scim.contoso.example/scim/v2'],
  ['https://scim.contoso.example/scim/v2/', 'https://scim.contoso.example/scim/v2'],
  ['https://scim.contoso.example/usher', 'https://scim.contoso.example/usher/scim/v2'],
  ['https://scim.contoso.example/scim/v2/?aadOptscim062020', 'https://scim.contoso.example/scim/v2']
])('%s becomes %s', (publicUrl, base) => {
  expect(withBasePath(publicUrl)).toBe(base)
})

test.each([
  [null, '127.0.0.1', 7643, 'http://127.0.0.1:7643/scim/v2'],
  [null, '::1', 1, 'http://[::1]:1/scim/v2'],
  [null, '0.0.0.0', 2, 'http://localhost:2/scim/v2'],
  ['https://a.example', '127.0.0.1', 3, 'https://a.example/scim/v2']
])('public URL %s, listening at %s port %i: %s', (publicUrl, host, port, url) => {
  expect(tenantUrlOf(publicUrl, host, port)).toBe(url)
})

test.each([
  ['https://scim.contoso.example/scim/v2', true],
  ['http://scim.contoso.example/scim/v2', false],
  ['https://127.0.0.1/scim/v2', false],
  ['https://172.20.1.1:8443/scim/v2', false],
  ['https://172.32.1.1:8443/scim/v2', true],
  ['https://[::1]:8443/scim/v2', false],
  ['https://usher.local/scim/v2', false],
  ['https://usher/scim/v2', false]
])('%s can be called by Entra: %s', (url, isReachable) => {
  expect(isReachableFromEntra(url)).toBe(isReachable)
})
