import type {
  Ending,
  ExchangeDetail,
  ExchangeSummary,
  Header,
  Story,
  ToleranceUse
} from '../../shared/exchange'
import type { CycleSummary } from '../../shared/cycle'
import type { LogActivity, LogFound, LogUsage, Run } from '../../shared/log-contract'
import type { Named } from '../../shared/scim'
import type { FilePiece, FileStep } from '../platform/write-through'
import type { RetentionLimits } from './retention'
import type { ExportForm } from './search/export'

/** What is known when a request's head has arrived. Authorization must already be gone from `headers`. */
export interface OpenedExchange {
  method: string
  target: string
  headers: Header[]
  remoteAddress: string | null
  userAgent: string | null
  isSimulated: boolean
  isCheck: boolean
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

/** What is told of an edit at the console beyond its story. */
export interface Deed {
  /** From `reserve`: the changes it made name it already. */
  id: number
  hasChange: boolean
}

export interface LogPageQuery {
  /** The filter bar's text (src/shared/log-query). */
  query: string
  /** Only rows older (smaller id) than this; null for the newest. */
  before: number | null
  limit: number
}

export interface LogSearch {
  query: string
  /** Rows that come with the first part. */
  first: number
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
  note(story: Story, resource: Named | null, deed?: Deed): number
  /** A number for something about to be done at the console; `note` makes a row of it once it has worked. */
  reserve(): number
  page(query: LogPageQuery): Promise<LogPage>
  get(id: number, options: { isWhole: boolean }): Promise<ExchangeDetail | null>
  /** Called with every opened, closed or altered row; returns the unsubscriber. */
  subscribe(listener: (row: ExchangeSummary) => void): () => void
  trouble(): string | null
  flush(): void
  shutDown(): void
}

export interface Clearing {
  /** Rows that went, and pinned ones that stayed. */
  clearedCount: number
  keptCount: number
  /** Until then `undoClear` brings everything back; epoch milliseconds. */
  undoUntil: number
}

/** What the console does with the log beyond recording and reading. Every alteration is announced to subscribers. */
export interface ConsoleJournal extends Journal {
  /** Everything that matches, in parts, the newest first. */
  search(query: LogSearch): AsyncGenerator<LogFound>
  /** Rows by number; those that are gone are left out. */
  rows(ids: number[]): ExchangeSummary[]
  /** Which of these rows match; for live rows where a filter looks into bodies. */
  matching(query: string, ids: number[]): number[]
  /** Called with the numbers of rows that the limits removed; returns the unsubscriber. */
  onRemoved(listener: (runs: Run[]) => void): () => void
  /** Newest first. The newest carries when the next one is due. */
  cycles(limit: number): CycleSummary[]
  /** False when there is no such row. */
  setPinned(id: number, isPinned: boolean): boolean
  /** An empty note is no note. False when there is no such row. */
  setNote(id: number, note: string): boolean
  /** Empties all but pinned rows; can be undone for 10 s. */
  clear(): Clearing
  /** False when it is too late. */
  undoClear(): boolean
  /** The nearest failed or refused row in a direction, for n and Shift+N. */
  nearestFailed(id: number, direction: 'newer' | 'older'): number | null
  /** Every row that matches, oldest first, in batches with all texts, for exports. Long, but in slices. */
  details(query: string): AsyncGenerator<ExchangeDetail[]>
  /** Rows that match, without reading them: how many an export will write. */
  count(query: string): Promise<number>
  /** The same as a file in pieces, read and put into words where it holds nobody up. */
  exported(query: string, form: ExportForm): AsyncGenerator<FilePiece>
  /** Writes it into a file there too, and tells how far it has come. */
  exportedTo(query: string, form: ExportForm, file: string): AsyncGenerator<FileStep>
  /** Matching rows by outcome in about so many intervals of time. */
  activity(query: string, about: number): Promise<LogActivity>
  setRetention(limits: RetentionLimits): void
  usage(): LogUsage
  /** Rows that would go if these were the limits, by count and age. */
  countBeyond(limits: RetentionLimits): number
  /** The file that was damaged and set aside since the start, if any. */
  setAside(): string | null
}
