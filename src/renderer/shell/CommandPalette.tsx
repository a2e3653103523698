import { Kbd } from '@mantine/core'
import { Spotlight } from '@mantine/spotlight'
import { useState } from 'react'
import { words } from '../i18n'
import { spelled } from '../keyboard/spelled'
import { useServer } from '../stores/server'
import { commandsFor } from './commands'

interface Props {
  onShortcuts: () => void
}

const LIST_ID = 'palette-commands'

/** Every command by name. The box is a combobox: focus stays in it while arrows choose. */
export function CommandPalette({ onShortcuts }: Props) {
  const [query, setQuery] = useState('')
  const server = useServer(state => state.server)
  const wanted = query.trim().toLowerCase()
  const commands = commandsFor(server, onShortcuts).filter(({ label }) =>
    label.toLowerCase().includes(wanted)
  )

  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      radius="lg"
      centered={false}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      attributes={{ content: { 'aria-label': words.shell.palette } }}
    >
      <Spotlight.Search
        placeholder={words.shell.palettePlaceholder}
        aria-label={words.shell.palettePlaceholder}
        role="combobox"
        aria-expanded
        aria-controls={LIST_ID}
        aria-autocomplete="list"
      />
      <Spotlight.ActionsList id={LIST_ID} role="listbox" aria-label={words.shell.palette}>
        {commands.map(({ id, label, description, shortcut, run }) => (
          <Spotlight.Action
            key={id}
            role="option"
            label={label}
            description={description}
            highlightQuery
            rightSection={
              shortcut && (
                <Kbd size="sm" aria-hidden>
                  {spelled(shortcut)}
                </Kbd>
              )
            }
            onClick={run}
          />
        ))}
        {commands.length === 0 && <Spotlight.Empty>{words.shell.paletteEmpty}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}
