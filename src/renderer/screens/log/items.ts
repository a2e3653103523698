import type { CycleSummary } from '../../../shared/cycle'
import type { IdList } from '../../stores/id-list'

export type Item = { kind: 'row'; id: number; index: number } | { kind: 'cycle'; cycle: CycleSummary }

/** What the list draws: its rows, with a separator where a cycle begins. */
export interface Items {
  readonly length: number
  at(place: number): Item | undefined
  /** The place of a row by its index among the rows. */
  placeOf(rowIndex: number): number
}

/** @param cycles newest first; those without a row here have no separator. */
export function itemsOf(ids: IdList, cycles: CycleSummary[]): Items {
  const breaks: { index: number; cycle: CycleSummary }[] = []
  let end = ids.length
  for (const cycle of cycles) {
    if (cycle.firstId === 0) break
    const index = ids.lowerBound(cycle.firstId)
    if (index < end) breaks.push({ index, cycle })
    end = index
  }
  breaks.reverse()

  /** How many separators stand before what fits. */
  const countWhere = (isBefore: (index: number, nth: number) => boolean): number => {
    let low = 0
    let high = breaks.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const { index } = breaks[middle] ?? { index: 0 }
      if (isBefore(index, middle)) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    length: ids.length + breaks.length,
    at(place) {
      const before = countWhere((index, nth) => index + nth <= place)
      const last = breaks[before - 1]
      if (last && last.index + before - 1 === place) return { kind: 'cycle', cycle: last.cycle }
      const index = place - before
      const id = ids.at(index)
      return id === undefined ? undefined : { kind: 'row', id, index }
    },
    placeOf: rowIndex => rowIndex + countWhere(index => index <= rowIndex)
  }
}
