import type { Db } from './database'

export interface NewAccessToken {
  /** SHA-256 of the access token. */
  hash: Buffer
  tokenId: string
  expiresAt: number
}

/** Ended ones are remembered for a while, so that the log can tell "ended" from "unknown". */
const REMEMBERED_MS = 24 * 3_600_000
/** A client that fetches one for each request still has those of its last minutes. */
const MOST_PER_CLIENT = 1_000

/** Access tokens of OAuth clients by their hash. */
export function createAccessTokenStore(db: Db) {
  const insert = db.prepare<[NewAccessToken]>(
    'INSERT INTO access_tokens (hash, token_id, expires_at) VALUES (@hash, @tokenId, @expiresAt)'
  )
  const byHash = db.prepare<[Buffer], { tokenId: string; expiresAt: number }>(
    'SELECT token_id AS tokenId, expires_at AS expiresAt FROM access_tokens WHERE hash = ?'
  )
  const forgetEnded = db.prepare<[number]>('DELETE FROM access_tokens WHERE expires_at < ?')
  const forgetOldest = db.prepare<[string, number]>(`
    DELETE FROM access_tokens
     WHERE hash IN (SELECT hash FROM access_tokens WHERE token_id = ? ORDER BY expires_at DESC LIMIT -1 OFFSET ?)`)

  return {
    /** Within a write. Forgets those that ended a day ago, and the oldest beyond what one client may have. */
    create(token: NewAccessToken, now: number): void {
      insert.run(token)
      forgetEnded.run(now - REMEMBERED_MS)
      forgetOldest.run(token.tokenId, MOST_PER_CLIENT)
    },
    findByHash: (hash: Buffer): { tokenId: string; expiresAt: number } | null => byHash.get(hash) ?? null
  }
}
