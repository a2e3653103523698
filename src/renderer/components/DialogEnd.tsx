import { Button, Group, Text } from '@mantine/core'
import { words } from '../i18n'

interface Props {
  /** Why it could not be done. */
  problem: string | null
  yes: string
  isBusy?: boolean
  isUnready?: boolean
  isDangerous?: boolean
  /** Enter presses Cancel. */
  isCancelFirst?: boolean
  onCancel: () => void
  /** Without it the button submits the form around it. */
  onYes?: () => void
}

/** The last lines of a dialog: what went wrong, Cancel, and the button that does it. */
export function DialogEnd(props: Props) {
  const { problem, yes, isBusy, isUnready, isDangerous, isCancelFirst, onCancel, onYes } = props
  return (
    <>
      {problem !== null && (
        <Text role="alert" c="var(--failed)" mt="sm">
          {problem}
        </Text>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onCancel} data-autofocus={isCancelFirst ? true : undefined}>
          {words.parts.cancel}
        </Button>
        <Button
          type={onYes ? 'button' : 'submit'}
          color={isDangerous ? 'red.9' : undefined}
          loading={isBusy}
          disabled={isUnready}
          onClick={onYes}
        >
          {yes}
        </Button>
      </Group>
    </>
  )
}
