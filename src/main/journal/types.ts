import type {
  Ending,
  ExchangeDetail,
  ExchangeSummary,
  Header,
  Story,
  ToleranceUse
} from '../../shared/exchange'
import type { Named } from '../../shared/scim'

/** What is known when a request's head has arrived. Authorization must already be gone from `headers`. */
export interface OpenedExchange {
  method: string
  target: string
  headers: Header[]
  remoteAddress: string | null
  userAgent: string | null
  isSimulated: boolean
  replayOf: number | null
}

/** What is known when it has ended. Bodies are text with passwords already dropped. */
export interface ClosedExchange {
  ending: Exclude<Ending, 'open'>
  status: number | null
  tokenId: string | null
  tokenName: string | null
  requestBody: string | null
  requestBytes: number
  responseHeaders: Header[]
  responseBody: string | null
  responseBytes: number
  story: Story
  resource: Named | null
  hasChange: boolean
  tolerances: ToleranceUse[]
}

export interface LogPageQuery {
  /** The filter bar's text (src/shared/log-query). */
  query: string
  /** Only rows older (smaller id) than this; null for the newest. */
  before: number | null
  limit: number
}

export interface LogPage {
  /** Newest last, as the list shows them. */
  rows: ExchangeSummary[]
  /** Rows that match the query in the whole retained journal, and rows retained at all. */
  matched: number
  total: number
}

/**
 * The request log. `open` and `close` never throw and never wait for the disk: rows are written in batches. When writing fails,
 * `trouble()` says why and the directory goes on serving.
 */
export interface Journal {
  /** Gives the exchange its number and announces it. */
  open(exchange: OpenedExchange): number
  close(id: number, exchange: ClosedExchange): void
  /** A row for something done at the console, opened and closed at once. */
  note(story: Story, resource: Named | null): number
  page(query: LogPageQuery): Promise<LogPage>
  get(id: number, options: { isWhole: boolean }): Promise<ExchangeDetail | null>
  /** Called with every opened, closed or altered row; returns the unsubscriber. */
  subscribe(listener: (row: ExchangeSummary) => void): () => void
  trouble(): string | null
  flush(): void
  shutDown(): void
}
