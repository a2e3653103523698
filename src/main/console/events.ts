import type { ConsoleEvent, DirectoryCounts } from '../../shared/contract'
import type { ExchangeSummary } from '../../shared/exchange'
import type { Run } from '../../shared/log-contract'
import type { ConsoleJournal } from '../journal/types'

/** Below what a viewer sees as delay, above one message per row. */
const PAUSE_MS = 50
/** While rows pour in faster than they are read, each picture of them takes a processor from the answers and is gone before it is seen. */
const LONGEST_PAUSE_MS = 1_000
const READ_PER_MS = 50 / 1000
/** After so long without a row the next one is told as the first one was. */
const LULL_MS = 100
const BATCH_ROWS = 1_000
/** Rows kept for a console that does not keep up; beyond, the oldest are dropped and it reads them with `log.page`. */
const MOST_WAITING = 10_000

/** Events that carry their whole meaning: only the latest of each kind is worth sending. */
type Latest = Exclude<ConsoleEvent, { kind: 'log-changed' | 'log-removed' }>

/**
 * Tells every open console what happened, in batches: the first at once, then at most one per 50 ms, or per second while rows pour in, of
 * at most 1,000 rows. Nobody who records waits for anybody who watches.
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
  let putAt = Number.NEGATIVE_INFINITY
  let sentAt = Number.NEGATIVE_INFINITY
  let pauseMs = PAUSE_MS
  let isEnded = false
  let timer: NodeJS.Timeout | null = null
  let wake: (() => void) | null = null

  const isEmpty = () => rows.size === 0 && removed.length === 0 && changedIds.size === 0 && latest.size === 0

  /** A whole batch that waits already is not held back further: what pours in would be more than what is told. */
  const dueAt = () => sentAt + (rows.size >= BATCH_ROWS ? PAUSE_MS : pauseMs)

  /** Whoever waits for the next batch goes on once this one may be sent. */
  function ring(): void {
    if (wake === null || timer !== null) return
    const waitMs = Math.max(0, dueAt() - performance.now())
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
    const now = performance.now()
    pauseMs = sent.length > (now - sentAt) * READ_PER_MS ? Math.min(pauseMs * 2, LONGEST_PAUSE_MS) : PAUSE_MS
    sentAt = now
    return batch
  }

  return {
    put(row: ExchangeSummary): void {
      const now = performance.now()
      if (now - putAt >= LULL_MS) pauseMs = PAUSE_MS
      putAt = now
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
      if (!isEnded && (isEmpty() || performance.now() < dueAt())) {
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
