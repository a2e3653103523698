import { expect, test } from 'vitest'
import { createSafePlace, type SafeStorage } from './safe-place'

/** Electron's safeStorage as a system with a keyring has it: what is sealed cannot be read. */
const keyring = (some: Partial<SafeStorage> = {}): SafeStorage => ({
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptString: text => Buffer.from(`v11${text.split('').reverse().join('')}`),
  decryptString(sealed) {
    const text = sealed.toString()
    if (!text.startsWith('v11')) throw new Error('Error while decrypting the ciphertext provided.')
    return text.slice(3).split('').reverse().join('')
  },
  ...some
})
const ready = () => Promise.resolve()

test('a text is sealed and opened again', async () => {
  const place = createSafePlace(keyring(), ready)
  const sealed = await place.seal('correct-horse')
  expect(Buffer.from(sealed ?? '', 'base64').toString()).not.toContain('correct-horse')
  expect(await place.unseal(sealed ?? '')).toBe('correct-horse')
})

test.each<[string, Partial<SafeStorage>]>([
  ['no encryption', { isEncryptionAvailable: () => false }],
  ['a key that stands in Chromium’s source', { getSelectedStorageBackend: () => 'basic_text' }],
  ['no backend yet', { getSelectedStorageBackend: () => 'unknown' }]
])('with %s there is no safe place', async (_, some) => {
  const place = createSafePlace(keyring(some), ready)
  expect(await place.seal('x')).toBeNull()
  expect(await place.unseal('x')).toBeNull()
})

test('Windows and macOS have no choice of backends', async () => {
  const storage = keyring({ getSelectedStorageBackend: undefined })
  expect(await createSafePlace(storage, ready).seal('x')).not.toBeNull()
})

test('what was sealed elsewhere does not open, and nothing is thrown', async () => {
  expect(await createSafePlace(keyring(), ready).unseal('c29tZXRoaW5nIGVsc2U=')).toBeNull()
})

test('the storage is not asked before the app is ready', async () => {
  const begun = Promise.withResolvers<void>()
  let isAsked = false
  const place = createSafePlace(
    keyring({ isEncryptionAvailable: () => (isAsked = true) }),
    () => begun.promise
  )
  const sealing = place.seal('x')
  expect(isAsked).toBe(false)
  begun.resolve()
  await sealing
  expect(isAsked).toBe(true)
})
