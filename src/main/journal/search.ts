import type { Db } from './database'
import type { Where } from './log-query-to-sql'

/** How long one slice may keep the engine, in milliseconds: well below what a request would notice. */
const SLICE_MS = 8
const FIRST_SPAN = 1_000

/**
 * Finds every row that matches, newest first, in slices between which the engine answers requests.
 *
 * @param clearedTo rows up to this number count only when pinned.
 */
export async function searchIds(db: Db, where: Where, clearedTo: number): Promise<number[]> {
  const select = db
    .prepare<(string | number)[], number>(
      `SELECT e.id
         FROM exchanges e ${where.readsWords ? 'JOIN words w ON w.id = e.id' : ''}
        WHERE e.id > ? AND e.id <= ? AND (e.id > ? OR e.is_pinned = 1) AND ${where.sql}
        ORDER BY e.id DESC`
    )
    .pluck()
  const ends = db
    .prepare<[], { lowest: number | null; highest: number | null }>(
      'SELECT min(id) AS lowest, max(id) AS highest FROM exchanges'
    )
    .get()
  const lowest = ends?.lowest ?? 1

  const found: number[] = []
  let span = FIRST_SPAN
  for (let upTo = ends?.highest ?? 0; upTo >= lowest;) {
    const began = performance.now()
    for (const id of select.all(upTo - span, upTo, clearedTo, ...where.values)) found.push(id)
    upTo -= span
    span = nextSpan(span, performance.now() - began)
    await turn()
    // The journal was closed, or its file set aside, while others had their turn.
    if (!db.open) return found
  }
  return found
}

/** Lets requests that wait be answered first. */
export const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

const nextSpan = (span: number, tookMs: number): number =>
  Math.max(50, Math.min(span * 4, Math.round((span * SLICE_MS) / Math.max(tookMs, 0.1))))
