import { z } from 'zod'
import type { ServerState } from './contract'
import type { ExchangeSummary, Refusal } from './exchange'
import type { MappingCheck } from './mapping-check'
import type { Named } from './scim'
import { SCIM_BASE_PATH } from './scim'
import { tokenState, type Token } from './token'
import type { TunnelFinding, TunnelState } from './tunnel'

export const STEPS = ['server', 'address', 'token', 'connection', 'mappings', 'assign', 'provision'] as const
export type StepName = (typeof STEPS)[number]

/** Who will call: Entra from the internet, Entra through its agent in this network, or Okta. */
export const VARIANTS = ['entra', 'agent', 'okta'] as const
export type SetupVariant = (typeof VARIANTS)[number]

export type StepStatus = 'done' | 'waiting' | 'attention'

/** A request that ticked a step, kept even when the log has forgotten it. */
export const Evidence = z.object({
  exchangeId: z.number(),
  at: z.number(),
  /** What was asked or done, for people: a filter, a name. */
  text: z.string(),
  resource: z.object({ type: z.string(), id: z.string(), name: z.string() }).nullable()
})
export type Evidence = z.infer<typeof Evidence>

/** What traffic has proved so far, kept apart for real and simulated clients. */
export const Proofs = z.object({
  connection: Evidence.nullable().default(null),
  mappings: Evidence.nullable().default(null),
  assign: Evidence.nullable().default(null),
  provision: Evidence.nullable().default(null)
})
export type Proofs = z.infer<typeof Proofs>
export const NO_PROOFS: Proofs = Proofs.parse({})

/** A request that was meant for us but went wrong before anything could be asked. */
export type Misdirection =
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'outside-base-path'; path: string }
  | { kind: 'doubled-endpoint'; path: string }
  | { kind: 'tls-on-plain-port' }

export interface Trouble {
  exchangeId: number
  at: number
  what: Misdirection
}

export interface SetupFacts {
  variant: SetupVariant
  server: Pick<ServerState, 'state' | 'host' | 'port'>
  publicUrl: string | null
  tunnel: Pick<TunnelState, 'report' | 'isChecking'>
  tokens: Token[]
  now: number
  proofs: Proofs
  demo: { proofs: Proofs; isPlayed: boolean }
  /** The last misdirected request since the last good one. */
  trouble: Trouble | null
  mapping: MappingCheck | null
}

export type StepDetail =
  | { kind: 'none' }
  | { kind: 'evidence'; evidence: Evidence }
  | { kind: 'trouble'; trouble: Trouble }
  | { kind: 'findings'; findings: TunnelFinding[] }
  | { kind: 'checking' }
  | { kind: 'not-checked' }
  | { kind: 'agent' }
  | { kind: 'token'; name: string; expiresAt: number | null; clientId: string | null }
  | { kind: 'no-token'; hasEnded: boolean }
  | { kind: 'mapping'; missing: string[] }

export interface Step {
  name: StepName
  status: StepStatus
  /** Only the demo has shown it. */
  isDemo: boolean
  detail: StepDetail
}

/** The seven steps as they stand. Pure: what is shown is what the facts say. */
export function setupSteps(facts: SetupFacts): Step[] {
  return STEPS.map((name): Step => {
    const step: Step = { name, isDemo: false, ...BY_STEP[name](facts) }
    if (!facts.demo.isPlayed || step.status === 'done') return step
    if (!isProven(name)) return { ...step, status: 'done', isDemo: true, detail: { kind: 'none' } }
    const evidence = facts.demo.proofs[name]
    return evidence ? { name, status: 'done', isDemo: true, detail: { kind: 'evidence', evidence } } : step
  })
}

export interface SetupState {
  variant: SetupVariant
  steps: Step[]
  doneCount: number
  /** Until somebody has been provisioned the console opens here. */
  isHome: boolean
  isDemoPlayed: boolean
  mapping: MappingCheck | null
  /** The token that ends first, within the days that count as soon. */
  expiring: { id: string; name: string; expiresAt: number } | null
}

const isProven = (name: StepName): name is keyof Proofs => name in NO_PROOFS

type Judged = Pick<Step, 'status' | 'detail'>

