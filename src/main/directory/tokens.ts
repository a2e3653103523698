import { timingSafeEqual } from 'node:crypto'
import {
  ACCESS_LIFETIME_S,
  ACCESS_PREFIX,
  CLIENT_SECRET_PREFIX,
  TOKEN_PREFIX,
  type Token,
  type TokenKind,
  type TokenUse
} from '../../shared/token'
import type { Clock } from '../platform/clock'
import { newId } from '../platform/ids'
import type { Stores } from '../store/stores'
import { createKnownHashes, hashOf, newSecret } from './secrets'

/** USHER_TOKEN cannot be used as a secret. */
export class UnfitEnvironmentToken extends Error {
  override name = 'UnfitEnvironmentToken'
}

/** A token as a secret showed it. `accessEndsAt`: through an access token that works until then, epoch milliseconds. */
export type ShownToken = Token & { accessEndsAt?: number }

export interface TokenDeps {
  tokens: Stores['tokens']
  accessTokens: Stores['accessTokens']
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
export function createTokens({ tokens, accessTokens, commit, clock, environmentSecret }: TokenDeps) {
  const environment =
    environmentSecret === undefined ? null : environmentToken(environmentSecret, clock.now())

  function findByAccessToken(hash: Buffer): ShownToken | null {
    const access = accessTokens.findByHash(hash)
    const client = access && tokens.find(access.tokenId)
    return client ? { ...client, accessEndsAt: access.expiresAt } : null
  }

  const hashes = createKnownHashes()

  function findByHash(secret: string, hash: Buffer): ShownToken | null {
    if (environment && timingSafeEqual(environment.hash, hash)) return environment.token
    // Look-ups in an index of SHA-256: their timing tells nothing that helps to find a secret.
    return secret.startsWith(ACCESS_PREFIX) ? findByAccessToken(hash) : tokens.findByHash(hash)
  }

  return {
    list: (): Token[] => (environment ? [environment.token, ...tokens.list()] : tokens.list()),

    find: (id: string): Token | null => (environment?.token.id === id ? environment.token : tokens.find(id)),

    /** The token that a secret, or an access token given for one, belongs to; valid or not. */
    findBySecret(secret: string): ShownToken | null {
      const hash = hashes.of(secret)
      const found = findByHash(secret, hash)
      if (found) hashes.remember(secret, hash)
      return found
    },

    /** A client by its id, whatever its secret: for telling which one was meant. */
    findClient: (clientId: string): Token | null => tokens.findByClientId(clientId),

    /** Remembers when, from where and by which program a token was used last. Written to disk later. */
    used(id: string, use: TokenUse): void {
      if (environment?.token.id === id) environment.token.lastUse = use
      else tokens.touch(id, use)
    },

    /** A new token with its secret, which is in this answer and nowhere else, ever. Resolves when it is on disk. */
    async create(wanted: {
      name: string
      expiresAt: number | null
      kind?: TokenKind
    }): Promise<{ token: Token; secret: string }> {
      const clientId = wanted.kind === 'client' ? newId() : null
      const secret = newSecret(prefixFor(clientId))
      const token: Token = {
        ...freshToken(wanted.name, secret, clock.now()),
        expiresAt: wanted.expiresAt,
        clientId
      }
      await commit.write(() => tokens.create({ ...token, hash: hashOf(secret) }))
      return { token, secret }
    },

    /**
     * A new secret for a stored token: same name, same client id, same lifetime counted from now. Both are on disk together.
     *
     * @param endsAt when the old secret stops working; null leaves it as it is
     */
    async rotate(old: Token, endsAt: number | null): Promise<{ token: Token; secret: string }> {
      const now = clock.now()
      const secret = newSecret(prefixFor(old.clientId))
      const token: Token = {
        ...freshToken(old.name, secret, now),
        expiresAt: old.expiresAt === null ? null : now + (old.expiresAt - old.createdAt),
        rotatedFrom: old.id,
        clientId: old.clientId
      }
      await commit.write(() => {
        tokens.create({ ...token, hash: hashOf(secret) })
        if (endsAt !== null) tokens.revoke(old.id, endsAt)
      })
      return { token, secret }
    },

    /**
     * An access token for a client that has proved itself (RFC 6749 §4.4.3). It never outlives the client. Resolves when its hash
     * is on disk: a restart turns nobody away.
     */
    async grant(client: Token): Promise<{ accessToken: string; endsAt: number; expiresInS: number }> {
      const now = clock.now()
      const accessToken = newSecret(ACCESS_PREFIX)
      const endsAt = Math.min(
        now + ACCESS_LIFETIME_S * 1000,
        client.expiresAt ?? Infinity,
        client.revokedAt ?? Infinity
      )
      const stored = { hash: hashOf(accessToken), tokenId: client.id, expiresAt: endsAt }
      await commit.write(() => accessTokens.create(stored, now))
      return { accessToken, endsAt, expiresInS: Math.floor((endsAt - now) / 1000) }
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

const prefixFor = (clientId: string | null): string =>
  clientId === null ? TOKEN_PREFIX : CLIENT_SECRET_PREFIX

const freshToken = (name: string, secret: string, createdAt: number): Token => ({
  id: newId(),
  name,
  lastFour: secret.slice(-4),
  createdAt,
  expiresAt: null,
  revokedAt: null,
  lastUse: null,
  rotatedFrom: null,
  isFromEnvironment: false,
  clientId: null
})

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
