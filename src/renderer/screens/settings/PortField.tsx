import { Button, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { problemOf } from '../../hooks/useCall'
import { words } from '../../i18n'
import { announce } from '../../stores/announcer'
import { useServer } from '../../stores/server'
import { changeSettings, useSetting } from '../../stores/settings'
import classes from './Settings.module.css'

const text = words.settings.server

/** The configured port, and the restart that makes it the real one. */
export function PortField() {
  const configured = useSetting('server.port')
  const server = useServer(state => state.server)
  const [isChanging, setChanging] = useState(false)
  const [typed, setTyped] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const shown = typed ?? String(configured)
  const isReal = shown === String(server?.port) && shown === String(configured)

  const apply = async (event: FormEvent) => {
    event.preventDefault()
    const port = Number(shown)
    if (!/^\d{1,5}$/.test(shown.trim()) || port > 65535) return setRefusal(text.portBad)
    setRefusal(null)
    setChanging(true)
    try {
      // The engine moves the open door itself; a port that is taken becomes the question in the shell.
      await changeSettings({ 'server.port': port })
      setTyped(null)
      announce(words.settings.saved)
    } catch (error) {
      setRefusal(problemOf(error).message)
    } finally {
      setChanging(false)
    }
  }

  return (
    <form onSubmit={event => void apply(event)}>
      <TextInput
        label={text.port}
        description={text.portHint}
        inputMode="numeric"
        value={shown}
        error={refusal}
        maw={420}
        onChange={event => {
          setTyped(event.currentTarget.value)
          setRefusal(null)
        }}
        inputContainer={input => (
          <div className={classes.row}>
            {input}
            <Button type="submit" size="sm" variant="default" loading={isChanging} disabled={isReal}>
              {text.applyPort}
            </Button>
          </div>
        )}
      />
    </form>
  )
}
