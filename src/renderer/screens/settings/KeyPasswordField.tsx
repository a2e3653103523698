import { Button, Group, PasswordInput, Text } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { TlsState } from '../../../shared/tls'
import { problemOf } from '../../hooks/useCall'
import { words } from '../../i18n'
import { forgetKeyPassword, setKeyPassword, useServer } from '../../stores/server'

const text = words.settings.server.keyPassword

/** Where the password of the TLS key comes from, and the field for it while the key does not open. */
export function KeyPasswordField({ tls }: { tls: TlsState }) {
  const kept = useServer(state => state.server?.keyPassword)
  if (!kept) return null
  if (kept.from === 'environment') return <Text c="dimmed">{text.environment}</Text>

  const isShut = tls.kind === 'problem' && tls.problem.kind === 'bad-password'
  return (
    <>
      {isShut && <Field />}
      {kept.from !== 'none' && (
        <Group justify="space-between" wrap="nowrap" gap="md">
          <Text c="dimmed">
            {kept.from === 'typed' && kept.whyNotStored ? text.typed[kept.whyNotStored] : text.stored}
          </Text>
          <Button variant="default" size="compact-sm" flex="none" onClick={() => void forgetKeyPassword()}>
            {text.forget}
          </Button>
        </Group>
      )}
    </>
  )
}

/** What was typed is gone from the page as soon as it has been taken over. */
function Field() {
  const [typed, setTyped] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  const use = async (event: FormEvent) => {
    event.preventDefault()
    if (typed === '') return setRefusal(text.missing)
    setBusy(true)
    try {
      await setKeyPassword(typed)
      setTyped('')
    } catch (error) {
      const { code, message } = problemOf(error)
      setRefusal(code === 'WRONG_PASSWORD' ? text.wrong : message)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form onSubmit={event => void use(event)} noValidate>
      <PasswordInput
        label={text.label}
        autoComplete="off"
        value={typed}
        error={refusal}
        onChange={event => {
          setTyped(event.currentTarget.value)
          setRefusal(null)
        }}
        inputContainer={input => (
          <Group align="start" gap="sm" wrap="nowrap">
            <div style={{ flex: 1 }}>{input}</div>
            <Button type="submit" size="sm" variant="default" loading={isBusy}>
              {text.use}
            </Button>
          </Group>
        )}
      />
    </form>
  )
}
