import type { FoundTunnel, TunnelProgram, TunnelReport, TunnelState } from '../../shared/tunnel'
import { type DoctorOptions, examine } from './doctor'
import { findTunnels, type LocalApis } from './find-tunnels'
import { findProgram } from './programs'
import { type RunningTunnel, runTunnel } from './run-tunnel'

export interface TunnelDeskOptions extends Omit<DoctorOptions, 'now' | 'signal'> {
  now(): number
  /** Where the SCIM listener answers on this computer; null while it does not. */
  localAddress(): string | null
  publicUrl(): string | null
  /** A started tunnel has told its address. */
  onUrl(url: string): void
  onChange(state: TunnelState): void
  apis?: LocalApis
  firstPauseMs?: number
}

export type TunnelStart = { kind: 'started' } | { kind: 'not-installed' | 'server-stopped' }

/** The tunnel as the console uses it: what is there, the one that was started here, and the doctor's last report. */
export function createTunnelDesk(options: TunnelDeskOptions) {
  const { now, publicUrl, localAddress, onUrl, onChange } = options
  const ending = new AbortController()
  let tunnel: RunningTunnel | null = null
  let report: TunnelReport | null = null
  let examination: { url: string; done: Promise<TunnelReport> } | null = null

  const state = (): TunnelState => ({
    run: tunnel?.state() ?? null,
    // A report on another address says nothing.
    report: report?.url === publicUrl() ? report : null,
    isChecking: examination !== null
  })
  const changed = () => onChange(state())

  async function check(): Promise<TunnelReport | null> {
    const url = publicUrl()
    if (url === null) return null
    if (examination?.url === url) return examination.done
    const mine = { url, done: examine(url, { ...options, signal: ending.signal }) }
    examination = mine
    changed()
    const found = await mine.done
    if (examination === mine) {
      examination = null
      report = found
      changed()
    }
    return found
  }

  async function stop(): Promise<void> {
    const stopped = tunnel
    await stopped?.stop()
    if (tunnel === stopped) changed()
  }

  return {
    state,
    look: (): Promise<FoundTunnel[]> => findTunnels(options.apis),
    check,
    stop,
    /** For shutting down: nothing goes out any more. */
    async end(): Promise<void> {
      ending.abort()
      await stop()
    },
    /** A tunnel that runs already is stopped first. */
    async start(program: TunnelProgram): Promise<TunnelStart> {
      const file = findProgram(program, options.env)
      const leadsTo = localAddress()
      if (file === null) return { kind: 'not-installed' }
      if (leadsTo === null) return { kind: 'server-stopped' }
      await stop()
      let known: string | null = null
      const started = runTunnel({
        program,
        file,
        leadsTo,
        formerUrl: publicUrl(),
        now,
        ...(options.firstPauseMs !== undefined && { firstPauseMs: options.firstPauseMs }),
        onChange(run) {
          if (run.url !== null && run.url !== known) {
            known = run.url
            onUrl(run.url)
          }
          // The first word comes before there is anything to ask.
          queueMicrotask(changed)
        }
      })
      tunnel = started
      return { kind: 'started' }
    }
  }
}
export type TunnelDesk = ReturnType<typeof createTunnelDesk>