const BY_STEP: Record<StepName, (facts: SetupFacts) => Judged> = {
  server: ({ server }) => ({
    status: server.state === 'running' ? 'done' : 'attention',
    detail: { kind: 'none' }
  }),
  address,
  token,
  connection: ({ proofs, trouble }) => {
    if (trouble) return { status: 'attention', detail: { kind: 'trouble', trouble } }
    return proven(proofs.connection)
  },
  mappings: ({ proofs, mapping }) => {
    const missing = mapping?.missing ?? []
    if (missing.length > 0) return { status: 'attention', detail: { kind: 'mapping', missing } }
    return proven(proofs.mappings)
  },
  assign: ({ proofs }) => proven(proofs.assign),
  provision: ({ proofs }) => proven(proofs.provision)
}

const proven = (evidence: Evidence | null): Judged =>
  evidence
    ? { status: 'done', detail: { kind: 'evidence', evidence } }
    : { status: 'waiting', detail: { kind: 'none' } }

function address({ variant, publicUrl, tunnel, proofs }: SetupFacts): Judged {
  if (variant === 'agent') return { status: 'done', detail: { kind: 'agent' } }
  if (publicUrl === null) return { status: 'waiting', detail: { kind: 'none' } }
  if (tunnel.report?.isGreen) {
    return { status: 'done', detail: { kind: 'findings', findings: tunnel.report.findings } }
  }
  if (tunnel.report)
    return { status: 'attention', detail: { kind: 'findings', findings: tunnel.report.findings } }
  if (tunnel.isChecking) return { status: 'waiting', detail: { kind: 'checking' } }
  return { status: proofs.connection ? 'done' : 'waiting', detail: { kind: 'not-checked' } }
}

/** The token of the environment is for automation; nobody pastes it into a portal. */
function token({ tokens, now }: SetupFacts): Judged {
  const own = tokens.filter(one => !one.isFromEnvironment)
  const valid = own.filter(one => ['valid', 'expiring'].includes(tokenState(one, now)))
  const newest = valid.toSorted((a, b) => b.createdAt - a.createdAt)[0]
  return newest
    ? {
        status: 'done',
        detail: {
          kind: 'token',
          name: newest.name,
          expiresAt: newest.expiresAt,
          clientId: newest.clientId
        }
      }
    : {
        status: own.length > 0 ? 'attention' : 'waiting',
        detail: { kind: 'no-token', hasEnded: own.length > 0 }
      }
}

/** What a closed row proves, if anything. */
export function proofsOf(row: ExchangeSummary): Partial<Proofs> {
  if (row.origin !== 'scim' || row.status === null || row.status >= 400) return {}
  const { story } = row
  const evidence = (text: string, resource: Named | null = null): Evidence => ({
    exchangeId: row.id,
    at: row.startedAt,
    text,
    resource
  })
  switch (story.kind) {
    case 'tested-connection':
      return { connection: evidence(`${story.attribute} eq "${story.value}"`) }
    case 'looked-up': {
      const proof = evidence(`${story.attribute} eq "${story.value}"`)
      return { connection: proof, assign: proof }
    }
    case 'created': {
      const proof = evidence(story.resource.name, story.resource)
      if (story.resource.type === 'User') {
        return { connection: proof, mappings: proof, assign: proof, provision: proof }
      }
      return { connection: proof, assign: proof }
    }
    case 'searched':
      return { connection: evidence(story.filter) }
    case 'listed':
    case 'discovered':
    case 'read':
      return { connection: evidence(`${row.method} ${row.target}`) }
    default:
      return {}
  }
}

const ENDPOINT = /\/(Users|Groups|Schemas|ResourceTypes|ServiceProviderConfig|Bulk)(?=[/?]|$)/i

/** Why a closed row never got as far as asking something, if it did not. */
export function misdirectionOf(row: ExchangeSummary): Misdirection | null {
  if (row.origin !== 'scim' || row.isSimulated) return null
  if (row.story.kind === 'refused') return { kind: 'refused', refusal: row.story.refusal }
  if (row.story.kind === 'not-http') return row.story.isTls ? { kind: 'tls-on-plain-port' } : null
  if (row.status !== 404) return null
  const path = row.target.split('?', 1)[0] ?? ''
  if (!path.startsWith(`${SCIM_BASE_PATH}/`))
    return ENDPOINT.test(path) ? { kind: 'outside-base-path', path } : null
  return DOUBLED.test(path) ? { kind: 'doubled-endpoint', path } : null
}

const DOUBLED = /\/(Users\/Users|Groups\/Groups|scim\/v2\/scim\/v2)(?=\/|$)/i
