import { Anchor, Checkbox, Modal, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { LeftOut } from '../../shared/deck'
import { client } from '../bridge'
import { DialogEnd } from '../components/DialogEnd'
import { useDeed } from '../hooks/useDeed'
import { words } from '../i18n'
import { hrefOf } from '../routes'

const text = words.simulator.decks

/** Rows of the log that become a deck. */
export type DeckSource = { query: string } | { ids: number[] }

interface Props {
  title: string
  from: DeckSource
  /** False: there is nothing to save. */
  isAny: boolean
  onClose: () => void
  /** How the rows are chosen. */
  children: ReactNode
}

/** Names a deck, and makes it of the rows that were chosen. */
export function SaveDeckDialog({ title, from, isAny, onClose, children }: Props) {
  const [name, setName] = useState('')
  const [isAnonymised, setAnonymised] = useState(true)
  const [isReminded, setReminded] = useState(false)
  const { isBusy, problem, run } = useDeed(async () => {
    const { deck, leftOut } = await client.decks.record({ name: name.trim(), from, isAnonymised })
    notifications.show({
      title: text.recorded(deck.name, deck.stepCount),
      message: <Saved leftOut={leftOut} />,
      autoClose: 8000
    })
    onClose()
  })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') setReminded(true)
    else run()
  }

  return (
    <Modal opened onClose={onClose} title={title} transitionProps={{ duration: 0 }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text c="dimmed">{text.dialog.text}</Text>
          <TextInput
            label={text.dialog.name}
            value={name}
            maxLength={80}
            data-autofocus
            error={isReminded && name.trim() === '' ? text.dialog.nameMissing : undefined}
            onChange={event => setName(event.currentTarget.value)}
          />
          {children}
          <Checkbox
            label={text.dialog.anonymise}
            description={text.dialog.anonymiseHint}
            checked={isAnonymised}
            onChange={event => setAnonymised(event.currentTarget.checked)}
          />
        </Stack>
        <DialogEnd
          problem={problem}
          yes={text.dialog.save}
          isBusy={isBusy}
          isUnready={!isAny}
          onCancel={onClose}
        />
      </form>
    </Modal>
  )
}

function Saved({ leftOut }: { leftOut: LeftOut }) {
  const { otherCount, unreadableCount, unresolvedCount } = leftOut
  return (
    <>
      {text.leftOut(otherCount, unreadableCount, unresolvedCount)}{' '}
      <Anchor href={hrefOf('simulator', null, { tab: 'decks' })} size="sm" underline="always">
        {text.show}
      </Anchor>
    </>
  )
}
