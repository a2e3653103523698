import type { ServerState } from '../../shared/contract'

/**
 * What makes a quick tunnel to this server. Where it speaks TLS itself, its certificate is for other names than this address, so
 * cloudflared is told not to look at it: that hop stays inside this computer.
 */
export function quickCommand({ host, port, tls }: Pick<ServerState, 'host' | 'port' | 'tls'>): string {
  const name = LOOPBACK[host] ?? host
  const address = `${name.includes(':') ? `[${name}]` : name}:${port}`
  return tls.kind === 'on'
    ? `cloudflared tunnel --url https://${address} --no-tls-verify`
    : `cloudflared tunnel --url http://${address}`
}

/** All networks: this computer is among them. */
const LOOPBACK: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '127.0.0.1' }
