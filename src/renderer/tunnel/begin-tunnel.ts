import { notifications } from '@mantine/notifications'
import type { TunnelProgram } from '../../shared/tunnel'
import { problemOf } from '../hooks/useCall'
import { words } from '../i18n'
import { startTunnel } from '../stores/setup'

/** What keeps it from starting is told in words. */
export async function beginTunnel(program: TunnelProgram) {
  try {
    await startTunnel(program)
  } catch (error) {
    notifications.show({
      color: 'red',
      title: words.setup.address.run.failed,
      message: problemOf(error).message
    })
  }
}
