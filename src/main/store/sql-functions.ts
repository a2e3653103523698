import { fold } from '../scim/fold'
import { instantOf } from '../scim/filter/instant'
import type { Db } from './sqlite'

/**
 * The functions that filters need and SQLite lacks, the same ones that the filter in memory calls:
 * `fold(text)` Unicode case folding · `instant(text)` milliseconds of a dateTime, or NULL · `iso(milliseconds)` the
 * reverse · `ends_with(text, end)`.
 */
export function registerFunctions(db: Db): void {
  const options = { deterministic: true, directOnly: false }
  db.function('fold', options, (value: unknown) => (typeof value === 'string' ? fold(value) : null))
  db.function('instant', options, (value: unknown) => (typeof value === 'string' ? instantOf(value) : null))
  db.function('iso', options, (value: unknown) =>
    typeof value === 'number' ? new Date(value).toISOString() : null
  )
  db.function('ends_with', options, (value: unknown, end: unknown) =>
    typeof value === 'string' && typeof end === 'string' ? Number(value.endsWith(end)) : null
  )
}
