import { SCIM_BASE_PATH } from './scim'

/** Below it a request that carries a nonce of the doctor's is answered with what arrived. Anything else there needs a token as usual. */
export const CHECK_PATH = `${SCIM_BASE_PATH}/.tunnel-check`

/** What arrived of a request of the doctor's, as the SCIM listener saw it. */
export interface TunnelEcho {
  nonce: string
  method: string
  /** The request target as it arrived, with its query. */
  target: string
  host: string | null
  authorization: 'kept' | 'missing' | 'changed'
  contentType: string | null
  bodyBytes: number
  /** SHA-256 of the body, in hex. */
  bodyHash: string
}

/** Why a TLS connection could not be trusted. */
export type TlsTrouble =
  | 'not-tls'
  | 'closed'
  | 'self-signed'
  | 'unknown-issuer'
  | 'expired'
  | 'not-yet-valid'
  | 'name-mismatch'
  | 'other'

/** What the doctor found, as facts. `describeFinding` makes the sentences. */
export type TunnelFinding =
  | { kind: 'not-https' }
  | { kind: 'local-name'; host: string }
  | { kind: 'dns'; host: string }
  | { kind: 'unreachable'; host: string; reason: string }
  | { kind: 'timeout'; host: string }
  | { kind: 'proxy'; reason: string }
  | { kind: 'tls'; host: string; trouble: TlsTrouble; reason: string }
  | { kind: 'tunnel-down'; status: number; by: 'ngrok' | 'Cloudflare' | null }
  | { kind: 'web-page'; status: number; firstLine: string; isInterstitial: boolean }
  | { kind: 'redirect'; status: number; location: string }
  | { kind: 'login'; status: number }
  /** `arrived`: the path that reached this server, when it did. */
  | { kind: 'wrong-path'; expected: string; arrived: string | null }
  | { kind: 'wrong-host'; status: number; firstLine: string }
  | { kind: 'authorization'; isMissing: boolean }
  | { kind: 'method-blocked'; method: string; status: number | null }
  | { kind: 'body-mangled'; sentBytes: number; arrivedBytes: number }
  | { kind: 'header-mangled'; header: string; arrived: string | null }
  | { kind: 'query-mangled'; sent: string; arrived: string }
  | { kind: 'answer-mangled' }
  | { kind: 'size-limit'; bytes: number; status: number | null }
  /** SCIM gets through, but OAuth clients cannot fetch access tokens. */
  | { kind: 'token-endpoint'; status: number | null }

/** What is told, but stands in nobody's way who needs it not. */
export const REMARKS: TunnelFinding['kind'][] = ['local-name', 'token-endpoint']

export interface TunnelReport {
  /** The public address that was tried, as in the settings. */
  url: string
  at: number
  /** Green: what Entra sends arrives here as it was sent. Remarks keep it green. */
  isGreen: boolean
  findings: TunnelFinding[]
  roundTripMs: number | null
  /** By how much the other end's clock is ahead of this one's, to the second; null when it did not say. */
  clockOffsetMs: number | null
}

export const TUNNEL_PROGRAMS = ['cloudflared', 'ngrok'] as const
export type TunnelProgram = (typeof TUNNEL_PROGRAMS)[number]

/** A tunnel program on this computer: installed, running by itself, or neither. */
export interface FoundTunnel {
  program: TunnelProgram
  isInstalled: boolean
  /** The https address of one that runs already, and the local address it leads to when that is known. */
  running: { url: string; leadsTo: string | null } | null
}

/** The tunnel that was started from here. */
export interface TunnelRun {
  program: TunnelProgram
  state: 'starting' | 'running' | 'waiting' | 'stopped' | 'failed'
  url: string | null
  /** The host name before, when it has become another one: what was pasted into Entra no longer works. */
  formerUrl: string | null
  /** Until the next start, while waiting. */
  retryAt: number | null
  restarts: number
  /** Last lines of what it printed. */
  output: string[]
}

export interface TunnelState {
  run: TunnelRun | null
  report: TunnelReport | null
  isChecking: boolean
}
