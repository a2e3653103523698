import type { ExchangeSummary } from '../../shared/exchange'
import type { LogPage, LogPageQuery } from './types'

/** Newest last; rows that wait replace or follow those read. */
export function withWaiting(
  page: LogPage,
  waiting: ExchangeSummary[],
  { before, limit }: LogPageQuery
): LogPage {
  const rows = new Map(page.rows.map(row => [row.id, row]))
  const isNew = waiting.filter(row => !rows.has(row.id))
  for (const row of waiting) if (before === null || row.id < before) rows.set(row.id, row)
  const sorted = [...rows.values()].sort((a, b) => a.id - b.id)
  const matched = page.matched === page.total ? page.total : Math.min(page.total, page.matched + isNew.length)
  return { ...page, rows: sorted.slice(-limit), matched }
}

/** The first place in a falling list that is below a number. */
export function firstBelow(ids: number[], before: number): number {
  let low = 0
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ids[middle] ?? 0) < before) high = middle
    else low = middle + 1
  }
  return low
}
