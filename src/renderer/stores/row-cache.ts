import type { ExchangeSummary } from '../../shared/exchange'

/** Rows kept at most; what is scrolled to is asked for again. About 10 MB. */
const KEPT = 6_000
/** Forgotten at a time, so that not every row that arrives costs a look around. */
const FORGOTTEN = 1_500

/** The rows that are here, by number. Changed in place, like the list of numbers. */
export function createRowCache(isInSight: (id: number) => boolean) {
  const rows = new Map<number, ExchangeSummary>()

  function forgetSome(): void {
    let left = FORGOTTEN
    for (const id of rows.keys()) {
      if (left-- <= 0) return
      if (!isInSight(id)) rows.delete(id)
    }
  }

  return {
    get: (id: number): ExchangeSummary | undefined => rows.get(id),
    has: (id: number): boolean => rows.has(id),
    /** An ended row never becomes an open one again. */
    put(row: ExchangeSummary): void {
      if (row.ending === 'open' && rows.has(row.id)) return
      rows.set(row.id, row)
      if (rows.size > KEPT) forgetSome()
    },
    remove: (id: number): boolean => rows.delete(id),
    clear: (): void => rows.clear(),
    values: (): IterableIterator<ExchangeSummary> => rows.values()
  }
}
export type RowCache = ReturnType<typeof createRowCache>
