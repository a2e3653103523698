import { tokenState, type Token } from '../../../shared/token'
import { words } from '../../i18n'

/** The same reasons keep a token from being revoked and from being rotated. */
export function reasonNotToEnd(token: Token, now: number): string | null {
  if (token.isFromEnvironment) return words.tokens.environmentToken
  return tokenState(token, now) === 'revoked' ? words.tokens.alreadyRevoked : null
}
