import { expect, test } from 'vitest'
import type { TlsProblem, TlsRemark } from '../tls'
import type { TlsTrouble, TunnelFinding } from '../tunnel'
import * as germanTls from './de/tls'
import { describeFinding as inGerman } from './de/tunnel'
import * as englishTls from './tls'
import { describeFinding } from './tunnel'

const TROUBLES: Record<TlsTrouble, true> = {
  'not-tls': true,
  closed: true,
  'self-signed': true,
  'unknown-issuer': true,
  expired: true,
  'not-yet-valid': true,
  'name-mismatch': true,
  other: true
}
const host = 'x.example'
const FINDINGS: TunnelFinding[] = [
  { kind: 'not-https' },
  { kind: 'local-name', host },
  { kind: 'dns', host },
  { kind: 'unreachable', host, reason: 'ECONNREFUSED' },
  { kind: 'timeout', host },
  { kind: 'proxy', reason: '407' },
  ...(Object.keys(TROUBLES) as TlsTrouble[]).map((trouble): TunnelFinding => ({
    kind: 'tls',
    host,
    trouble,
    reason: 'ERR'
  })),
  { kind: 'tunnel-down', status: 502, by: null },
  { kind: 'tunnel-down', status: 502, by: 'ngrok' },
  { kind: 'web-page', status: 200, firstLine: '<html>', isInterstitial: true },
  { kind: 'web-page', status: 200, firstLine: '<html>', isInterstitial: false },
  { kind: 'redirect', status: 302, location: 'https://y.example' },
  { kind: 'login', status: 403 },
  { kind: 'wrong-path', expected: '/scim/v2', arrived: null },
  { kind: 'wrong-path', expected: '/scim/v2', arrived: '/v2' },
  { kind: 'wrong-host', status: 404, firstLine: 'Apache' },
  { kind: 'authorization', isMissing: true },
  { kind: 'authorization', isMissing: false },
  { kind: 'method-blocked', method: 'PATCH', status: null },
  { kind: 'method-blocked', method: 'PATCH', status: 405 },
  { kind: 'body-mangled', sentBytes: 10, arrivedBytes: 9 },
  { kind: 'header-mangled', header: 'Content-Type', arrived: null },
  { kind: 'header-mangled', header: 'Content-Type', arrived: 'text/plain' },
  { kind: 'query-mangled', sent: 'a', arrived: 'b' },
  { kind: 'answer-mangled' },
  { kind: 'size-limit', bytes: 4_000_000, status: null },
  { kind: 'token-endpoint', status: 404 }
]
const PROBLEMS: TlsProblem[] = [
  { kind: 'no-certificate', folder: '/tls' },
  { kind: 'no-key', folder: '/tls' },
  { kind: 'bad-password', isGiven: true },
  { kind: 'bad-password', isGiven: false },
  { kind: 'wrong-key' },
  { kind: 'unreadable', file: 'key.pem', reason: 'EACCES' }
]
const REMARKS: TlsRemark[] = [
  { kind: 'expired', at: 0 },
  { kind: 'not-yet-valid', at: 0 },
  { kind: 'weak-key', bits: 1024 },
  { kind: 'name-mismatch', host, names: [] },
  { kind: 'self-signed' }
]

function expectTold(english: string, german: string) {
  expect(german).not.toBe(english)
  expect(german).not.toMatch(/undefined|null|NaN|\[object/)
}

test.each(FINDINGS)('the finding %j is told in both languages', finding => {
  expectTold(describeFinding(finding).title, inGerman(finding).title)
  expectTold(describeFinding(finding).fix, inGerman(finding).fix)
})

test.each(PROBLEMS)('the problem %j is told in both languages', problem =>
  expectTold(englishTls.describeTlsProblem(problem), germanTls.describeTlsProblem(problem))
)

test.each(REMARKS)('the remark %j is told in both languages', remark =>
  expectTold(englishTls.describeTlsRemark(remark), germanTls.describeTlsRemark(remark))
)
