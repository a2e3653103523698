import type { ToleranceUse } from '../../shared/exchange'
import type { Compatibility } from '../../shared/scim'

/** How a client's text is read: how far we bend, and who is told when we did. */
export interface Reading {
  compatibility: Compatibility
  note(use: ToleranceUse): void
}

/** Bends as Entra needs it and tells nobody. */
export const LENIENT: Reading = { compatibility: 'entra', note: () => {} }

/** By the letter of the RFCs. */
export const STRICT: Reading = { compatibility: 'rfc', note: () => {} }

/** A reading that keeps what it bent, without repeating itself. */
export function readingWithNotes(compatibility: Compatibility): Reading & { uses: ToleranceUse[] } {
  const uses: ToleranceUse[] = []
  return {
    compatibility,
    uses,
    note(use) {
      if (!uses.some(known => known.name === use.name && known.detail === use.detail)) uses.push(use)
    }
  }
}
