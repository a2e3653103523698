import type { LentTokens } from '../directory/lent-tokens'
import type { Tokens } from '../directory/tokens'

interface Parts {
  tokens: Tokens
  lent: LentTokens
  onUsed(): void
}

export type DoorTokens = Pick<Tokens, 'findBySecret' | 'findClient' | 'grant' | 'used'>

/** The tokens as the door knows them: people's, and those lent to the console's own runs, whose use is nobody's news. */
export const doorTokens = ({ tokens, lent, onUsed }: Parts): DoorTokens => ({
  findClient: tokens.findClient,
  grant: tokens.grant,
  findBySecret: secret => lent.findBySecret(secret) ?? tokens.findBySecret(secret),
  used(id, use) {
    if (lent.isLent(id)) return
    tokens.used(id, use)
    onUsed()
  }
})
