import { SegmentedControl, Stack, Switch, Text } from '@mantine/core'
import { words } from '../../i18n'
import { useSetting } from '../../stores/settings'
import { saveSetting } from './save-setting'
import { Section } from './Section'

const text = words.settings.appearance
const THEMES = ['light', 'dark', 'auto'] as const

export function AppearanceSection() {
  const theme = useSetting('appearance.theme')
  const hasSingleKeys = useSetting('appearance.singleKeys')
  return (
    <Section title={text.title}>
      <Stack gap="lg">
        <div>
          <Text fw={500} size="sm" mb={6} id="theme">
            {text.theme}
          </Text>
          <SegmentedControl
            aria-labelledby="theme"
            value={theme}
            onChange={value =>
              void saveSetting({ 'appearance.theme': THEMES.find(known => known === value) ?? 'auto' })
            }
            data={THEMES.map(value => ({ value, label: text[value] }))}
          />
        </div>
        <Switch
          label={text.singleKeys}
          description={text.singleKeysHint}
          checked={hasSingleKeys}
          onChange={event => void saveSetting({ 'appearance.singleKeys': event.currentTarget.checked })}
        />
      </Stack>
    </Section>
  )
}
