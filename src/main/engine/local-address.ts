import type { ServerState } from '../../shared/contract'

/** Where a tunnel on this computer finds the SCIM listener; null while it does not listen. */
export function localAddressOf({ state, host, port }: ServerState): string | null {
  if (state !== 'running') return null
  const isAny = host === '0.0.0.0' || host === '::'
  const name = isAny ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}
