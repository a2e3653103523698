import { Button, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { problemOf } from '../hooks/useCall'
import { words } from '../i18n'
import { changeSettings, useSetting } from '../stores/settings'
import classes from './Tunnel.module.css'

const text = words.setup.address

interface Props {
  label?: string
  hint?: string
}

/** Takes an https address and nothing else; the doctor looks at it as soon as it is saved. */
export function AddressField({ label = text.field, hint = text.hint }: Props) {
  const saved = useSetting('server.publicUrl')
  const [typed, setTyped] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const shown = typed ?? saved ?? ''

  const save = async (event: FormEvent) => {
    event.preventDefault()
    const url = shown
      .trim()
      .replace(/\/+$/, '')
      .replace(/\/scim\/v2$/, '')
    const reason = url === '' ? null : reasonAgainst(url)
    setRefusal(reason)
    if (reason !== null) return
    try {
      await changeSettings({ 'server.publicUrl': url === '' ? null : url })
      setTyped(null)
    } catch (error) {
      setRefusal(problemOf(error).message)
    }
  }

  return (
    <form onSubmit={event => void save(event)} noValidate>
      <TextInput
        label={label}
        description={hint}
        placeholder="https://"
        inputMode="url"
        value={shown}
        error={refusal}
        onChange={event => {
          setTyped(event.currentTarget.value)
          setRefusal(null)
        }}
        inputContainer={input => (
          <div className={classes.row}>
            <div className={classes.grow}>{input}</div>
            <Button type="submit" size="sm" variant="default">
              {text.use}
            </Button>
          </div>
        )}
      />
    </form>
  )
}

function reasonAgainst(url: string): string | null {
  if (/^http:\/\//i.test(url)) return text.notHttps
  if (!/^https:\/\/[^/\s]+/i.test(url) || !URL.canParse(url)) return text.notWhole
  return new URL(url).search === '' ? null : text.noName
}
