import type { Compatibility } from '../../../shared/scim'
import type { ToleranceUse } from '../../../shared/exchange'
import type { ToleranceName } from '../../../shared/explain/tolerances'
import type { Reading } from '../reading'
import { shorten } from './json'

/** A reading that keeps the tolerances used. `use` takes only names that people can be told (shared/explain/tolerances). */
export interface NotedReading extends Reading {
  readonly uses: ToleranceUse[]
  readonly isLenient: boolean
  use(name: ToleranceName, detail: string): void
}

// A PATCH of 10,000 members written the same way is one habit, not 10,000: the first few places tell it.
const PLACES_KEPT = 20

export function takeNotes(compatibility: Compatibility): NotedReading {
  const uses: ToleranceUse[] = []
  const places = new Map<string, Set<string>>()

  function note({ name, detail }: ToleranceUse): void {
    const known = places.get(name) ?? new Set()
    places.set(name, known)
    const short = shorten(detail)
    if (known.size >= PLACES_KEPT || known.has(short)) return
    known.add(short)
    uses.push({ name, detail: short })
  }

  return {
    compatibility,
    isLenient: compatibility === 'entra',
    uses,
    note,
    use: (name, detail) => note({ name, detail })
  }
}
