import { fold } from '../scim/fold'
import type { Db } from './database'

/**
 * The functions that filters need and SQLite lacks, the same ones that the filter in memory calls:
 * `fold(text)` Unicode case folding · `instant(text)` milliseconds of a dateTime, or NULL · `ends_with(text, end)`.
 */
export function registerFunctions(db: Db): void {
  const options = { deterministic: true, directOnly: false }
  db.function('fold', options, (value: unknown) => (typeof value === 'string' ? fold(value) : null))
  db.function('instant', options, (value: unknown) => {
    const at = typeof value === 'string' ? Date.parse(value) : Number.NaN
    return Number.isNaN(at) ? null : at
  })
  db.function('ends_with', options, (value: unknown, end: unknown) =>
    typeof value === 'string' && typeof end === 'string' ? Number(value.endsWith(end)) : null
  )
}
