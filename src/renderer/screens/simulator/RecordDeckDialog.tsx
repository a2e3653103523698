import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useState, type FormEvent } from 'react'
import { client } from '../../bridge'
import { problemOf, useCall } from '../../hooks/useCall'
import { words } from '../../i18n'
import { useSetting } from '../../stores/settings'

const text = words.simulator.decks

/** Makes a deck of what a filter shows; the live log's own filter stands there at first. */
export function RecordDeckDialog({ onClose }: { onClose: () => void }) {
  const shown = useSetting('log.filter')
  const [name, setName] = useState('')
  const [query, setQuery] = useState(shown)
  const [isAnonymised, setAnonymised] = useState(true)
  const [isReminded, setReminded] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [asked] = useDebouncedValue(query, 250)
  const found = useCall(`matched ${asked}`, () => client.log.page({ query: asked, before: null, limit: 1 }))

  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return setReminded(true)
    setBusy(true)
    try {
      const { deck, leftOut } = await client.decks.record({
        name: name.trim(),
        from: { query },
        isAnonymised
      })
      const { otherCount, unreadableCount, unresolvedCount } = leftOut
      notifications.show({
        title: text.recorded(deck.name, deck.stepCount),
        message: text.leftOut(otherCount, unreadableCount, unresolvedCount)
      })
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
      title={text.dialog.title}
      closeButtonProps={{ 'aria-label': words.parts.close }}
      transitionProps={{ duration: 0 }}
    >
      <form onSubmit={event => void save(event)} noValidate>
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
          <TextInput
            label={text.dialog.filter}
            description={text.dialog.filterHint}
            value={query}
            error={found.kind === 'failed' ? found.problem.message : undefined}
            onChange={event => setQuery(event.currentTarget.value)}
          />
          {found.kind === 'ready' && (
            <Text c="dimmed" size="sm">
              {text.dialog.matched(found.value.matched)}
            </Text>
          )}
          <Checkbox
            label={text.dialog.anonymise}
            checked={isAnonymised}
            onChange={event => setAnonymised(event.currentTarget.checked)}
          />
          {problem && (
            <Text role="alert" c="var(--failed)">
              {problem}
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.parts.cancel}
            </Button>
            <Button type="submit" loading={isBusy}>
              {text.dialog.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
