import type { Token, TokenKind } from '../../../shared/token'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { useNow } from '../../hooks/useNow'
import { words } from '../../i18n'
import { revokeToken } from '../../stores/tokens'

interface Props {
  token: Token
  onClose: () => void
}

const text = words.tokens.confirm

/** Names the token, its last use and what will break. */
export function RevokeDialog({ token, onClose }: Props) {
  const now = useNow()
  const use = token.lastUse
  const kind: TokenKind = token.clientId === null ? 'token' : 'client'
  const used = use ? text.used(now - use.at, use.address ?? words.tokens.unknownAddress) : text.unused

  return (
    <ConfirmDialog
      title={text.title(token.name)}
      text={`${used} ${text.final[kind]}`}
      yes={text.yes[kind]}
      isDangerous
      onConfirm={() => revokeToken(token.id)}
      onClose={onClose}
    />
  )
}
