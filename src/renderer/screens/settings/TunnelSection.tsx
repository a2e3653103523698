import { Text } from '@mantine/core'
import { words } from '../../i18n'
import { TunnelPanel } from '../../tunnel/TunnelPanel'
import { Field } from './search'
import { Section } from './Section'

const text = words.settings.tunnel
const { field, hint } = words.setup.address

/** The same parts as on Setup, for when that is long done. */
export function TunnelSection() {
  return (
    <Section id="tunnel" title={text.title} resets={['server.publicUrl']}>
      <Field words={[text.why, field, hint]}>
        <Text c="dimmed" mb="sm">
          {text.why}
        </Text>
        <TunnelPanel />
      </Field>
    </Section>
  )
}
