import type { Compatibility } from '../../shared/scim'
import type { ToleranceUse } from '../../shared/exchange'
import type { ToleranceName } from '../../shared/explain/tolerances'
import { shorten } from './patch/json'

/** How a client's text is read: how far we bend, and who is told when we did. */
export interface Reading {
  readonly compatibility: Compatibility
  readonly isLenient: boolean
  /** Only names that people can be told (shared/explain/tolerances). */
  use(name: ToleranceName, detail: string): void
}

/** A reading that keeps the tolerances used. */
export interface NotedReading extends Reading {
  readonly uses: ToleranceUse[]
}

/** Bends as Entra needs it and tells nobody. */
export const LENIENT: Reading = { compatibility: 'entra', isLenient: true, use: () => {} }

/** By the letter of the RFCs. */
export const STRICT: Reading = { compatibility: 'rfc', isLenient: false, use: () => {} }

// A PATCH of 10,000 members written the same way is one habit, not 10,000: the first few places tell it.
const PLACES_KEPT = 20

/** A reading that keeps what it bent, without repeating itself. */
export function takeNotes(compatibility: Compatibility): NotedReading {
  const uses: ToleranceUse[] = []
  const places = new Map<ToleranceName, Set<string>>()

  return {
    compatibility,
    isLenient: compatibility === 'entra',
    uses,
    use(name, detail) {
      const known = places.get(name) ?? new Set()
      places.set(name, known)
      const short = shorten(detail)
      if (known.size >= PLACES_KEPT || known.has(short)) return
      known.add(short)
      uses.push({ name, detail: short })
    }
  }
}
