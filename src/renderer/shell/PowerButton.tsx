import { Button, Tooltip } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPlayerPlayFilled, IconPlayerStopFilled } from '@tabler/icons-react'
import type { ServerState } from '../../shared/contract'
import { problemOf } from '../hooks/useCall'
import { words } from '../i18n'
import { startServer, stopServer, useServer } from '../stores/server'

/** Stops and starts the server itself; pausing the view is another control in another place. */
export function PowerButton({ server }: { server: ServerState }) {
  const isChanging = useServer(state => state.isChanging)
  const isRunning = server.state === 'running'

  const change = () => {
    const changing = isRunning ? stopServer() : startServer()
    changing.catch((error: unknown) =>
      notifications.show({ color: 'red', title: words.shell.changeFailed, message: problemOf(error).message })
    )
  }

  return isRunning ? (
    <Tooltip label={words.shell.stopWhy}>
      <Button
        variant="default"
        loading={isChanging}
        onClick={change}
        aria-label={words.shell.stop}
        data-iconic
        leftSection={<IconPlayerStopFilled size={12} aria-hidden />}
      >
        {words.shell.stop}
      </Button>
    </Tooltip>
  ) : (
    <Button
      loading={isChanging}
      onClick={change}
      leftSection={<IconPlayerPlayFilled size={12} aria-hidden />}
    >
      {words.shell.start}
    </Button>
  )
}
