import { Button, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { ConfirmDialog } from '../../components/ConfirmDialog'
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
  const [isAsking, setAsking] = useState(false)
  const [typed, setTyped] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const shown = typed ?? String(configured)
  const isReal = shown === String(server?.port) && shown === String(configured)

  const ask = (event: FormEvent) => {
    event.preventDefault()
    if (!/^\d{1,5}$/.test(shown.trim()) || Number(shown) > 65535) return setRefusal(text.portBad)
    setRefusal(null)
    setAsking(true)
  }

  // The engine moves the open door itself; a port that is taken becomes the question in the shell.
  const apply = async () => {
    await changeSettings({ 'server.port': Number(shown) })
    setTyped(null)
    announce(words.settings.saved)
  }

  return (
    <form onSubmit={ask}>
      <TextInput
        label={text.port}
        description={text.portHint}
        inputMode="numeric"
        value={shown}
        error={refusal}
        onChange={event => {
          setTyped(event.currentTarget.value)
          setRefusal(null)
        }}
        inputContainer={input => (
          <div className={classes.row} style={{ maxWidth: 420 }}>
            {input}
            <Button type="submit" size="sm" variant="default" disabled={isReal}>
              {text.applyPort}
            </Button>
          </div>
        )}
      />
      {isAsking && (
        <ConfirmDialog
          title={text.portConfirm.title(shown.trim())}
          text={text.portConfirm.text}
          yes={text.portConfirm.yes}
          onConfirm={apply}
          onClose={() => setAsking(false)}
        />
      )}
    </form>
  )
}
