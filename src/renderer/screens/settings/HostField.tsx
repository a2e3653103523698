import { Box, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { words } from '../../i18n'
import { announce } from '../../stores/announcer'
import { changeSettings, useSetting } from '../../stores/settings'
import { saveSetting } from './save-setting'

const text = words.settings.server
const HOSTS = ['127.0.0.1', '::1', '0.0.0.0', '::'] as const
const isOpen = (host: string) => host === '0.0.0.0' || host === '::'

/** Loopback unless somebody chooses otherwise, and has read what that means. */
export function HostField() {
  const host = useSetting('server.host')
  const [asked, setAsked] = useState<string | null>(null)
  const known = HOSTS.some(one => one === host)

  const choose = (wanted: string) =>
    isOpen(wanted) && !isOpen(host) ? setAsked(wanted) : void saveSetting({ 'server.host': wanted })

  return (
    <>
      <NativeSelect
        label={text.host}
        description={text.hostHint}
        inputContainer={input => <Box maw={420}>{input}</Box>}
        value={host}
        onChange={event => choose(event.currentTarget.value)}
        data={[
          ...HOSTS.map(value => ({ value, label: `${text.hosts[value]} (${value})` })),
          ...(known ? [] : [{ value: host, label: host }])
        ]}
      />
      {asked !== null && (
        <ConfirmDialog
          title={text.hostConfirm.title}
          text={text.hostConfirm.text}
          yes={text.hostConfirm.yes}
          isDangerous
          onConfirm={async () => {
            await changeSettings({ 'server.host': asked })
            announce(words.settings.saved)
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}
