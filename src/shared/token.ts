export const TOKEN_PREFIX = 'usher_'

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
}

export function tokenState(token: Pick<Token, 'expiresAt' | 'revokedAt'>, now: number): TokenState {
  if (token.revokedAt !== null && token.revokedAt <= now) return 'revoked'
  if (token.expiresAt === null) return 'valid'
  if (token.expiresAt <= now) return 'expired'
  return token.expiresAt - now <= EXPIRING_DAYS * 86_400_000 ? 'expiring' : 'valid'
}
