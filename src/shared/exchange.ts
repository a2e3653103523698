import type { Change } from './change'
import type { FaultEffect } from './fault'
import type { Named, ScimType } from './scim'

/** The ways an exchange can end; all of them close its row. `open` is the row before its answer. */
export type Ending =
  | 'open'
  | 'answered'
  | 'client-gone' // the client left before the answer
  | 'malformed' // the request line or URL could not be read
  | 'not-http' // bytes that are no HTTP at all, for example TLS on the plain port
  | 'interrupted' // left open by a crash, closed at the next start

/** Why a request was refused before anybody looked at what it wanted. */
export type Refusal =
  | { reason: 'missing-token' }
  /** `tokenName`: which token it would have been, had it been written right. */
  | { reason: 'not-bearer'; scheme: string; tokenName?: string }
  | { reason: 'doubled-bearer'; tokenName?: string }
  | { reason: 'white-space'; tokenName?: string }
  | { reason: 'truncated'; length: number }
  | { reason: 'unknown-token' }
  | { reason: 'revoked-token'; tokenName: string; at: number; isClient?: true }
  | { reason: 'expired-token'; tokenName: string; at: number; isClient?: true }
  /** A client showed an access token after its time; it fetches another one. */
  | { reason: 'expired-access-token'; tokenName: string; at: number }
  /** The secret of an OAuth client came with a SCIM request: it is for the token endpoint. */
  | { reason: 'client-secret'; tokenName: string }
  /** At the token endpoint: no client id and secret, one that nobody has, a secret that is not the client's. */
  | { reason: 'missing-client' }
  | { reason: 'unknown-client' }
  | { reason: 'wrong-client-secret'; tokenName: string }

/** What happened, as facts. `describe` makes the one sentence of it; the log never guesses from text. `told`: we were told to answer so. */
export type Story = Facts & { told?: FaultEffect }

type Facts =
  | { kind: 'pending' }
  | { kind: 'tested-connection'; type: string; attribute: string; value: string }
  | { kind: 'looked-up'; type: string; attribute: string; value: string; found: Named | null; count: number }
  | { kind: 'checked-member'; group: Named; member: Named; isMember: boolean }
  | { kind: 'checked-manager'; user: Named; manager: Named; isManager: boolean }
  | { kind: 'searched'; type: string | null; filter: string; count: number }
  | { kind: 'listed'; type: string | null; returned: number; total: number }
  | { kind: 'read'; resource: Named }
  | { kind: 'discovered'; what: string }
  | { kind: 'created'; resource: Named }
  | { kind: 'updated'; resource: Named; attributes: string[] }
  | { kind: 'renamed'; resource: Named; from: string; to: string }
  | { kind: 'disabled' | 'enabled' | 'deleted' | 'unchanged'; resource: Named }
  | { kind: 'manager-changed'; resource: Named; manager: Named | null }
  | {
      kind: 'members-changed'
      resource: Named
      added: Named[]
      addedCount: number
      removed: Named[]
      removedCount: number
    }
  | { kind: 'bulk'; operations: number; failed: number }
  | { kind: 'refused'; refusal: Refusal }
  | {
      kind: 'failed'
      status: number
      scimType: ScimType | null
      detail: string
      resource: Named | null
      /** The id that should have become a member and is nobody's. */
      unknownMember?: string
      /** What must be unique, as JSON, and who has it. */
      taken?: { attribute: string; value: string; by: Named }
    }
  | { kind: 'not-http'; isTls: boolean }
  | { kind: 'health' }
  | { kind: 'token-created' | 'token-revoked'; tokenId: string; tokenName: string; isClient?: true }
  /** `until`: when the old secret stops working, epoch milliseconds; null: when somebody revokes it. */
  | { kind: 'token-rotated'; tokenId: string; tokenName: string; until?: number | null; isClient?: true }
  /** A client fetched an access token that works until `until`, epoch milliseconds. */
  | { kind: 'access-granted'; tokenId: string; tokenName: string; until: number }
  | { kind: 'server-started' | 'server-stopped'; port: number }
  | { kind: 'directory-reset'; users: number; groups: number }
  /** `keptAs`: the backup that holds what was there before. */
  | { kind: 'backup-restored'; name: string; keptAs: string | null }

/** A named reading of a client's habit, with what it read, for example `members-removed-by-value`. */
export interface ToleranceUse {
  name: string
  /** Where it was used: a path or operation, for people. */
  detail: string
}

/** A log row. Times are epoch milliseconds, durations milliseconds, sizes bytes. */
export interface ExchangeSummary {
  id: number
  startedAt: number
  durationMs: number | null
  ending: Ending
  /** `console` rows are things done in this window (token created …), shown among the requests. */
  origin: 'scim' | 'console'
  method: string
  /** The request target as it came, with its query. */
  target: string
  status: number | null
  tokenId: string | null
  tokenName: string | null
  story: Story
  /** The resource that the request is about, if one is known. */
  resource: Named | null
  hasChange: boolean
  cycle: number | null
  isPinned: boolean
  isSimulated: boolean
  /** Sent by this console's own conformance check: no traffic of a provisioning service. It is simulated as well. */
  isCheck: boolean
  replayOf: number | null
  requestBytes: number
  responseBytes: number
}

/** A row at its beginning, when nothing is known of it. */
export const begunRow = (id: number, startedAt: number): ExchangeSummary => ({
  id,
  startedAt,
  durationMs: null,
  ending: 'open',
  origin: 'scim',
  method: '',
  target: '',
  status: null,
  tokenId: null,
  tokenName: null,
  story: { kind: 'pending' },
  resource: null,
  hasChange: false,
  cycle: null,
  isPinned: false,
  isSimulated: false,
  isCheck: false,
  replayOf: null,
  requestBytes: 0,
  responseBytes: 0
})

export type Header = [name: string, value: string]

/** A recorded body. `text` is cut at BODY_SHOWN characters unless the whole was asked for; `bytes` is the size on the wire. */
export interface RecordedBody {
  text: string
  bytes: number
  isCut: boolean
}
export const BODY_SHOWN = 100_000

export interface ExchangeDetail extends ExchangeSummary {
  requestHeaders: Header[]
  requestBody: RecordedBody | null
  responseHeaders: Header[]
  responseBody: RecordedBody | null
  remoteAddress: string | null
  userAgent: string | null
  /** With what each means, in words. */
  tolerances: (ToleranceUse & { sentence: string })[]
  changes: Change[]
  note: string | null
}

/** The word beside the dot. Colour never stands alone. */
export type OutcomeWord = 'in progress' | 'ok' | 'refused' | 'failed' | 'interrupted'

export function outcomeOf(exchange: Pick<ExchangeSummary, 'ending' | 'status'>): OutcomeWord {
  if (exchange.ending === 'open') return 'in progress'
  if (exchange.ending === 'interrupted' || exchange.ending === 'client-gone') return 'interrupted'
  if (exchange.status === 401 || exchange.status === 403) return 'refused'
  // Things done at the console have no status: they are written down once they have worked.
  if (exchange.status === null) return exchange.ending === 'answered' ? 'ok' : 'failed'
  return exchange.status < 400 ? 'ok' : 'failed'
}

/** Requests per interval of time by outcome, for the timeline above the list. `at`: where the interval begins. */
export interface ActivityInterval {
  at: number
  counts: Partial<Record<OutcomeWord, number>>
}
