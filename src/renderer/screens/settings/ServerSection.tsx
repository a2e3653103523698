import { Alert, List, Radio, Stack, Text } from '@mantine/core'
import { words } from '../../i18n'
import { useServer } from '../../stores/server'
import { useSetting } from '../../stores/settings'
import { HostField } from './HostField'
import { PortField } from './PortField'
import { PublicUrlField } from './PublicUrlField'
import { ForwardedField } from './ForwardedField'
import { SourcesField } from './SourcesField'
import { TlsField } from './TlsField'
import { saveSetting } from './save-setting'
import { Section } from './Section'

const text = words.settings.server
const NONE: string[] = []

export function ServerSection() {
  const compatibility = useSetting('server.compatibility')
  const problems = useServer(state => state.server?.schemaProblems ?? NONE)
  return (
    <Section title={text.title}>
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
        <PortField />
        <PublicUrlField />
        <HostField />
        <TlsField />
        <SourcesField />
        <ForwardedField />
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
