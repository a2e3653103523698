import { Alert, Modal, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useDeed } from '../hooks/useDeed'
import { DialogEnd } from './DialogEnd'

interface Props {
  title: string
  /** The consequence. */
  text?: string
  /** What to bear in mind besides. */
  warning?: string
  yes: string
  isDangerous?: boolean
  /** It cannot be confirmed yet. */
  isUnready?: boolean
  size?: 'md' | 'lg'
  /** Rejects with a sentence, which is shown here. */
  onConfirm: () => Promise<void>
  onClose: () => void
  children?: ReactNode
}

/** Asks before something is changed, naming object and consequence. Enter lands on Cancel. */
export function ConfirmDialog(props: Props) {
  const { title, text, warning, size = 'md', onConfirm, onClose, children, ...end } = props
  const deed = useDeed(async () => {
    await onConfirm()
    onClose()
  })

  return (
    <Modal opened onClose={onClose} title={title} size={size}>
      {children}
      {text !== undefined && <Text>{text}</Text>}
      {warning !== undefined && (
        <Alert color="amber" icon={<IconAlertTriangle size={18} aria-hidden />} mt="sm" p="xs">
          {warning}
        </Alert>
      )}
      <DialogEnd
        {...end}
        problem={deed.problem}
        isBusy={deed.isBusy}
        isCancelFirst={!children}
        onCancel={onClose}
        onYes={deed.run}
      />
    </Modal>
  )
}
