import { Button, List } from '@mantine/core'
import { useState } from 'react'
import { DEFAULT_SETTINGS, type SettingName } from '../../../shared/settings'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { words } from '../../i18n'
import { announce } from '../../stores/announcer'
import { changeSettings, useSettings } from '../../stores/settings'
import { nameOf, valueOf } from './setting-words'

const text = words.settingsTools.reset

interface Props {
  section: string
  names: SettingName[]
}

/** Only there while something differs from its default. */
export function ResetButton({ section, names }: Props) {
  const { settings } = useSettings()
  const [isAsking, setAsking] = useState(false)
  const changed = names.filter(
    name => JSON.stringify(settings[name]) !== JSON.stringify(DEFAULT_SETTINGS[name])
  )
  if (changed.length === 0 && !isAsking) return null

  const reset = async () => {
    await changeSettings(Object.fromEntries(changed.map(name => [name, DEFAULT_SETTINGS[name]])))
    announce(words.settings.saved)
  }

  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        color="gray"
        aria-label={text.named(section)}
        onClick={() => setAsking(true)}
      >
        {text.button}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={text.title(section)}
          yes={text.yes}
          onConfirm={reset}
          onClose={() => setAsking(false)}
        >
          <List size="sm">
            {changed.map(name => (
              <List.Item key={name}>
                {text.becomes(nameOf(name), valueOf(settings[name]), valueOf(DEFAULT_SETTINGS[name]))}
              </List.Item>
            ))}
          </List>
        </ConfirmDialog>
      )}
    </>
  )
}
