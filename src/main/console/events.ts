import type { ConsoleEvent, DirectoryCounts } from '../../shared/contract'
import type { ExchangeSummary } from '../../shared/exchange'
import type { Run } from '../../shared/log-contract'
import type { ConsoleJournal } from '../journal/types'

/** Below what a viewer sees as delay, above one message per row in an initial cycle. */
const BATCH_MS = 50
const BATCH_ROWS = 200
/** Rows kept for a console that does not keep up; beyond, the oldest are dropped and it reads them with `log.page`. */
const MOST_WAITING = 10_000

/** Events that carry their whole meaning: only the latest of each kind is worth sending. */
type Latest = Exclude<ConsoleEvent, { kind: 'log-changed' | 'log-removed' }>

/**
 * Tells every open console what happened, in batches: at most one per 50 ms, at most 200 rows each. Nobody who records waits
 * for anybody who watches.
 */
export function createEvents(deps: {
  journal: Pick<ConsoleJournal, 'subscribe' | 'onRemoved'>
  counts: () => DirectoryCounts
}) {
  const watchers = new Set<Outbox>()

  const unsubscribe = deps.journal.subscribe(row => {
    for (const outbox of watchers) outbox.put(row)
  })
  const unsubscribeRemoved = deps.journal.onRemoved(runs => {
    for (const outbox of watchers) outbox.remove(runs)
  })

  return {
    publish(event: Latest): void {
      for (const outbox of watchers) outbox.publish(event)
    },

    /** The stream of one console, from now on. Ends with its signal. */
    async *watch(signal?: AbortSignal): AsyncGenerator<ConsoleEvent[], void, void> {
      const outbox = createOutbox(deps.counts)
      const leave = () => outbox.end()
      watchers.add(outbox)
      signal?.addEventListener('abort', leave)
      if (signal?.aborted) leave()
      try {
        for (;;) {
          const batch = await outbox.next()
          if (batch === null) return
          yield batch
        }
      } finally {
        signal?.removeEventListener('abort', leave)
        watchers.delete(outbox)
        outbox.end()
      }
    },

    watcherCount: (): number => watchers.size,

    /** Ends every stream. */
    end(): void {
      unsubscribe()
      unsubscribeRemoved()
      for (const outbox of watchers) outbox.end()
    }
  }
}
export type Events = ReturnType<typeof createEvents>

function createOutbox(counts: () => DirectoryCounts) {
  const rows = new Map<number, ExchangeSummary>()
  const removed: Run[] = []
  const changedIds = new Set<string>()
  const latest = new Map<Latest['kind'], Latest>()
  let sentAt = Number.NEGATIVE_INFINITY
  let isEnded = false
  let timer: NodeJS.Timeout | null = null
  let wake: (() => void) | null = null

  const isEmpty = () => rows.size === 0 && removed.length === 0 && changedIds.size === 0 && latest.size === 0

  /** Whoever waits for the next batch goes on once this one may be sent. */
  function ring(): void {
    if (wake === null || timer !== null) return
    const waitMs = Math.max(0, sentAt + BATCH_MS - performance.now())
    timer = setTimeout(() => {
      timer = null
      wake?.()
    }, waitMs)
  }

  function take(): ConsoleEvent[] {
    const batch: ConsoleEvent[] = [...latest.values()]
    latest.clear()
    if (changedIds.size > 0) {
      batch.push({ kind: 'directory-changed', counts: counts(), ids: [...changedIds] })
      changedIds.clear()
    }
    const sent = [...rows.values()].slice(0, BATCH_ROWS)
    for (const { id } of sent) rows.delete(id)
    if (sent.length > 0) batch.push({ kind: 'log-changed', rows: sent })
    if (removed.length > 0) batch.push({ kind: 'log-removed', runs: removed.splice(0) })
    sentAt = performance.now()
    return batch
  }

  return {
    put(row: ExchangeSummary): void {
      rows.set(row.id, row)
      if (row.hasChange && row.resource) changedIds.add(row.resource.id)
      if (rows.size > MOST_WAITING) forgetOldest(rows)
      ring()
    },

    remove(runs: Run[]): void {
      removed.push(...runs)
      ring()
    },

    publish(event: Latest): void {
      latest.delete(event.kind)
      latest.set(event.kind, event)
      ring()
    },

    /** The next batch, or null when the stream has ended. */
    async next(): Promise<ConsoleEvent[] | null> {
      if (!isEnded && (isEmpty() || performance.now() < sentAt + BATCH_MS)) {
        await new Promise<void>(resolve => {
          wake = resolve
          if (!isEmpty()) ring()
        })
        wake = null
      }
      return isEnded ? null : take()
    },

    end(): void {
      isEnded = true
      if (timer) clearTimeout(timer)
      wake?.()
    }
  }
}
type Outbox = ReturnType<typeof createOutbox>

function forgetOldest(rows: Map<number, unknown>): void {
  const oldest = rows.keys().next()
  if (!oldest.done) rows.delete(oldest.value)
}
