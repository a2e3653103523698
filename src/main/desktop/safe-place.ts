/** As much of Electron's safeStorage as is needed. */
export interface SafeStorage {
  isEncryptionAvailable(): boolean
  /** Linux only. */
  getSelectedStorageBackend?(): string
  encryptString(text: string): Buffer
  decryptString(sealed: Buffer): string
}

/** With these Chromium seals with a key that stands in its own source, which protects from nobody. */
const UNSAFE = new Set(['basic_text', 'unknown'])

/**
 * Seals texts with the key store of the system: Keychain, DPAPI, or a keyring on Linux.
 *
 * @param ready safeStorage must not be asked before the app is ready
 */
export function createSafePlace(storage: SafeStorage, ready: () => Promise<unknown>) {
  async function isSafe(): Promise<boolean> {
    await ready()
    return storage.isEncryptionAvailable() && !UNSAFE.has(storage.getSelectedStorageBackend?.() ?? '')
  }

  return {
    /** As base64; null where this system offers no safe place. */
    seal: async (text: string): Promise<string | null> =>
      (await isSafe()) ? storage.encryptString(text).toString('base64') : null,

    /** null when it was sealed elsewhere, or the key store has forgotten its key. */
    async unseal(sealed: string): Promise<string | null> {
      if (!(await isSafe())) return null
      try {
        return storage.decryptString(Buffer.from(sealed, 'base64'))
      } catch {
        // Electron has one error for every reason; the console then asks for the password again.
        return null
      }
    }
  }
}
