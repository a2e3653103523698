import { Radio, Stack } from '@mantine/core'
import { words } from '../../i18n'
import { useSetting } from '../../stores/settings'
import { PortField } from './PortField'
import { PublicUrlField } from './PublicUrlField'
import { saveSetting } from './save-setting'
import { Section } from './Section'

const text = words.settings.server

export function ServerSection() {
  const compatibility = useSetting('server.compatibility')
  return (
    <Section title={text.title}>
      <Stack gap="lg">
        <PortField />
        <PublicUrlField />
        <Radio.Group
          label={text.compatibility}
          value={compatibility}
          onChange={value => void saveSetting({ 'server.compatibility': value === 'rfc' ? 'rfc' : 'entra' })}
        >
          <Stack gap="xs" mt={6}>
            <Radio value="entra" label={text.entra} description={text.entraHint} />
            <Radio value="rfc" label={text.rfc} description={text.rfcHint} />
          </Stack>
        </Radio.Group>
      </Stack>
    </Section>
  )
}
