import { oc, type } from '@orpc/contract'
import { z } from 'zod'
import type { SetupState } from './setup'
import { type FoundTunnel, TUNNEL_PROGRAMS, type TunnelReport, type TunnelState } from './tunnel'

/** How far the connection to Entra or Okta has come. Event: `setup-changed`. */
export const setupContract = {
  state: oc.output(type<SetupState>()),
  /** The simulator provisions one person and one group; all steps are then shown as done by the demo. */
  playDemo: oc.errors({ UNDER_WAY: { status: 409 }, STOPPED: { status: 409 } }).output(type<void>()),
  /** Removes what the demo created, and its ticks. */
  resetDemo: oc.errors({ UNDER_WAY: { status: 409 } }).output(type<{ removedCount: number }>())
}

/** The public address. Event: `tunnel-changed`. */
export const tunnelContract = {
  state: oc.output(type<TunnelState>()),
  /** Tunnel programs on this computer: installed, or running already. */
  look: oc.output(type<FoundTunnel[]>()),
  /** The doctor's round trip; null without a public address. */
  check: oc.output(type<TunnelReport | null>()),
  /** Starts one here; its address becomes the public address once it is known. */
  start: oc
    .input(z.object({ program: z.enum(TUNNEL_PROGRAMS) }))
    .errors({ NOT_INSTALLED: { status: 404 }, STOPPED: { status: 409 } })
    .output(type<TunnelState>()),
  stop: oc.output(type<TunnelState>())
}
