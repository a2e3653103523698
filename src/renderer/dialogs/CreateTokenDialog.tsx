import { Modal } from '@mantine/core'
import { useState } from 'react'
import { words } from '../i18n'
import type { Created } from './created'
import { CreateTokenForm } from './CreateTokenForm'
import { SecretOnce } from './SecretOnce'

interface Props {
  /** An OAuth client may be chosen in place of a token. */
  mayBeClient?: boolean
  onClose: () => void
}

export function CreateTokenDialog({ mayBeClient = true, onClose }: Props) {
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
      title={created ? titleOf(created) : words.tokens.form.title}
      transitionProps={{ duration: 0 }}
    >
      {created ? (
        <SecretOnce created={created} isConfirmed={isConfirmed} onConfirm={setConfirmed} onDone={onClose} />
      ) : (
        <CreateTokenForm mayBeClient={mayBeClient} onCreated={setCreated} onCancel={onClose} />
      )}
    </Modal>
  )
}

const titleOf = ({ name, client }: Created) =>
  client ? words.tokens.secret.clientTitle(name) : words.tokens.secret.title(name)
