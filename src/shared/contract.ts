/**
 * Everything the console can ask or be told. Calls are `noun.verb`; events are in the past tense and travel on one stream.
 * Implemented once in src/main/console, carried by a MessagePort (Electron) or HTTP (headless). Inputs are validated by zod;
 * outputs are ours and only typed.
 */
import { eventIterator, oc, type } from '@orpc/contract'
import { z } from 'zod'
import { backupsContract } from './backups-contract'
import { desktopContract } from './desktop-contract'
import { groupsContract, usersContract } from './directory-contract'
import type { DirectoryCounts } from './directory-views'
import { evidenceContract } from './evidence'
import type { ExchangeSummary } from './exchange'
import type { ArmedFault } from './fault'
import { logContract, type Run } from './log-contract'
import { setupContract, tunnelContract } from './setup-contract'
import { SettingsChange, type Settings } from './settings'
import type { SimulatorRun } from './simulator'
import { decksContract, directoryContract, faultsContract, simulatorContract } from './simulator-contract'
import { OVERLAPS, TOKEN_KINDS, type Token } from './token'
import type { KeyPasswordState, TlsState } from './tls'
import type { TunnelState } from './tunnel'
import { updatesContract, type UpdateStep } from './update'
import { workspacesContract } from './workspace'

const Id = z.string().min(1).max(200)

export type * from './directory-views'

export interface ServerState {
  state: 'running' | 'stopped' | 'port-taken'
  host: string
  /** The port that answers; when `port-taken`, the port that is taken. */
  port: number
  /** What belongs in Entra's "Tenant URL" field. */
  tenantUrl: string
  /** False while the Tenant URL is a local address, which Entra cannot reach. */
  isReachableFromEntra: boolean
  dataFolder: string
  version: string
  startedAt: number
  /** Why the log is not being written, when it is not. */
  logTrouble: string | null
  compatibility: 'entra' | 'rfc'
  /** What is wrong with schema and resource type files of the data folder: a sentence for each, naming file and field. */
  /** The listener's own TLS, and where the password of its key comes from. */
  tls: TlsState
  keyPassword: KeyPasswordState
  schemaProblems: string[]
  /** Why it does not answer, when that is not the port: no right to open it, or no such address here. */
  trouble?: string
}

export type ConsoleEvent =
  /** Rows opened, closed or altered since the last batch; each replaces the row of the same id. */
  | { kind: 'log-changed'; rows: ExchangeSummary[] }
  /** Other rows are there than before: cleared, or brought back. */
  | { kind: 'log-cleared' }
  /** The limits of what is kept have removed these rows. */
  | { kind: 'log-removed'; runs: Run[] }
  | { kind: 'server-changed'; server: ServerState }
  | { kind: 'tokens-changed' }
  /** A token was used; at most one per batch. */
  | { kind: 'tokens-used' }
  | { kind: 'settings-changed'; settings: Settings }
  | { kind: 'setup-changed' }
  | { kind: 'backups-changed' }
  | { kind: 'update-changed'; step: UpdateStep }
  | { kind: 'tunnel-changed'; tunnel: TunnelState }
  | { kind: 'simulator-changed'; run: SimulatorRun }
  | { kind: 'faults-changed'; armed: ArmedFault[] }
  | { kind: 'directory-changed'; counts: DirectoryCounts; ids: string[] }

/** What is pasted into the portal. The secret is in this answer and nowhere else, ever. */
export interface NewSecret {
  token: Token
  secret: string
  tenantUrl: string
  /** Where a client fetches access tokens; a token has no use for it. */
  tokenEndpoint: string
}

const tokenEnds = {
  NOT_FOUND: { status: 404 },
  ALREADY_REVOKED: { status: 409 },
  FROM_ENVIRONMENT: { status: 409 }
} as const

export const contract = {
  events: {
    /** Batches: at most one per 50 ms, or per second while rows pour in, of at most 1,000 rows. */
    watch: oc.output(eventIterator(type<ConsoleEvent[]>()))
  },
  server: {
    state: oc.output(type<ServerState>()),
    start: oc
      .input(z.object({ port: z.number().int().min(0).max(65535).optional() }))
      .errors({
        PORT_TAKEN: { status: 409, data: z.object({ port: z.number() }) },
        /** The message says why, in words. */
        CANNOT_LISTEN: { status: 409 }
      })
      .output(type<ServerState>()),
    stop: oc.output(type<ServerState>())
  },
  log: logContract,
  tokens: {
    list: oc.output(type<Token[]>()),
    /** The secret is in this answer and nowhere else, ever. */
    create: oc
      .input(
        z.object({
          name: z.string().trim().min(1).max(80),
          expiresAt: z.number().int().nullable(),
          kind: z.enum(TOKEN_KINDS).default('token')
        })
      )
      .errors({ NAME_TAKEN: { status: 409 }, EXPIRY_PAST: { status: 400 } })
      .output(type<NewSecret>()),
    revoke: oc
      .input(z.object({ id: Id }))
      .errors(tokenEnds)
      .output(type<Token>()),
    /** A new secret of the same name and lifetime; the old one goes on working for the overlap. */
    rotate: oc
      .input(z.object({ id: Id, overlap: z.enum(OVERLAPS) }))
      .errors(tokenEnds)
      .output(type<NewSecret & { previous: Token }>())
  },
  users: usersContract,
  groups: groupsContract,
  setup: setupContract,
  tunnel: tunnelContract,
  simulator: simulatorContract,
  faults: faultsContract,
  decks: decksContract,
  directory: directoryContract,
  backups: backupsContract,
  evidence: evidenceContract,
  workspaces: workspacesContract,
  updates: updatesContract,
  desktop: desktopContract,
  tls: {
    /** Of the key in the data folder's `tls`: taken over at once, and kept where the system has a safe place for it. */
    setPassword: oc
      .input(z.object({ password: z.string().min(1).max(1_000) }))
      .errors({ WRONG_PASSWORD: { status: 409 }, FROM_ENVIRONMENT: { status: 409 } })
      .output(type<ServerState>()),
    forgetPassword: oc.output(type<ServerState>())
  },
  settings: {
    get: oc.output(type<Settings>()),
    set: oc.input(SettingsChange).output(type<Settings>())
  }
}
export type Contract = typeof contract
