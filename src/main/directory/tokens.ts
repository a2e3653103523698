import { hash, randomBytes, timingSafeEqual } from 'node:crypto'
import { TOKEN_PREFIX, type Token, type TokenUse } from '../../shared/token'
import type { Clock } from '../platform/clock'
import { newId } from '../platform/ids'
import type { Stores } from '../store/stores'

/** USHER_TOKEN cannot be used as a secret. */
export class UnfitEnvironmentToken extends Error {
  override name = 'UnfitEnvironmentToken'
}

export interface TokenDeps {
  tokens: Stores['tokens']
  commit: Stores['commit']
  clock: Clock
  /** USHER_TOKEN: a secret that works as long as this process runs and is nowhere on disk. */
  environmentSecret?: string
}

/**
 * The use-cases on tokens. Secrets come and go here and are kept nowhere: only SHA-256 hashes are stored and compared.
 *
 * @throws UnfitEnvironmentToken, with a sentence, when the environment's secret is too short or could not arrive in a header
 */
export function createTokens({ tokens, commit, clock, environmentSecret }: TokenDeps) {
  const environment =
    environmentSecret === undefined ? null : environmentToken(environmentSecret, clock.now())

  return {
    list: (): Token[] => (environment ? [environment.token, ...tokens.list()] : tokens.list()),

    find: (id: string): Token | null => (environment?.token.id === id ? environment.token : tokens.find(id)),

    /** The token that a secret belongs to, valid or not. */
    findBySecret(secret: string): Token | null {
      const hash = hashOf(secret)
      if (environment && timingSafeEqual(environment.hash, hash)) return environment.token
      // An index look-up by SHA-256: its timing tells nothing that helps to find a secret.
      return tokens.findByHash(hash)
    },

    /** Remembers when, from where and by which program a token was used last. Written to disk later. */
    used(id: string, use: TokenUse): void {
      if (environment?.token.id === id) environment.token.lastUse = use
      else tokens.touch(id, use)
    },

    /** A new token with its secret, which is in this answer and nowhere else, ever. Resolves when it is on disk. */
    async create(wanted: {
      name: string
      expiresAt: number | null
    }): Promise<{ token: Token; secret: string }> {
      const secret = newSecret()
      const token: Token = {
        ...freshToken(wanted.name, secret, clock.now()),
        expiresAt: wanted.expiresAt
      }
      await commit.write(() => tokens.create({ ...token, hash: hashOf(secret) }))
      return { token, secret }
    },

    /**
     * A new secret for a stored token: same name, same lifetime counted from now. Both are on disk together.
     *
     * @param endsAt when the old secret stops working; null leaves it as it is
     */
    async rotate(old: Token, endsAt: number | null): Promise<{ token: Token; secret: string }> {
      const now = clock.now()
      const secret = newSecret()
      const token: Token = {
        ...freshToken(old.name, secret, now),
        expiresAt: old.expiresAt === null ? null : now + (old.expiresAt - old.createdAt),
        rotatedFrom: old.id
      }
      await commit.write(() => {
        tokens.create({ ...token, hash: hashOf(secret) })
        if (endsAt !== null) tokens.revoke(old.id, endsAt)
      })
      return { token, secret }
    },

    /** Ends a stored token, for good. Resolves when that is on disk; null when it was revoked before or never existed. */
    async revoke(id: string): Promise<Token | null> {
      const at = clock.now()
      const isRevoked = await commit.write(() => tokens.revoke(id, at))
      return isRevoked ? tokens.find(id) : null
    }
  }
}
export type Tokens = ReturnType<typeof createTokens>

const freshToken = (name: string, secret: string, createdAt: number): Token => ({
  id: newId(),
  name,
  lastFour: secret.slice(-4),
  createdAt,
  expiresAt: null,
  revokedAt: null,
  lastUse: null,
  rotatedFrom: null,
  isFromEnvironment: false
})

const hashOf = (secret: string): Buffer => hash('sha256', secret, 'buffer')

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const SECRET_CHARACTERS = 40

function newSecret(): string {
  let characters = ''
  while (characters.length < SECRET_CHARACTERS) {
    // Bytes from 248 on are passed over: with them the first eight characters would come up more often.
    for (const byte of randomBytes(SECRET_CHARACTERS)) if (byte < 248) characters += BASE62.charAt(byte % 62)
  }
  return TOKEN_PREFIX + characters.slice(0, SECRET_CHARACTERS)
}

const LEAST_CHARACTERS = 32

function environmentToken(secret: string, now: number): { hash: Buffer; token: Token } {
  if (secret.length < LEAST_CHARACTERS) {
    throw new UnfitEnvironmentToken(
      `USHER_TOKEN has ${secret.length} characters; it needs ${LEAST_CHARACTERS} or more.`
    )
  }
  if (!/^[\x21-\x7e]+$/.test(secret)) {
    throw new UnfitEnvironmentToken('USHER_TOKEN may only have visible ASCII characters, without blanks.')
  }
  return {
    hash: hashOf(secret),
    token: { ...freshToken('from environment', secret, now), id: 'environment', isFromEnvironment: true }
  }
}
