import { Button, Group, Loader, Text } from '@mantine/core'
import { tokenState, type Token, type TokenUse } from '../../../shared/token'
import { useNow } from '../../hooks/useNow'
import { words } from '../../i18n'

interface Props {
  /** Of the new secret; null while nobody has shown it. */
  use: TokenUse | null
  old: Token
  onRevoke: (token: Token) => void
  onClose: () => void
}

const text = words.tokens.rotation

/** Waits until the new secret arrives; then the old one has done its work. */
export function NewSecretUsed({ use, old, onRevoke, onClose }: Props) {
  const now = useNow(1000)
  const isOldGone = tokenState(old, now) === 'revoked'
  return (
    <>
      {use ? (
        <Text>{text.used(now - use.at, use.address ?? words.tokens.unknownAddress)}</Text>
      ) : (
        <Group gap="sm">
          <Loader size="xs" />
          <Text>{text.waiting}</Text>
        </Group>
      )}
      {isOldGone && <Text c="dimmed">{text.oldGone}</Text>}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {words.parts.close}
        </Button>
        {use && !isOldGone && (
          <Button color="red.9" onClick={() => onRevoke(old)}>
            {text.revokeOld}
          </Button>
        )}
      </Group>
    </>
  )
}
