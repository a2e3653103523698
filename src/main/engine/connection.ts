import type { ServerState } from '../../shared/contract'
import type { Settings } from '../../shared/settings'
import type { TunnelState } from '../../shared/tunnel'
import { createSetupDesk } from '../console/setup-desk'
import type { Events } from '../console/events'
import type { Tokens } from '../directory/tokens'
import type { ListenerState } from '../http/listener'
import type { TunnelChecks } from '../http/tunnel-checks'
import type { Journal } from '../journal/types'
import type { Clock } from '../platform/clock'
import { createTunnelDesk, type TunnelDeskOptions } from '../tunnel/desk'
import { localAddressOf } from './local-address'

interface Parts {
  /** How the tunnel doctor goes out, where that differs from the machine's own way. */
  tunnel?: Pick<TunnelDeskOptions, 'ca' | 'env' | 'apis' | 'firstPauseMs'>
  journal: Journal
  /** `set` as everybody sets them; `keep` without telling anybody. */
  settings: { get(): Settings; set(values: Partial<Settings>): Promise<Settings> }
  keep(values: Partial<Settings>): Promise<Settings>
  server: { state(): ServerState; followSettings(changed: Partial<Settings>): Promise<void> }
  ownDoor(): ListenerState
  tokens: Tokens
  tunnelChecks: TunnelChecks
  onTunnelChanged(state: TunnelState): void
  hasResources(): boolean
  events: Events
  clock: Clock
}

/** The way to Entra or Okta: the tunnel in front, and how far setting it up has come. */
export function createConnection(parts: Parts) {
  const { settings, server, tunnelChecks, events, clock } = parts
  const tunnel = createTunnelDesk({
    ...parts.tunnel,
    openNonce: tunnelChecks.open,
    closeNonce: tunnelChecks.close,
    now: clock.now,
    localAddress: () => localAddressOf(parts.ownDoor()),
    publicUrl: () => settings.get()['server.publicUrl'],
    onUrl: url => void takePublicUrl(url),
    onChange(state) {
      events.publish({ kind: 'tunnel-changed', tunnel: state })
      parts.onTunnelChanged(state)
    }
  })

  async function takePublicUrl(url: string): Promise<void> {
    const all = await settings.set({ 'server.publicUrl': url })
    events.publish({ kind: 'settings-changed', settings: all })
    await server.followSettings({})
    await tunnel.check()
  }

  const setup = createSetupDesk({
    journal: parts.journal,
    settings: { get: settings.get, set: parts.keep },
    server,
    tokens: parts.tokens,
    tunnel,
    hasResources: parts.hasResources,
    now: clock.now,
    onChange: () => events.publish({ kind: 'setup-changed' })
  })
  return { tunnel, setup }
}
