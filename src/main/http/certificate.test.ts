import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { certificateFile } from '../../../test/tls-front'
import { describeTlsProblem, describeTlsRemark } from '../../shared/words/tls'
import { readCertificate } from './certificate'

const PASSWORD = 'correct-horse-battery'
const NOW = Date.UTC(2026, 10, 21)

function read(
  files: Record<string, string>,
  { password = null as string | null, host = null as string | null } = {}
) {
  const folder = mkdtempSync(join(tmpdir(), 'usher-tls-'))
  for (const [name, source] of Object.entries(files))
    copyFileSync(certificateFile(source), join(folder, name))
  return readCertificate(folder, { password, host, now: NOW })
}
const pem = (name: string, key = `${name}.key`) => ({ 'certificate.pem': `${name}.pem`, 'key.pem': key })

test.each<[string, Record<string, string>, string | null]>([
  ['PEM', pem('tunnel'), null],
  ['PEM with a password', pem('tunnel', 'tunnel-encrypted.key'), PASSWORD],
  ['PFX', { 'certificate.pfx': 'tunnel.pfx' }, PASSWORD]
])('%s is read', (_form, files, password) => {
  expect(read(files, { password, host: 'tunnel.contoso.example' })).toMatchObject({
    kind: 'ready',
    certificate: { subject: 'CN=tunnel', names: expect.arrayContaining(['localhost']), remarks: [] }
  })
})

test.each<[string, Record<string, string>, string | null, object]>([
  ['nothing', {}, null, { kind: 'no-certificate' }],
  ['no key', { 'certificate.pem': 'tunnel.pem' }, null, { kind: 'no-key' }],
  ['no password', pem('tunnel', 'tunnel-encrypted.key'), null, { kind: 'bad-password', isGiven: false }],
  [
    'a wrong password',
    pem('tunnel', 'tunnel-encrypted.key'),
    'wrong',
    { kind: 'bad-password', isGiven: true }
  ],
  [
    'a wrong PFX password',
    { 'certificate.pfx': 'tunnel.pfx' },
    'wrong',
    { kind: 'bad-password', isGiven: true }
  ],
  ['another key', pem('tunnel', 'renewed.key'), null, { kind: 'wrong-key' }],
  [
    'a key as certificate',
    { 'certificate.pem': 'tunnel.key', 'key.pem': 'tunnel.key' },
    null,
    { kind: 'unreadable' }
  ]
])('%s is a problem with a sentence', (_name, files, password, problem) => {
  const found = read(files, { password })
  expect(found).toMatchObject({ kind: 'problem', problem })
  if (found.kind === 'problem') expect(describeTlsProblem(found.problem)).toMatch(/\.$/)
})

test.each<[string, object]>([
  ['expired', { kind: 'expired' }],
  ['weak', { kind: 'weak-key', bits: 1024 }],
  ['other-name', { kind: 'name-mismatch', names: ['other.contoso.example'] }]
])('the certificate "%s" is used, with a remark', (name, remark) => {
  const found = read(pem(name), { host: 'localhost' })
  expect(found).toMatchObject({ kind: 'ready', certificate: { remarks: [remark] } })
  if (found.kind === 'ready')
    for (const one of found.certificate.remarks) expect(describeTlsRemark(one)).toMatch(/\.$/)
})

test('a broken PFX is unreadable', () => {
  const folder = mkdtempSync(join(tmpdir(), 'usher-tls-'))
  writeFileSync(join(folder, 'certificate.pfx'), 'nonsense')
  expect(readCertificate(folder, { password: null, host: null, now: NOW })).toMatchObject({
    kind: 'problem',
    problem: { kind: 'unreadable' }
  })
})
