import { Alert, Stack, Switch, Text } from '@mantine/core'
import type { TlsState } from '../../../shared/tls'
import { words } from '../../i18n'
import { formatDay } from '../../i18n/format'
import { useServer } from '../../stores/server'
import { useSetting } from '../../stores/settings'
import { KeyPasswordField } from './KeyPasswordField'
import { saveSetting } from './save-setting'

const text = words.settings.server

/** The switch, and what the certificate in the data folder says. */
export function TlsField() {
  const isOn = useSetting('tls.isOn')
  const tls = useServer(state => state.server?.tls)
  return (
    <Stack gap="xs">
      <Switch
        label={text.tls}
        description={text.tlsHint}
        checked={isOn}
        onChange={event => void saveSetting({ 'tls.isOn': event.currentTarget.checked })}
      />
      {isOn && tls && <Certificate tls={tls} />}
      {isOn && tls && <KeyPasswordField tls={tls} />}
    </Stack>
  )
}

function Certificate({ tls }: { tls: TlsState }) {
  if (tls.kind === 'off') return null
  if (tls.kind === 'problem') {
    return (
      <Alert color="red" variant="light" role="alert">
        {words.tlsProblem(tls.problem)}
      </Alert>
    )
  }
  const { names, validTo, remarks, subject } = tls.certificate
  return (
    <>
      <Text>
        {text.tlsFor(names.join(', ') || subject)}, {text.tlsUntil(formatDay(validTo))}
      </Text>
      {remarks.map(remark => (
        <Alert key={remark.kind} color="amber" variant="light">
          {words.tlsRemark(remark)}
        </Alert>
      ))}
      <Text c="dimmed">{text.tlsFolder}</Text>
    </>
  )
}
