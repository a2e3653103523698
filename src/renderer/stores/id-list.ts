import type { Run } from '../../shared/log-contract'

/**
 * The numbers of all rows that match, oldest first: the whole list, of which only some rows are here. Changed in place: at
 * hundreds of rows a second a copy per batch would cost more than drawing them, so the store that holds it counts revisions.
 */
export interface IdList {
  readonly length: number
  at(index: number): number | undefined
  has(id: number): boolean
  /** The index of that number, or -1. */
  indexOf(id: number): number
  /** The index of the first number that is not lower. */
  lowerBound(id: number): number
  /** Puts a number in its place; false when it is there already. */
  add(id: number): boolean
  /** Numbers below all that are here, falling. */
  addOlder(runs: Run[]): void
  remove(id: number): boolean
  clear(): void
}

export function createIdList(): IdList {
  // What a search finds comes falling and what arrives comes rising, so that both are appended.
  const older: number[] = []
  const newer: number[] = []

  const at = (index: number): number | undefined =>
    index < older.length ? older[older.length - 1 - index] : newer[index - older.length]

  const lowerBound = (id: number): number => {
    const last = at(older.length + newer.length - 1)
    if (last === undefined || last < id) return older.length + newer.length
    let low = 0
    let high = older.length + newer.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((at(middle) ?? Infinity) < id) low = middle + 1
      else high = middle
    }
    return low
  }
  const indexOf = (id: number): number => {
    const index = lowerBound(id)
    return at(index) === id ? index : -1
  }

  return {
    get length() {
      return older.length + newer.length
    },
    at,
    has: id => indexOf(id) >= 0,
    indexOf,
    lowerBound,
    add(id) {
      const index = lowerBound(id)
      if (at(index) === id) return false
      if (index >= older.length) newer.splice(index - older.length, 0, id)
      else older.splice(older.length - index, 0, id)
      return true
    },
    addOlder(runs) {
      for (const [first, count] of runs) {
        for (let id = first + count - 1; id >= first; id--) older.push(id)
      }
    },
    remove(id) {
      // The oldest go first, when the limits of what is kept are reached.
      if (older[older.length - 1] === id) {
        older.pop()
        return true
      }
      const index = indexOf(id)
      if (index < 0) return false
      if (index >= older.length) newer.splice(index - older.length, 1)
      else older.splice(older.length - 1 - index, 1)
      return true
    },
    clear() {
      older.length = 0
      newer.length = 0
    }
  }
}
