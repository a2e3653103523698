import type { IncomingHttpHeaders } from 'node:http'
import { SCIM_BASE_PATH } from '../../shared/scim'
import type { Settings } from '../../shared/settings'
import { withBasePath } from '../../shared/tenant-url'

type Arrival = {
  headers: IncomingHttpHeaders
  /** The peer of the socket, not what a header claims. */
  remoteAddress: string | undefined
  local(): { address: string | undefined; port: number | undefined }
  isEncrypted: boolean
}

/**
 * Everything before `/Users` in `meta.location` and `$ref`: the public base URL if one is set; else what a forwarding proxy on this
 * machine says, when that is switched on; else the host the client named. Never ends in a slash.
 */
export function baseUrlOf(
  arrival: Arrival,
  settings: Pick<Settings, 'server.publicUrl' | 'server.trustForwarded'>
): string {
  const publicUrl = settings['server.publicUrl']
  if (publicUrl) return withBasePath(publicUrl)

  const forwarded =
    settings['server.trustForwarded'] && isLoopback(arrival.remoteAddress) ? arrival.headers : {}
  const protocol =
    knownProtocol(firstOf(forwarded['x-forwarded-proto'])) ?? (arrival.isEncrypted ? 'https' : 'http')
  const host =
    soundHost(firstOf(forwarded['x-forwarded-host'])) ?? soundHost(arrival.headers.host) ?? localHost(arrival)
  return `${protocol}://${host}${SCIM_BASE_PATH}`
}

export const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && (address === '::1' || /^(::ffff:)?127\./.test(address))

const firstOf = (header: string | string[] | undefined): string | undefined =>
  (Array.isArray(header) ? header[0] : header)?.split(',', 1)[0]?.trim()

const knownProtocol = (protocol: string | undefined): string | null =>
  protocol === 'http' || protocol === 'https' ? protocol : null

/** A name or address with an optional port; anything else would let a client write our links. */
const soundHost = (host: string | undefined): string | null =>
  host !== undefined && /^(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/.test(host) ? host : null

function localHost(arrival: Arrival): string {
  const local = arrival.local()
  const address = local.address ?? '127.0.0.1'
  return `${address.includes(':') ? `[${address}]` : address}:${local.port ?? 80}`
}
