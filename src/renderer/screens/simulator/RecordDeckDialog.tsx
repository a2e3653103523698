import { Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { client } from '../../bridge'
import { SaveDeckDialog } from '../../dialogs/SaveDeckDialog'
import { useCall } from '../../hooks/useCall'
import { words } from '../../i18n'
import { useSetting } from '../../stores/settings'

const text = words.simulator.decks.dialog

/** Makes a deck of what a filter shows; the live log's own filter stands there at first. */
export function RecordDeckDialog({ onClose }: { onClose: () => void }) {
  const shown = useSetting('log.filter')
  const [query, setQuery] = useState(shown)
  const [asked] = useDebouncedValue(query, 250)
  const found = useCall(`matched ${asked}`, () => client.log.page({ query: asked, before: null, limit: 1 }))

  return (
    <SaveDeckDialog
      title={text.title}
      from={{ query }}
      isAny={found.kind !== 'ready' || found.value.matched > 0}
      onClose={onClose}
    >
      <TextInput
        label={text.filter}
        description={text.filterHint}
        value={query}
        error={found.kind === 'failed' ? found.problem.message : undefined}
        onChange={event => setQuery(event.currentTarget.value)}
      />
      {found.kind === 'ready' && (
        <Text c="dimmed" size="sm">
          {text.matched(found.value.matched)}
        </Text>
      )}
    </SaveDeckDialog>
  )
}
