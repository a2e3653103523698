import { Button, Group, Modal, NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import { words } from '../../i18n'
import { useSetting } from '../../stores/settings'
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
        maw={420}
        value={host}
        onChange={event => choose(event.currentTarget.value)}
        data={[
          ...HOSTS.map(value => ({ value, label: `${text.hosts[value]} (${value})` })),
          ...(known ? [] : [{ value: host, label: host }])
        ]}
      />
      {asked !== null && (
        <Modal
          opened
          onClose={() => setAsked(null)}
          title={text.hostConfirm.title}
          closeButtonProps={{ 'aria-label': words.parts.close }}
        >
          <Text>{text.hostConfirm.text}</Text>
          <Group justify="flex-end" mt="lg">
            <Button variant="default" onClick={() => setAsked(null)} data-autofocus>
              {words.parts.cancel}
            </Button>
            <Button
              color="red"
              onClick={() => {
                void saveSetting({ 'server.host': asked })
                setAsked(null)
              }}
            >
              {text.hostConfirm.yes}
            </Button>
          </Group>
        </Modal>
      )}
    </>
  )
}
