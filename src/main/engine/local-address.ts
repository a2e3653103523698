import type { ServerState } from '../../shared/contract'
import type { ListenerState } from '../http/listener'

/** The door for programs on this computer, told as the server is. */
export const ownServer = ({
  kind,
  host,
  port
}: ListenerState): Pick<ServerState, 'state' | 'host' | 'port'> => ({
  state: kind === 'running' ? 'running' : 'stopped',
  host,
  port
})

/** Where a program on this computer finds the SCIM listener; null while it does not listen. */
export function localAddressOf({ kind, host, port }: ListenerState): string | null {
  if (kind !== 'running') return null
  const name = connectable(host)
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

/** `0.0.0.0` is where one listens, not where one calls. */
function connectable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  return host === '::' ? '::1' : host
}
