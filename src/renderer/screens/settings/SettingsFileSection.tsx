import { Alert, Button, FileButton, Group, List, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useRef, useState } from 'react'
import type { SettingName, Settings } from '../../../shared/settings'
import { readSettingsFile, writeSettingsFile, type Refused } from '../../../shared/settings-file'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { saveBlob } from '../../hooks/save-blob'
import { words } from '../../i18n'
import { changeSettings, useSettings } from '../../stores/settings'
import { Field } from './search'
import { Section } from './Section'
import { nameOf, valueOf } from './setting-words'
import classes from './Settings.module.css'

const text = words.settingsTools.file

type Chosen =
  | { kind: 'none' }
  | { kind: 'unreadable' }
  | { kind: 'read'; file: string; accepted: Partial<Settings>; refused: Refused[] }

/** Settings out into a file and in from one. What comes in is shown before it counts. */
export function SettingsFileSection() {
  const { settings } = useSettings()
  const [chosen, setChosen] = useState<Chosen>({ kind: 'none' })
  const forget = useRef<() => void>(null)

  const take = async (file: File | null) => {
    if (!file) return
    const read = readSettingsFile(await file.text())
    setChosen(read.kind === 'read' ? { ...read, file: file.name } : { kind: 'unreadable' })
    // So that the same file can be chosen again.
    forget.current?.()
  }

  return (
    <Section id="file" title={text.title}>
      <Field words={[text.hint, text.export, text.import]}>
        <p className={classes.hint}>{text.hint}</p>
        <Group>
          <Button
            variant="default"
            onClick={() =>
              saveBlob(
                new Blob([writeSettingsFile(settings)], { type: 'application/json' }),
                'usher-settings.json'
              )
            }
          >
            {text.export}
          </Button>
          <FileButton
            accept="application/json,.json"
            resetRef={forget}
            onChange={file => void take(file)}
            inputProps={{ 'aria-label': text.choose }}
          >
            {props => (
              <Button {...props} variant="default">
                {text.import}
              </Button>
            )}
          </FileButton>
        </Group>
        {chosen.kind === 'unreadable' && (
          <Alert color="red" title={text.unreadable} mt="md" role="alert">
            {text.unreadableWhy}
          </Alert>
        )}
        {chosen.kind === 'read' && <ImportDialog {...chosen} onClose={() => setChosen({ kind: 'none' })} />}
      </Field>
    </Section>
  )
}

interface DialogProps {
  file: string
  accepted: Partial<Settings>
  refused: Refused[]
  onClose: () => void
}

function ImportDialog({ file, accepted, refused, onClose }: DialogProps) {
  const { settings } = useSettings()
  const changed = (Object.keys(accepted) as SettingName[]).filter(
    name => JSON.stringify(accepted[name]) !== JSON.stringify(settings[name])
  )
  const take = async () => {
    await changeSettings(Object.fromEntries(changed.map(name => [name, accepted[name]])))
    notifications.show({ message: text.done(changed.length) })
  }

  return (
    <ConfirmDialog
      title={text.asks(file)}
      yes={text.yes}
      size="lg"
      isUnready={changed.length === 0}
      onConfirm={take}
      onClose={onClose}
    >
      <Text fw={600} size="sm">
        {changed.length === 0 ? text.same : text.changes(changed.length)}
      </Text>
      <List size="sm" my="xs">
        {changed.map(name => (
          <List.Item key={name}>
            {words.settingsTools.reset.becomes(
              nameOf(name),
              valueOf(settings[name]),
              valueOf(accepted[name])
            )}
          </List.Item>
        ))}
      </List>
      {refused.length > 0 && (
        <Alert color="amber" title={text.refusals(refused.length)}>
          <List size="sm">
            {refused.map(one => (
              <List.Item key={one.name}>{sentenceOf(one)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </ConfirmDialog>
  )
}

function sentenceOf(refused: Refused): string {
  switch (refused.kind) {
    case 'unknown':
      return text.refused.unknown(refused.name)
    case 'staying':
      return text.refused.staying(refused.name)
    case 'asked-about':
      return text.refused.askedAbout(nameOf(refused.name))
    case 'unfit':
      return text.refused.unfit(nameOf(refused.name), refused.value)
  }
}
