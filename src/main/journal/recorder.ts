import { begunRow, type ExchangeSummary, type Story } from '../../shared/exchange'
import type { Named } from '../../shared/scim'
import type { Clock } from '../platform/clock'
import { ANSWER_KEPT, BODY_KEPT, type Recorded } from './record'
import { countRequest, type Traffic } from './search/patience'
import type { ClosedExchange, Deed, OpenedExchange } from './types'
import type { Writer } from './writer'

interface Deps {
  writer: Writer
  clock: Clock
  /** The last number given before this start. */
  lastId: number
  announce(row: ExchangeSummary): void
  traffic: Traffic
}

/** `since`: for its duration, which must not follow a clock that is set back. */
type InFlight = { recorded: Recorded; since: number }

/** Gives exchanges their numbers and keeps those in flight. */
export function createRecorder({ writer, clock, lastId: before, announce, traffic }: Deps) {
  let lastId = before
  // A few at a time, so a list: a Map that is filled and emptied all the time leaves its former tables, and what was in them, to the
  // slow half of garbage collection.
  const inFlight: InFlight[] = []
  const placeOf = (id: number): number => inFlight.findIndex(({ recorded }) => recorded.row.id === id)

  const keep = (recorded: Recorded): void => {
    writer.put(recorded)
    announce(recorded.row)
  }

  return {
    lastId: (): number => lastId,
    inFlight: (id: number): Recorded | null => inFlight[placeOf(id)]?.recorded ?? null,

    open(exchange: OpenedExchange): number {
      countRequest(traffic)
      const id = ++lastId
      const recorded = emptyRecord(id, clock.now())
      const { row } = recorded
      row.method = exchange.method
      row.target = exchange.target
      row.isSimulated = exchange.isSimulated
      row.isCheck = exchange.isCheck
      row.replayOf = exchange.replayOf
      recorded.requestHeaders = exchange.headers
      recorded.remoteAddress = exchange.remoteAddress
      recorded.userAgent = exchange.userAgent
      inFlight.push({ recorded, since: performance.now() })
      keep(recorded)
      return id
    },

    /** A number that is not open (closed before, or never given) is left alone: the first ending counts. */
    close(id: number, exchange: ClosedExchange): void {
      const place = placeOf(id)
      const opened = inFlight[place]
      if (!opened) return
      const last = inFlight.pop()
      if (last && last !== opened) inFlight[place] = last

      const row: ExchangeSummary = {
        ...opened.recorded.row,
        durationMs: Math.round((performance.now() - opened.since) * 10) / 10,
        ending: exchange.ending,
        status: exchange.status,
        tokenId: exchange.tokenId,
        tokenName: exchange.tokenName,
        story: exchange.story,
        resource: exchange.resource,
        hasChange: exchange.hasChange,
        requestBytes: exchange.requestBytes,
        responseBytes: exchange.responseBytes
      }
      row.cycle = writer.tracker.admit(row)
      keep({
        ...opened.recorded,
        row,
        requestBody: cut(exchange.requestBody, BODY_KEPT),
        responseHeaders: exchange.responseHeaders,
        responseBody: cut(exchange.responseBody, ANSWER_KEPT),
        tolerances: exchange.tolerances
      })
    },

    reserve: (): number => ++lastId,

    note(story: Story, resource: Named | null, deed?: Deed): number {
      const id = deed?.id ?? ++lastId
      const recorded = emptyRecord(id, clock.now())
      recorded.row = {
        ...recorded.row,
        origin: 'console',
        ending: 'answered',
        durationMs: 0,
        story,
        resource,
        hasChange: deed?.hasChange ?? false
      }
      keep(recorded)
      return id
    },

    /** Keeps an altered record; one in flight stays altered when it closes. */
    alter(recorded: Recorded): void {
      const open = inFlight[placeOf(recorded.row.id)]
      if (open) open.recorded = recorded
      keep(recorded)
    }
  }
}

const cut = (body: string | null, kept: number): string | null =>
  body !== null && body.length > kept ? body.slice(0, kept) : body

const emptyRecord = (id: number, startedAt: number): Recorded => ({
  row: begunRow(id, startedAt),
  requestHeaders: [],
  requestBody: null,
  responseHeaders: [],
  responseBody: null,
  remoteAddress: null,
  userAgent: null,
  tolerances: [],
  note: null
})
