import { Textarea } from '@mantine/core'
import { useState } from 'react'
import type { ExchangeDetail } from '../../../../shared/exchange'
import { words } from '../../../i18n'
import { setNote } from '../../../stores/log-deeds'
import { attempt } from '../attempt'

/** Saved on leaving the field. */
export function Note({ exchange }: { exchange: ExchangeDetail }) {
  const [typed, setTyped] = useState(exchange.note ?? '')
  const text = words.log.detail
  return (
    <Textarea
      mt="lg"
      label={text.note}
      description={text.noteHint}
      placeholder={text.notePlaceholder}
      autosize
      minRows={1}
      maxRows={8}
      maxLength={4000}
      value={typed}
      onChange={event => setTyped(event.currentTarget.value)}
      onBlur={() => {
        if (typed !== (exchange.note ?? '')) attempt(setNote(exchange.id, typed), words.log.deeds.notDone)
      }}
    />
  )
}
