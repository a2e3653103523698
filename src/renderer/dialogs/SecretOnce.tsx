import { Alert, Button, Checkbox, Group, Text } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { CopyButton } from '../components/CopyButton'
import { words } from '../i18n'
import { useSetting } from '../stores/settings'
import type { Created } from './created'
import classes from './Secret.module.css'

interface Props {
  created: Created
  isConfirmed: boolean
  onConfirm: (isConfirmed: boolean) => void
  onDone: () => void
}

const text = words.tokens.secret

/** The one time that the secret is seen, together with the address it is pasted with. Copying both is a confirmation too. */
export function SecretOnce({ created, isConfirmed, onConfirm, onDone }: Props) {
  const [isReminded, setReminded] = useState(false)
  const variant = useSetting('setup.variant')
  const values = valuesOf(created)
  const copied = useRef(new Set<string>())
  const onCopied = (label: string) => {
    copied.current.add(label)
    if (copied.current.size === values.length) onConfirm(true)
  }

  return (
    <>
      <Alert color="amber" variant="light" icon={<IconEye size={18} aria-hidden />}>
        {text.once}
      </Alert>
      <Text c="dimmed" mt="md">
        {created.client ? text.whereClient : text.where[variant]}
      </Text>
      {values.map(([label, value]) => (
        <Value key={label} label={label} copy={text.copy(label)} value={value} onCopied={onCopied} />
      ))}
      <Group justify="space-between" mt="xl" align="start">
        <Checkbox
          label={text.confirm}
          checked={isConfirmed}
          error={isReminded && !isConfirmed ? text.notYet : undefined}
          onChange={event => onConfirm(event.currentTarget.checked)}
        />
        <Button onClick={() => (isConfirmed ? onDone() : setReminded(true))} aria-disabled={!isConfirmed}>
          {words.parts.done}
        </Button>
      </Group>
    </>
  )
}

/** What is pasted, in the order of Entra's form. */
const valuesOf = ({ tenantUrl, secret, client }: Created): [label: string, value: string][] =>
  client
    ? [
        [text.tenantUrl, tenantUrl],
        [text.tokenEndpoint, client.tokenEndpoint],
        [text.clientId, client.id],
        [text.clientSecret, secret]
      ]
    : [
        [text.tenantUrl, tenantUrl],
        [text.secret, secret]
      ]

interface ValueProps {
  label: string
  copy: string
  value: string
  onCopied: (label: string) => void
}

function Value({ label, copy, value, onCopied }: ValueProps) {
  return (
    <>
      <div className={classes.label}>
        {label}
        <CopyButton text={value} label={copy} size="compact-xs" onCopied={onCopied} />
      </div>
      <code className={classes.secret} aria-label={label} data-secret>
        {value}
      </code>
    </>
  )
}
