import type { Change } from '../../shared/change'
import type { ExchangeDetail } from '../../shared/exchange'
import type { EditedRequest } from '../../shared/log-contract'
import type { LentTokens } from '../directory/lent-tokens'
import type { Directory } from '../directory/types'
import { toDetail } from '../journal/detail'
import type { ClosedExchange, ConsoleJournal, OpenedExchange } from '../journal/types'
import type { HttpDeps } from './deps'
import { asRecorded, keptHeaders, REPLAY_TOKEN, whyNot } from './recorded-request'
import { buildServer } from './server'

type Tried =
  | { kind: 'tried'; exchange: ExchangeDetail }
  | { kind: 'not-found' }
  /** There is nothing that could be tried, in words. */
  | { kind: 'impossible'; reason: string }

interface Deps {
  journal: Pick<ConsoleJournal, 'get'>
  lent: LentTokens
  server: HttpDeps
  /** Use-cases that undo what they do, and what they would have changed; `exchangeId` is in the changes. */
  trial(exchangeId: number): { directory: Directory; changes(): Change[] }
}

/** No exchange ever gets so far; what is tried out has no number of its own in the log. */
const NO_NUMBER = Number.MAX_SAFE_INTEGER

/**
 * Tells what a request would do, without doing it: it goes through the same server as every other, but over a directory that
 * undoes each write, past the faults, and beside the log.
 */
export function createTryOut({ journal, lent, server, trial }: Deps) {
  return async (id: number, edited?: EditedRequest): Promise<Tried> => {
    const recorded = await journal.get(id, { isWhole: true })
    if (!recorded) return { kind: 'not-found' }
    const { method, target, headers, body } = edited ?? asRecorded(recorded)
    const reason = whyNot(recorded, edited !== undefined) ?? whyNotTried(target)
    if (reason !== null) return { kind: 'impossible', reason }

    const { directory, changes } = trial(NO_NUMBER)
    const record = createRecord(server.clock.now())
    const app = buildServer({
      ...server,
      directory,
      journal: record,
      faults: { meet: () => null, isAnyArmed: () => false }
    })
    const { secret, giveBack } = lent.lend(REPLAY_TOKEN)
    const begun = performance.now()
    try {
      await app.inject({
        method: method as 'GET',
        url: target,
        headers: {
          ...Object.fromEntries(keptHeaders(headers)),
          authorization: `Bearer ${secret}`
        },
        payload: body ?? undefined
      })
    } finally {
      giveBack()
      await app.close()
    }
    const exchange = record.detail(changes(), Math.round((performance.now() - begun) * 10) / 10)
    return exchange === null
      ? { kind: 'impossible', reason: 'The request could not be read.' }
      : { kind: 'tried', exchange }
  }
}

const whyNotTried = (target: string): string | null =>
  /\/Bulk\/?(\?|$)/i.test(target)
    ? 'A bulk request cannot be tried out: its operations build on each other.'
    : null

/** Stands in for the journal: keeps the one exchange, and nothing of it is ever in the log. */
function createRecord(startedAt: number) {
  let opened: OpenedExchange | null = null
  let closed: ClosedExchange | null = null

  return {
    open(exchange: OpenedExchange): number {
      opened = exchange
      return NO_NUMBER
    },
    close(_id: number, exchange: ClosedExchange): void {
      closed = exchange
    },
    detail(changes: Change[], durationMs: number): ExchangeDetail | null {
      if (opened === null || closed === null) return null
      const { headers: requestHeaders, remoteAddress, userAgent, ...head } = opened
      const { requestBody, responseHeaders, responseBody, tolerances, ...end } = closed
      const row = {
        ...head,
        ...end,
        id: NO_NUMBER,
        startedAt,
        durationMs,
        origin: 'scim' as const,
        cycle: null,
        isPinned: false,
        isSimulated: true
      }
      const texts = { requestHeaders, requestBody, responseHeaders, responseBody }
      return toDetail({ row, ...texts, remoteAddress, userAgent, tolerances, note: null }, changes, true)
    }
  }
}
