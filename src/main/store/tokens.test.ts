import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStores } from './stores'

const hash = (secret: string) => createHash('sha256').update(secret).digest()
const entra = {
  id: 'a',
  name: 'Entra prod',
  hash: hash('secret'),
  lastFour: 'cret',
  createdAt: 1,
  expiresAt: null,
  rotatedFrom: null,
  clientId: null
}

test('a token is found by the hash of its secret, and is revoked once', async () => {
  const { tokens, commit, close } = openStores(mkdtempSync(join(tmpdir(), 'usher-tokens-')))
  await commit.write(() => tokens.create(entra))
  expect(tokens.findByHash(hash('secret'))).toMatchObject({ id: 'a', name: 'Entra prod', revokedAt: null })
  expect(tokens.findByHash(hash('other'))).toBeNull()
  expect(await commit.write(() => tokens.revoke('a', 5))).toBe(true)
  expect(await commit.write(() => tokens.revoke('a', 6))).toBe(false)
  expect(tokens.find('a')?.revokedAt).toBe(5)
  await close()
})

test('the last use is known at once and is still known after closing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'usher-tokens-'))
  const first = openStores(folder)
  await first.commit.write(() => first.tokens.create(entra))
  const use = { at: 9, address: '127.0.0.1', userAgent: null }
  first.tokens.touch('a', use)
  expect(first.tokens.list()).toMatchObject([{ lastUse: use }])
  await first.close()

  const second = openStores(folder)
  expect(second.tokens.find('a')?.lastUse).toEqual(use)
  await second.close()
})

test('settings that are not stored, or no longer fit, have their defaults', async () => {
  const { settings, commit, db, close } = openStores(mkdtempSync(join(tmpdir(), 'usher-settings-')))
  await commit.write(() => settings.set({ 'server.port': 9000 }))
  db.exec(`INSERT INTO settings VALUES ('log.maxDays', '"many"'), ('gone', '1')`)
  expect(settings.get()).toMatchObject({ 'server.port': 9000, 'log.maxDays': 90 })
  expect(settings.get()).not.toHaveProperty('gone')
  await close()
})
