import type { Token, TokenUse } from '../../shared/token'
import type { Commit } from './commit'
import type { Db } from './database'

export interface NewToken {
  id: string
  name: string
  /** SHA-256 of the secret. */
  hash: Buffer
  lastFour: string
  createdAt: number
  expiresAt: number | null
  rotatedFrom: string | null
  clientId: string | null
}

interface TokenRow {
  id: string
  name: string
  lastFour: string
  createdAt: number
  expiresAt: number | null
  revokedAt: number | null
  rotatedFrom: string | null
  clientId: string | null
  usedAt: number | null
  usedAddress: string | null
  usedAgent: string | null
}

const TOKEN = `
  SELECT id, name, last_four AS lastFour, created_at AS createdAt, expires_at AS expiresAt, revoked_at AS revokedAt,
         rotated_from AS rotatedFrom, client_id AS clientId, last_used_at AS usedAt, last_used_address AS usedAddress,
         last_used_agent AS usedAgent
    FROM tokens`

/** A token is used with every request; its last use is written this often, and when the store closes. */
const TOUCH_MS = 2000

/** Bearer tokens by the hash of their secret. The secret itself never comes here. */
export function createTokenStore(db: Db, commit: Commit) {
  const insert = db.prepare<[NewToken]>(`
    INSERT INTO tokens (id, name, hash, last_four, created_at, expires_at, rotated_from, client_id)
    VALUES (@id, @name, @hash, @lastFour, @createdAt, @expiresAt, @rotatedFrom, @clientId)`)
  const all = db.prepare<[], TokenRow>(`${TOKEN} ORDER BY created_at, id`)
  const byId = db.prepare<[string], TokenRow>(`${TOKEN} WHERE id = ?`)
  const byHash = db.prepare<[Buffer], TokenRow>(`${TOKEN} WHERE hash = ?`)
  const oneOfClient = db.prepare<[string], TokenRow>(
    `${TOKEN} WHERE client_id = ? ORDER BY created_at DESC LIMIT 1`
  )
  const revoke = db.prepare<[{ id: string; at: number }]>(
    'UPDATE tokens SET revoked_at = @at WHERE id = @id AND (revoked_at IS NULL OR revoked_at > @at)'
  )
  const touch = db.prepare<[number, string | null, string | null, string]>(`
    UPDATE tokens SET last_used_at = ?, last_used_address = ?, last_used_agent = ? WHERE id = ?`)

  const unwritten = new Map<string, TokenUse>()
  let timer: NodeJS.Timeout | null = null

  const toToken = ({ usedAt, usedAddress, usedAgent, ...row }: TokenRow): Token => ({
    ...row,
    lastUse:
      unwritten.get(row.id) ??
      (usedAt === null ? null : { at: usedAt, address: usedAddress, userAgent: usedAgent }),
    isFromEnvironment: false
  })
  const toTokenOrNull = (row: TokenRow | undefined) => (row ? toToken(row) : null)

  /** Within a write. */
  function writeUses(): void {
    for (const [id, use] of unwritten) touch.run(use.at, use.address, use.userAgent, id)
  }

  async function writeUsesSoon(): Promise<void> {
    timer = null
    const written = new Map(unwritten)
    await commit.write(writeUses)
    for (const [id, use] of written) if (unwritten.get(id) === use) unwritten.delete(id)
  }

  return {
    /** Within a write, as `revoke` is. @throws when the secret's hash is known already. */
    create(token: NewToken): void {
      insert.run(token)
    },
    list: (): Token[] => all.all().map(toToken),
    find: (id: string): Token | null => toTokenOrNull(byId.get(id)),
    /** The newest of the secrets that an OAuth client has. */
    findByClientId: (clientId: string): Token | null => toTokenOrNull(oneOfClient.get(clientId)),
    findByHash: (hash: Buffer): Token | null => toTokenOrNull(byHash.get(hash)),
    /** @param at a moment to come lets it work until then. @returns false when there is no such token or it ends earlier anyway. */
    revoke: (id: string, at: number): boolean => revoke.run({ id, at }).changes > 0,

    /** Remembers the latest use. Costs no write of its own; a token that is not stored is passed over. */
    touch(id: string, use: TokenUse): void {
      unwritten.set(id, use)
      // When the disk refuses, the use stays here and the next one tries again; nobody waits for it.
      timer ??= setTimeout(() => void writeUsesSoon().catch(() => undefined), TOUCH_MS).unref()
    },
    /** For shutting down, within a write. */
    writeUses
  }
}
