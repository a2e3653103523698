import { Button, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { words } from '../../i18n'
import { useSetting } from '../../stores/settings'
import { saveSetting } from './save-setting'
import classes from './Settings.module.css'

const text = words.settings.server

export function PublicUrlField() {
  const saved = useSetting('server.publicUrl')
  const [typed, setTyped] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const shown = typed ?? saved ?? ''

  const save = (event: FormEvent) => {
    event.preventDefault()
    const url = shown
      .trim()
      .replace(/\/+$/, '')
      .replace(/\/scim\/v2$/, '')
    if (url !== '' && !isPublicAddress(url)) return setRefusal(text.publicUrlBad)
    void saveSetting({ 'server.publicUrl': url === '' ? null : url }).then(() => setTyped(null))
  }

  return (
    <form onSubmit={save}>
      <TextInput
        label={text.publicUrl}
        description={text.publicUrlHint}
        placeholder="https://"
        value={shown}
        error={refusal}
        onChange={event => {
          setTyped(event.currentTarget.value)
          setRefusal(null)
        }}
        inputContainer={input => (
          <div className={classes.row}>
            <div style={{ flex: 1 }}>{input}</div>
            <Button type="submit" size="sm" variant="default" disabled={shown === (saved ?? '')}>
              {words.parts.save}
            </Button>
          </div>
        )}
      />
    </form>
  )
}

const isPublicAddress = (text: string): boolean => URL.canParse(text) && new URL(text).protocol === 'https:'
