import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { staticFile } from './static-files'

let folder: string

beforeAll(() => {
  const above = mkdtempSync(join(tmpdir(), 'usher-static-'))
  folder = join(above, 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(above, 'secret.txt'), 'secret')
  writeFileSync(join(above, 'renderer-secret.txt'), 'secret')
  writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">')
  writeFileSync(join(folder, 'assets', 'index-1a2b.js'), 'export {}')
})

test('the page carries the nonce that its policy allows, a new one each time', async () => {
  const answers = await Promise.all([staticFile(folder, '/'), staticFile(folder, '/index.html')])
  const nonces = answers.map(answer => {
    const nonce = /content="([^"]+)"/.exec(String(answer.body))?.[1] ?? ''
    expect(answer.headers['Content-Security-Policy']).toContain(`'nonce-${nonce}'`)
    return nonce
  })
  expect(new Set(nonces).size).toBe(2)
})

test('hashed assets may be cached for ever, the page never', async () => {
  const asset = await staticFile(folder, '/assets/index-1a2b.js')
  expect(asset.headers).toMatchObject({ 'Content-Type': 'text/javascript; charset=utf-8' })
  expect(asset.headers['Cache-Control']).toContain('immutable')
  expect((await staticFile(folder, '/')).headers['Cache-Control']).toBe('no-store')
})

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/assets/../../secret.txt',
  '/../renderer-secret.txt',
  '/..%5csecret.txt',
  '/%00',
  '/%',
  '/assets',
  '/assets/nothing.js',
  `/${'x'.repeat(300)}.js`
])('%s is not served', async pathname => {
  expect((await staticFile(folder, pathname)).status).toBe(404)
})
