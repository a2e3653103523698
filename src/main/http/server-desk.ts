import type { ServerState } from '../../shared/contract'
import type { Settings } from '../../shared/settings'
import { isReachableFromEntra, tenantUrlOf } from '../../shared/tenant-url'
import type { KeyPasswordState, TlsState } from '../../shared/tls'
import type { Journal } from '../journal/types'
import type { Clock } from '../platform/clock'
import type { Address, Listener, ListenerState } from './listener'

export interface ServerDeskDeps {
  listener: Listener
  tls: () => TlsState
  keyPassword: () => KeyPasswordState
  journal: Pick<Journal, 'note' | 'trouble' | 'subscribe'>
  settings: () => Settings
  /** What the command line says counts before the settings. */
  given: Partial<Address>
  dataFolder: string
  version: string
  schemaProblems: string[]
  clock: Clock
  onChange(server: ServerState): void
}

/** Starting, stopping and describing the SCIM listener, for people. */
export function createServerDesk(deps: ServerDeskDeps) {
  const { listener, journal, settings, clock } = deps
  const given = { ...deps.given }
  const engineStartedAt = clock.now()

  const wanted = (): Address => ({
    host: given.host ?? settings()['server.host'],
    port: given.port ?? settings()['server.port']
  })

  function state(): ServerState {
    const now = listener.state()
    const isTls = settings()['tls.isOn']
    const tenantUrl = tenantUrlOf(settings()['server.publicUrl'], now.host, now.port, { isTls })
    return {
      state: now.kind === 'failed' ? 'stopped' : now.kind,
      host: now.host,
      port: now.port,
      tenantUrl,
      isReachableFromEntra: isReachableFromEntra(tenantUrl),
      dataFolder: deps.dataFolder,
      version: deps.version,
      startedAt: now.kind === 'running' ? now.startedAt : engineStartedAt,
      logTrouble: journal.trouble(),
      compatibility: settings()['server.compatibility'],
      schemaProblems: deps.schemaProblems,
      tls: deps.tls(),
      keyPassword: deps.keyPassword(),
      ...(now.kind === 'failed' && { trouble: now.reason })
    }
  }

  async function start(address: Partial<Address> = {}): Promise<ListenerState> {
    const started = await listener.start({
      host: address.host ?? wanted().host,
      port: address.port ?? wanted().port
    })
    if (started.kind === 'running') {
      given.host = address.host ?? given.host
      given.port = address.port ?? given.port
      journal.note({ kind: 'server-started', port: started.port }, null)
    }
    deps.onChange(state())
    return started
  }

  let trouble = journal.trouble()
  journal.subscribe(() => {
    if (journal.trouble() === trouble) return
    trouble = journal.trouble()
    deps.onChange(state())
  })

  return {
    state,
    /** Tells how things stand, because something that they stand on has changed. */
    tellState: () => deps.onChange(state()),
    /** Opens the door at the wanted address, or at `address`, which counts from then on. */
    start,
    async stop(): Promise<ServerState> {
      const { kind, port } = listener.state()
      await listener.stop()
      if (kind === 'running') journal.note({ kind: 'server-stopped', port }, null)
      deps.onChange(state())
      return state()
    },
    /** After settings were changed: moves the open door when its address is another one now. */
    async followSettings(changed: Partial<Settings>): Promise<void> {
      if (changed['server.port'] !== undefined) delete given.port
      if (changed['server.host'] !== undefined) delete given.host
      const { kind, host, port } = listener.state()
      const address = wanted()
      const isElsewhere =
        changed['tls.isOn'] !== undefined ||
        address.host !== host ||
        (address.port !== 0 && address.port !== port)
      if (kind !== 'stopped' && isElsewhere) await start()
      else deps.onChange(state())
    }
  }
}
