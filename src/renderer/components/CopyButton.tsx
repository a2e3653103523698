import { Button, type ButtonProps } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { words } from '../i18n'
import { copyText } from './copy-text'

interface Props extends ButtonProps {
  text: string
  label: string
  /** A shorter word to be seen, part of the label. */
  shown?: string
  /** Only its icon is seen where room is short. */
  'data-iconic'?: boolean
  /** Told as well as shown, because the change of a label is easily missed. */
  onCopied?: (label: string) => void
}

const SHOWN_MS = 1800

export function CopyButton({ text, label, shown: word = label, onCopied, ...rest }: Props) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')

  const copy = () => {
    copyText(text).then(
      () => {
        setState('copied')
        onCopied?.(label)
      },
      () => setState('failed')
    )
    setTimeout(() => setState('idle'), SHOWN_MS)
  }

  const shown = { idle: word, copied: words.parts.copied, failed: words.parts.notCopied }[state]
  return (
    <Button
      variant="default"
      leftSection={
        state === 'copied' ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />
      }
      {...rest}
      onClick={copy}
      aria-label={label}
    >
      <span aria-live="polite">{shown}</span>
    </Button>
  )
}
