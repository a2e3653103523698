import { Button, Group, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import type { Token, TokenKind } from '../../../shared/token'
import { useNow } from '../../hooks/useNow'
import { problemOf } from '../../hooks/useCall'
import { words } from '../../i18n'
import { revokeToken } from '../../stores/tokens'

interface Props {
  token: Token
  onClose: () => void
}

const text = words.tokens.confirm

/** Names the token, its last use and what will break. Enter lands on Cancel. */
export function RevokeDialog({ token, onClose }: Props) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const use = token.lastUse
  const kind: TokenKind = token.clientId === null ? 'token' : 'client'
  const now = useNow()

  const revoke = async () => {
    setBusy(true)
    try {
      await revokeToken(token.id)
      onClose()
    } catch (error) {
      setProblem(problemOf(error).message)
      setBusy(false)
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={text.title(token.name)}
      closeButtonProps={{ 'aria-label': words.parts.close }}
    >
      <Text>
        {use ? text.used(now - use.at, use.address ?? words.tokens.unknownAddress) : text.unused}{' '}
        {text.final[kind]}
      </Text>
      {problem && (
        <Text role="alert" c="var(--failed)" mt="sm">
          {problem}
        </Text>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          {words.parts.cancel}
        </Button>
        <Button color="red.9" loading={isBusy} onClick={() => void revoke()}>
          {text.yes[kind]}
        </Button>
      </Group>
    </Modal>
  )
}
