import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { Token } from '../../../shared/token'
import { words } from '../../i18n'
import type { Created } from '../../dialogs/created'
import { SecretOnce } from '../../dialogs/SecretOnce'
import { RotateStep, type RotateProgress } from './RotateStep'
import { ChooseOverlap } from './ChooseOverlap'
import { NewSecretUsed } from './NewSecretUsed'
import classes from './Tokens.module.css'

interface Props {
  /** The one to be replaced, as it was when the panel opened. */
  token: Token
  /** All tokens as they are now, so that the panel sees the new one being used. */
  tokens: Token[]
  onRevoke: (token: Token) => void
  onClose: () => void
}

const text = words.tokens.rotation

/** Create the new secret, paste it, see it used: the order in which nothing breaks. The secret lives only in this panel. */
export function RotateDialog({ token, tokens, onRevoke, onClose }: Props) {
  const [fresh, setFresh] = useState<(Created & { id: string }) | null>(null)
  const [isConfirmed, setConfirmed] = useState(false)
  const [isPasted, setPasted] = useState(false)
  const mayClose = fresh === null || isConfirmed

  const current: RotateProgress = fresh === null ? 'choose' : isPasted ? 'used' : 'paste'
  const now = (id: string) => tokens.find(one => one.id === id)
  const use = (fresh && now(fresh.id)?.lastUse) ?? null

  return (
    <Modal
      opened
      size="lg"
      onClose={() => mayClose && onClose()}
      withCloseButton={mayClose}
      closeOnClickOutside={fresh === null}
      closeOnEscape={mayClose}
      title={text.title(token.name)}
      transitionProps={{ duration: 0 }}
    >
      <ol className={classes.rotation}>
        <RotateStep name="choose" current={current}>
          <ChooseOverlap token={token} onRotated={setFresh} onCancel={onClose} />
        </RotateStep>
        <RotateStep name="paste" current={current}>
          {fresh && (
            <SecretOnce
              created={fresh}
              isConfirmed={isConfirmed}
              onConfirm={setConfirmed}
              onDone={() => setPasted(true)}
            />
          )}
        </RotateStep>
        <RotateStep name="used" current={current} isDone={use !== null}>
          <NewSecretUsed use={use} old={now(token.id) ?? token} onRevoke={onRevoke} onClose={onClose} />
        </RotateStep>
      </ol>
    </Modal>
  )
}
