import { createHash, randomBytes } from 'node:crypto'
import { TOKEN_PREFIX, type Token } from '../../shared/token'
import type { Clock } from '../platform/clock'
import { newId } from '../platform/ids'

/** Longer than any run, and short enough not to matter if it is never given back. */
const LENT_FOR_MS = 12 * 3_600_000

export interface LentToken {
  secret: string
  giveBack(): void
}

/** Tokens for the console's own runs: in memory only, in no list, gone when the run ends. */
export function createLentTokens(clock: Clock) {
  const byHash = new Map<string, Token>()

  return {
    lend(name: string): LentToken {
      const secret = TOKEN_PREFIX + randomBytes(20).toString('hex')
      const hash = hashOf(secret)
      const now = clock.now()
      byHash.set(hash, {
        id: `lent-${newId()}`,
        name,
        lastFour: secret.slice(-4),
        createdAt: now,
        expiresAt: now + LENT_FOR_MS,
        revokedAt: null,
        lastUse: null,
        rotatedFrom: null,
        isFromEnvironment: false,
        clientId: null
      })
      return { secret, giveBack: () => void byHash.delete(hash) }
    },
    findBySecret: (secret: string): Token | null =>
      byHash.size === 0 ? null : (byHash.get(hashOf(secret)) ?? null),
    isLent: (id: string): boolean => id.startsWith('lent-')
  }
}
export type LentTokens = ReturnType<typeof createLentTokens>

const hashOf = (secret: string): string => createHash('sha256').update(secret, 'utf8').digest('hex')
