import { Modal } from '@mantine/core'
import { useState } from 'react'
import { words } from '../i18n'
import { CreateTokenForm } from './CreateTokenForm'
import { SecretOnce } from './SecretOnce'

/** Lives only as long as the dialog: when it closes, the secret is gone from this page. */
export interface Created {
  name: string
  secret: string
  tenantUrl: string
}

export function CreateTokenDialog({ onClose }: { onClose: () => void }) {
  const [created, setCreated] = useState<Created | null>(null)
  const [isConfirmed, setConfirmed] = useState(false)
  const mayClose = created === null || isConfirmed

  return (
    <Modal
      opened
      size="lg"
      onClose={() => mayClose && onClose()}
      withCloseButton={mayClose}
      closeOnClickOutside={created === null}
      closeOnEscape={mayClose}
      title={created ? words.tokens.secret.title(created.name) : words.tokens.form.title}
      closeButtonProps={{ 'aria-label': words.parts.close }}
      transitionProps={{ duration: 0 }}
    >
      {created ? (
        <SecretOnce created={created} isConfirmed={isConfirmed} onConfirm={setConfirmed} onDone={onClose} />
      ) : (
        <CreateTokenForm onCreated={setCreated} onCancel={onClose} />
      )}
    </Modal>
  )
}
