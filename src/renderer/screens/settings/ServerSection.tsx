import { Alert, List, Radio, Stack, Text } from '@mantine/core'
import type { SettingName } from '../../../shared/settings'
import { words } from '../../i18n'
import { useServer } from '../../stores/server'
import { useSetting } from '../../stores/settings'
import { HostField } from './HostField'
import { PortField } from './PortField'
import { ForwardedField } from './ForwardedField'
import { SourcesField } from './SourcesField'
import { TlsField } from './TlsField'
import { saveSetting } from './save-setting'
import { Field } from './search'
import { Section } from './Section'

const text = words.settings.server
const NONE: string[] = []
const RESETS: SettingName[] = [
  'server.port',
  'server.host',
  'server.trustForwarded',
  'server.compatibility',
  'server.allowFrom',
  'tls.isOn'
]

export function ServerSection() {
  const compatibility = useSetting('server.compatibility')
  const problems = useServer(state => state.server?.schemaProblems ?? NONE)
  return (
    <Section id="server" title={text.title} resets={RESETS}>
      <Stack gap="lg">
        {problems.length > 0 && (
          <Alert color="orange" title={text.schemaProblems}>
            <List size="sm">
              {problems.map(problem => (
                <List.Item key={problem}>{problem}</List.Item>
              ))}
            </List>
            <Text size="sm" mt="xs">
              {text.schemaProblemsHint}
            </Text>
          </Alert>
        )}
        <Field words={[text.port, text.portHint]}>
          <PortField />
        </Field>
        <Field words={[text.host, text.hostHint, ...Object.values(text.hosts)]}>
          <HostField />
        </Field>
        <Field words={[text.tls, text.tlsHint]}>
          <TlsField />
        </Field>
        <Field words={[text.allowFrom, text.allowFromHint]}>
          <SourcesField />
        </Field>
        <Field words={[text.forwarded, text.forwardedHint]}>
          <ForwardedField />
        </Field>
        <Field words={[text.compatibility, text.entra, text.entraHint, text.rfc, text.rfcHint]}>
          <Radio.Group
            label={text.compatibility}
            value={compatibility}
            onChange={value =>
              void saveSetting({ 'server.compatibility': value === 'rfc' ? 'rfc' : 'entra' })
            }
          >
            <Stack gap="xs" mt={6}>
              <Radio value="entra" label={text.entra} description={text.entraHint} />
              <Radio value="rfc" label={text.rfc} description={text.rfcHint} />
            </Stack>
          </Radio.Group>
        </Field>
      </Stack>
    </Section>
  )
}
