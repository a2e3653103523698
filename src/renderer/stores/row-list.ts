import type { ExchangeSummary } from '../../shared/exchange'

/**
 * The loaded rows in the order of their numbers, oldest first. Changed in place: at hundreds of rows a second a copy per batch
 * would cost more than drawing them, so the store that holds it counts revisions instead.
 */
export interface RowList {
  readonly length: number
  at(index: number): ExchangeSummary | undefined
  /** The index of that row, or -1. */
  indexOf(id: number): number
  /** Adds the row in its place or replaces the one of the same number. An ended row never becomes an open one again. */
  put(row: ExchangeSummary): void
  remove(id: number): boolean
  /** Rows older than all that are here, oldest first. */
  prepend(older: ExchangeSummary[]): void
  dropOldest(count: number): void
  clear(): void
}

export function createRowList(): RowList {
  const rows: ExchangeSummary[] = []

  /** Where the row is, or would be. */
  const placeOf = (id: number): number => {
    const last = rows[rows.length - 1]
    if (!last || last.id < id) return rows.length
    let low = 0
    let high = rows.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((rows[middle]?.id ?? Infinity) < id) low = middle + 1
      else high = middle
    }
    return low
  }
  const indexOf = (id: number): number => {
    const place = placeOf(id)
    return rows[place]?.id === id ? place : -1
  }

  return {
    get length() {
      return rows.length
    },
    at: index => rows[index],
    indexOf,
    put(row) {
      const place = placeOf(row.id)
      const present = rows[place]
      if (present?.id !== row.id) rows.splice(place, 0, row)
      else if (row.ending !== 'open' || present.ending === 'open') rows[place] = row
    },
    remove(id) {
      const index = indexOf(id)
      if (index < 0) return false
      rows.splice(index, 1)
      return true
    },
    prepend(older) {
      const first = rows[0]?.id ?? Infinity
      rows.unshift(...older.filter(row => row.id < first))
    },
    dropOldest(count) {
      rows.splice(0, count)
    },
    clear() {
      rows.length = 0
    }
  }
}
