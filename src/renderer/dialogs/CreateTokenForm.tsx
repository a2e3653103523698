import { Alert, Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { TOKEN_KINDS, type TokenKind } from '../../shared/token'
import { problemOf } from '../hooks/useCall'
import { words } from '../i18n'
import { createToken } from '../stores/tokens'
import { createdOf, type Created } from './created'
import { EXPIRIES, expiryAt, type Expiry } from './expiry'

interface Props {
  mayBeClient: boolean
  onCreated: (created: Created) => void
  onCancel: () => void
}

type Refused = { name?: string; date?: string; whole?: string }

const text = words.tokens.form

export function CreateTokenForm({ mayBeClient, onCreated, onCancel }: Props) {
  const [kind, setKind] = useState<TokenKind>('token')
  const [name, setName] = useState('')
  const [choice, setChoice] = useState<Expiry>('365')
  const [lastDay, setLastDay] = useState<string | null>(null)
  const [refused, setRefused] = useState<Refused>({})
  const [isBusy, setBusy] = useState(false)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const expiry = expiryAt(choice, lastDay, Date.now())
    if (name.trim() === '') return setRefused({ name: text.nameMissing[kind] })
    if ('refusal' in expiry) return setRefused({ date: expiry.refusal })

    setBusy(true)
    try {
      onCreated(createdOf(await createToken(name.trim(), expiry.at, kind)))
    } catch (error) {
      setRefused(refusalOf(error))
      setBusy(false)
    }
  }

  return (
    <form onSubmit={event => void submit(event)} noValidate>
      <Stack gap="md">
        {mayBeClient && (
          <div>
            <SegmentedControl
              fullWidth
              aria-label={text.kind}
              value={kind}
              onChange={value => setKind(TOKEN_KINDS.find(known => known === value) ?? 'token')}
              data={TOKEN_KINDS.map(value => ({ value, label: text.kinds[value] }))}
            />
            <Text c="dimmed" size="sm" mt={6}>
              {text.kindHints[kind]}
            </Text>
          </div>
        )}
        <Text c="dimmed">{words.tokens.whatItCan[kind]}</Text>
        <TextInput
          label={text.name}
          description={text.nameHint}
          value={name}
          error={refused.name}
          maxLength={80}
          required
          withAsterisk={false}
          data-autofocus
          onChange={event => {
            setName(event.currentTarget.value)
            setRefused({})
          }}
        />
        <div>
          <Text fw={500} size="sm" mb={4} id="token-expiry">
            {text.expiry}
          </Text>
          <SegmentedControl
            fullWidth
            aria-labelledby="token-expiry"
            value={choice}
            onChange={value => setChoice(EXPIRIES.find(expiry => expiry === value) ?? '365')}
            data={EXPIRIES.map(value => ({ value, label: text.expiries[value] }))}
          />
        </div>
        {choice === 'custom' && (
          <TextInput
            type="date"
            label={text.date}
            error={refused.date}
            value={lastDay ?? ''}
            onChange={event => {
              setLastDay(event.currentTarget.value || null)
              setRefused({})
            }}
          />
        )}
        {choice === 'never' && <Text c="var(--waiting)">{text.neverWarning}</Text>}
        {refused.whole && (
          <Alert color="red" role="alert">
            {refused.whole}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {words.parts.cancel}
          </Button>
          <Button type="submit" loading={isBusy}>
            {words.tokens.creates[kind]}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function refusalOf(error: unknown): Refused {
  const { code, message } = problemOf(error)
  if (code === 'NAME_TAKEN') return { name: text.nameTaken }
  if (code === 'EXPIRY_PAST') return { date: text.datePast, whole: text.datePast }
  return { whole: message }
}
