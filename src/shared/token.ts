/** Every secret of ours begins with it, so that people and scanners recognise one. */
export const TOKEN_PREFIX = 'usher_'
/** Of a client secret, which only the token endpoint takes. */
export const CLIENT_SECRET_PREFIX = `${TOKEN_PREFIX}c_`
/** Of an access token, which the token endpoint gives. */
export const ACCESS_PREFIX = `${TOKEN_PREFIX}a_`

/** How long an access token works (RFC 6749 §5.1); Entra asks for 60 to 360 minutes. */
export const ACCESS_LIFETIME_S = 3600

/** What Entra is given: one secret that goes with every request, or a client that fetches access tokens with it. */
export const TOKEN_KINDS = ['token', 'client'] as const
export type TokenKind = (typeof TOKEN_KINDS)[number]

export type TokenState = 'valid' | 'expiring' | 'expired' | 'revoked'

/** Days before the end from which a token counts as expiring soon. */
export const EXPIRING_DAYS = 20

/** How long the old secret works on after a rotation. */
export const OVERLAPS = ['now', '1h', '24h', 'until-revoked'] as const
export type Overlap = (typeof OVERLAPS)[number]

const OVERLAP_MS = { now: 0, '1h': 3_600_000, '24h': 86_400_000 } as const

/** When the old secret ends, in epoch milliseconds; null: when somebody revokes it. */
export const endOfOverlap = (overlap: Overlap, now: number): number | null =>
  overlap === 'until-revoked' ? null : now + OVERLAP_MS[overlap]

export interface TokenUse {
  at: number
  address: string | null
  /** null: none sent, as Entra does. */
  userAgent: string | null
}

export interface Token {
  id: string
  name: string
  lastFour: string
  createdAt: number
  /** null: never. */
  expiresAt: number | null
  /** When it ends or ended: a moment to come while a rotated secret still works. */
  revokedAt: number | null
  lastUse: TokenUse | null
  /** The token this one replaces, while both work. */
  rotatedFrom: string | null
  /** Given by USHER_TOKEN; lives as long as the process and cannot be revoked here. */
  isFromEnvironment: boolean
  /** Of an OAuth 2.0 client (RFC 6749 §4.4); null: the secret itself goes with every request. */
  clientId: string | null
}

export function tokenState(token: Pick<Token, 'expiresAt' | 'revokedAt'>, now: number): TokenState {
  if (token.revokedAt !== null && token.revokedAt <= now) return 'revoked'
  if (token.expiresAt === null) return 'valid'
  if (token.expiresAt <= now) return 'expired'
  return token.expiresAt - now <= EXPIRING_DAYS * 86_400_000 ? 'expiring' : 'valid'
}
