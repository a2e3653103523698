import type { ExchangeSummary, Story } from '../../shared/exchange'
import type { Named } from '../../shared/scim'
import type { Clock } from '../platform/clock'
import { ANSWER_KEPT, BODY_KEPT, type Recorded } from './record'
import type { ClosedExchange, Deed, OpenedExchange } from './types'
import type { Writer } from './writer'

interface Deps {
  writer: Writer
  clock: Clock
  /** The last number given before this start. */
  lastId: number
  announce(row: ExchangeSummary): void
}

/** Gives exchanges their numbers and keeps those in flight. */
export function createRecorder({ writer, clock, lastId: before, announce }: Deps) {
  let lastId = before
  const inFlight = new Map<number, Recorded>()
  // For durations, which must not follow a clock that is set back.
  const startedTicks = new Map<number, number>()

  const keep = (recorded: Recorded): void => {
    writer.put(recorded)
    announce(recorded.row)
  }

  return {
    lastId: (): number => lastId,
    inFlight: inFlight as ReadonlyMap<number, Recorded>,

    open(exchange: OpenedExchange): number {
      const id = ++lastId
      const recorded: Recorded = {
        ...emptyRecord(id, clock.now()),
        requestHeaders: exchange.headers,
        remoteAddress: exchange.remoteAddress,
        userAgent: exchange.userAgent
      }
      recorded.row = {
        ...recorded.row,
        method: exchange.method,
        target: exchange.target,
        isSimulated: exchange.isSimulated,
        isCheck: exchange.isCheck,
        replayOf: exchange.replayOf
      }
      inFlight.set(id, recorded)
      startedTicks.set(id, performance.now())
      keep(recorded)
      return id
    },

    /** A number that is not open (closed before, or never given) is left alone: the first ending counts. */
    close(id: number, exchange: ClosedExchange): void {
      const opened = inFlight.get(id)
      if (!opened) return
      inFlight.delete(id)
      const ticks = startedTicks.get(id) ?? performance.now()
      startedTicks.delete(id)

      const row: ExchangeSummary = {
        ...opened.row,
        durationMs: Math.round((performance.now() - ticks) * 10) / 10,
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
      keep({
        ...opened,
        row: { ...row, cycle: writer.tracker.admit(row) },
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
      if (inFlight.has(recorded.row.id)) inFlight.set(recorded.row.id, recorded)
      keep(recorded)
    }
  }
}

const cut = (body: string | null, kept: number): string | null =>
  body !== null && body.length > kept ? body.slice(0, kept) : body

const emptyRecord = (id: number, startedAt: number): Recorded => ({
  row: {
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
  },
  requestHeaders: [],
  requestBody: null,
  responseHeaders: [],
  responseBody: null,
  remoteAddress: null,
  userAgent: null,
  tolerances: [],
  note: null
})
