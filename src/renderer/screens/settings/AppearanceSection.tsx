import { Input, SegmentedControl, Stack, Switch } from '@mantine/core'
import { LANGUAGE_CHOICES } from '../../../shared/language'
import { words } from '../../i18n'
import { useSetting } from '../../stores/settings'
import { saveSetting } from './save-setting'
import { Field } from './search'
import { Section } from './Section'

const text = words.settings.appearance
const THEMES = ['light', 'dark', 'auto'] as const

export function AppearanceSection() {
  const theme = useSetting('appearance.theme')
  const language = useSetting('appearance.language')
  const hasSingleKeys = useSetting('appearance.singleKeys')
  return (
    <Section
      id="appearance"
      title={text.title}
      resets={['appearance.theme', 'appearance.language', 'appearance.singleKeys']}
    >
      <Stack gap="lg">
        <Field words={[text.theme, ...THEMES.map(one => text[one])]}>
          <Input.Label labelElement="div" display="block" mb={6} id="theme">
            {text.theme}
          </Input.Label>
          <SegmentedControl
            aria-labelledby="theme"
            value={theme}
            onChange={value =>
              void saveSetting({ 'appearance.theme': THEMES.find(known => known === value) ?? 'auto' })
            }
            data={THEMES.map(value => ({ value, label: text[value] }))}
          />
        </Field>
        <Field words={[text.language, ...Object.values(text.languages)]}>
          <Input.Label labelElement="div" display="block" mb={6} id="language">
            {text.language}
          </Input.Label>
          <SegmentedControl
            aria-labelledby="language"
            value={language}
            onChange={value => void saveSetting({ 'appearance.language': value })}
            data={LANGUAGE_CHOICES.map(value => ({ value, label: text.languages[value] }))}
          />
        </Field>
        <Field words={[text.singleKeys, text.singleKeysHint]}>
          <Switch
            label={text.singleKeys}
            description={text.singleKeysHint}
            checked={hasSingleKeys}
            onChange={event => void saveSetting({ 'appearance.singleKeys': event.currentTarget.checked })}
          />
        </Field>
      </Stack>
    </Section>
  )
}
