import type { Token } from '../../../shared/token'
import { words } from '../../i18n'

export function reasonNotToRevoke(token: Token): string | null {
  if (token.isFromEnvironment) return words.tokens.environmentToken
  return token.revokedAt === null ? null : words.tokens.alreadyRevoked
}
