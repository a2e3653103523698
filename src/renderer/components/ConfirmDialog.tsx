import { Alert, Button, Group, Modal, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { problemOf } from '../hooks/useCall'
import { words } from '../i18n'

interface Props {
  title: string
  /** The consequence. */
  text?: string
  /** What to bear in mind besides. */
  warning?: string
  yes: string
  isDangerous?: boolean
  /** Why it cannot be confirmed yet. */
  isUnready?: boolean
  size?: 'md' | 'lg'
  /** Rejects with a sentence, which is shown here. */
  onConfirm: () => Promise<void>
  onClose: () => void
  children?: ReactNode
}

/** Asks before something is changed, naming object and consequence. Enter lands on Cancel. */
export function ConfirmDialog(props: Props) {
  const {
    title,
    text,
    warning,
    yes,
    isDangerous = false,
    isUnready = false,
    size = 'md',
    onConfirm,
    onClose,
    children
  } = props
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const confirm = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await onConfirm()
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
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': words.parts.close }}
    >
      {children}
      {text !== undefined && <Text>{text}</Text>}
      {warning !== undefined && (
        <Alert color="amber" icon={<IconAlertTriangle size={18} aria-hidden />} mt="sm" p="xs">
          {warning}
        </Alert>
      )}
      {problem !== null && (
        <Text role="alert" c="var(--failed)" mt="sm">
          {problem}
        </Text>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus={children ? undefined : true}>
          {words.parts.cancel}
        </Button>
        <Button
          color={isDangerous ? 'red.9' : undefined}
          loading={isBusy}
          disabled={isUnready}
          onClick={() => void confirm()}
        >
          {yes}
        </Button>
      </Group>
    </Modal>
  )
}
