import { hash, randomBytes } from 'node:crypto'

/** What of a secret is kept: its SHA-256. */
export const hashOf = (secret: string): Buffer => hash('sha256', secret, 'buffer')

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
