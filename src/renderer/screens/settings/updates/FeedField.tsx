import { Button, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { isFeed } from '../../../../shared/update'
import { words } from '../../../i18n'
import { useSetting } from '../../../stores/settings'
import { loadUpdates } from '../../../stores/updates'
import { saveSetting } from '../save-setting'
import classes from '../Settings.module.css'

const text = words.updates

export function FeedField() {
  const saved = useSetting('updates.feed') ?? ''
  const [typed, setTyped] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const shown = typed ?? saved

  const save = (event: FormEvent) => {
    event.preventDefault()
    const url = shown.trim()
    if (url !== '' && !isFeed(url)) return setRefusal(text.feedBad)
    void saveSetting({ 'updates.feed': url === '' ? null : url })
      .then(() => setTyped(null))
      .then(loadUpdates)
  }

  return (
    <form onSubmit={save}>
      <TextInput
        label={text.feed}
        description={text.feedHint}
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
            <Button type="submit" size="sm" variant="default" disabled={shown === saved}>
              {words.parts.save}
            </Button>
          </div>
        )}
      />
    </form>
  )
}
