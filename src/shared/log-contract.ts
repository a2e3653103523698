import { eventIterator, oc, type } from '@orpc/contract'
import { z } from 'zod'
import type { CycleSummary } from './cycle'
import type { ActivityInterval, ExchangeDetail, ExchangeSummary, Header } from './exchange'

const ExchangeId = z.number().int().positive()
const Limit = z.number().int().min(1).max(1000)
const Ids = z.array(ExchangeId).max(1000)
const Query = z.string().max(4000)

/** Numbers in a row: the first and how many. */
export type Run = [first: number, count: number]

/** A part of what a search finds. Every part holds numbers below those of the parts before it. */
export interface LogFound {
  /** The newest rows that match, newest last: as many over all parts as were asked for first. */
  rows: ExchangeSummary[]
  /** The numbers found, the highest run first. */
  runs: Run[]
  /** Rows retained at all, up to the number `newest`. */
  total: number
  newest: number
  isDone: boolean
}

/** What matches by interval and outcome; intervals without any are left out. Times epoch milliseconds. */
export interface LogActivity {
  from: number
  intervalMs: number
  intervals: ActivityInterval[]
}

export const EXPORT_FORMATS = ['har', 'jsonl', 'csv'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** What an export tells while it runs. */
export type ExportStep =
  /** A person is choosing where to save. */
  | { kind: 'choosing' }
  | { kind: 'writing'; written: number; total: number }
  /** A piece of the file, for a browser, which puts it together itself. */
  | { kind: 'text'; text: string; written: number; total: number }
  | { kind: 'saved'; name: string; written: number; bytes: number }
  /** Nobody chose a place. */
  | { kind: 'dismissed' }

/** A request as it is sent again. Headers without Authorization. */
export interface EditedRequest {
  method: string
  target: string
  headers: Header[]
  body: string | null
}

const Edited = z.object({
  method: z.string().regex(/^[A-Z]{1,20}$/),
  target: z
    .string()
    .max(20_000)
    .regex(/^\/[\x21-\x7e]*$/),
  headers: z.array(z.tuple([z.string().max(200), z.string().max(20_000)])).max(100),
  body: z.string().max(16_000_000).nullable()
})

export interface LogUsage {
  count: number
  pinnedCount: number
  bytes: number
  oldestAt: number | null
}

const badQuery = {
  BAD_QUERY: { status: 400, data: z.object({ at: z.number(), message: z.string() }) }
} as const
const notFound = { NOT_FOUND: { status: 404 } } as const

/** The request log. */
export const logContract = {
  /** The newest rows that match, or those before a row. Newest last. */
  page: oc
    .input(z.object({ query: Query, before: ExchangeId.nullable(), limit: Limit }))
    .errors(badQuery)
    .output(type<{ rows: ExchangeSummary[]; matched: number; total: number }>()),
  /** Everything that matches, as numbers, from the newest to the oldest; the newest rows come with the first part. */
  search: oc
    .input(z.object({ query: Query, first: Limit }))
    .errors(badQuery)
    .output(eventIterator(type<LogFound>())),
  /** Rows by number; those that are gone are left out. */
  rows: oc.input(z.object({ ids: Ids })).output(type<ExchangeSummary[]>()),
  /** Which of these rows match: for filters that look into bodies, which a row does not carry. */
  matching: oc
    .input(z.object({ query: Query, ids: Ids }))
    .errors(badQuery)
    .output(type<number[]>()),
  get: oc
    .input(z.object({ id: ExchangeId, isWhole: z.boolean().default(false) }))
    .errors(notFound)
    .output(type<ExchangeDetail>()),
  /** Sends a recorded request again, as it was or as edited, through the front door. Resolves when it is answered. */
  replay: oc
    .input(z.object({ id: ExchangeId, edited: Edited.optional() }))
    .errors({ ...notFound, NO_REQUEST: { status: 409 } })
    .output(type<{ id: number }>()),
  /** What a recorded request, as it was or as edited, would do here now. Nothing is kept of it, and the log has no row of it. */
  tryOut: oc
    .input(z.object({ id: ExchangeId, edited: Edited.optional() }))
    .errors({ ...notFound, NO_REQUEST: { status: 409 } })
    .output(type<ExchangeDetail>()),
  setPinned: oc.input(z.object({ id: ExchangeId, isPinned: z.boolean() })).errors(notFound),
  /** An empty note is no note. */
  setNote: oc.input(z.object({ id: ExchangeId, note: z.string().max(4000) })).errors(notFound),
  /** Empties all but pinned rows; until `undoUntil` (epoch milliseconds) it can be undone. */
  clear: oc.output(type<{ clearedCount: number; keptCount: number; undoUntil: number }>()),
  undoClear: oc.errors({ TOO_LATE: { status: 409 } }),
  /** The nearest failed or refused row in a direction, or null. */
  nearestFailed: oc
    .input(z.object({ id: ExchangeId, direction: z.enum(['newer', 'older']) }))
    .output(type<number | null>()),
  /** Newest first; the newest tells when the next one is due. */
  cycles: oc.input(z.object({ limit: Limit })).output(type<CycleSummary[]>()),
  /** Matching rows per interval and outcome, for the timeline. Without a span: all that is kept, in about `intervals` parts. */
  activity: oc
    .input(z.object({ query: Query, intervals: z.number().int().min(1).max(500) }))
    .output(type<LogActivity>()),
  usage: oc.output(type<LogUsage>()),
  /** Rows that would go if these were the limits. */
  countBeyond: oc
    .input(
      z.object({
        maxCount: z.number().int().min(1),
        maxDays: z.number().int().min(1),
        maxMegabytes: z.number().int().min(1)
      })
    )
    .output(type<number>()),
  /**
   * Every row that matches, as a file. In the window a person is asked where to save it and this program writes it; a browser
   * gets its text. Ends early when the stream is cancelled, and then leaves no file.
   */
  export: oc
    .input(z.object({ format: z.enum(EXPORT_FORMATS), query: Query }))
    .errors({ ...badQuery, NOT_WRITTEN: { status: 409 } })
    .output(eventIterator(type<ExportStep>()))
}

/** Numbers that fall, as runs. */
export function toRuns(falling: number[]): Run[] {
  const runs: Run[] = []
  let last: Run | undefined
  for (const id of falling) {
    if (last && id === last[0] - 1) {
      last[0] = id
      last[1]++
    } else {
      last = [id, 1]
      runs.push(last)
    }
  }
  return runs
}
