import { hash, randomBytes } from 'node:crypto'

/** What of a secret is kept: its SHA-256. */
export const hashOf = (secret: string): Buffer => hash('sha256', secret, 'buffer')

/** Clients in use at the same time; the rest is worked out again. */
const HASHES_KEPT = 32

/**
 * Secrets that were good, with their hashes, in memory: a client shows the same one with every request. Found by the string's own
 * hash, so that timing tells nothing of them.
 */
export function createKnownHashes() {
  const known = new Map<string, Buffer>()

  return {
    of: (secret: string): Buffer => known.get(secret) ?? hashOf(secret),
    remember(secret: string, hash: Buffer): void {
      if (known.has(secret)) return
      if (known.size >= HASHES_KEPT) known.clear()
      known.set(secret, hash)
    }
  }
}

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const SECRET_CHARACTERS = 40

/** A prefix by which people and scanners recognise it, and 40 random characters (238 bits). */
export function newSecret(prefix: string): string {
  let characters = ''
  while (characters.length < SECRET_CHARACTERS) {
    // Bytes from 248 on are passed over: with them the first eight characters would come up more often.
    for (const byte of randomBytes(SECRET_CHARACTERS)) if (byte < 248) characters += BASE62.charAt(byte % 62)
  }
  return prefix + characters.slice(0, SECRET_CHARACTERS)
}
