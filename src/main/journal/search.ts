import type { ActivityInterval, OutcomeWord } from '../../shared/exchange'
import type { Db } from './database'
import type { Where } from './log-query-to-sql'

/** How long one slice may keep the engine, in milliseconds: well below what a request would notice. */
const SLICE_MS = 8
const FIRST_SPAN = 250

/*
 * How free text is found. Measured on 2 cores with 100,000 exchanges of an initial cycle (2.9 kB each):
 *   FTS5 trigram over the bodies   185 µs CPU per row written, 245 MB; any substring at once
 *   FTS5 trigram over the words    159 µs, 152 MB
 *   FTS5 unicode61 over the bodies  31 µs,  29 MB; whole words and beginnings only
 *   a scan of the words             20 µs,  50 MB; a word in 70-90 ms, a phrase in as much plus 6 µs per row that has its words
 * A trigram index would cost every request more than all the rest of its recording, so the scan it is.
 */

/**
 * Finds every row that matches, newest first, in slices between which the engine answers requests; each as soon as it is read.
 *
 * @param clearedTo rows up to this number count only when pinned.
 */
export async function* searchParts(db: Db, where: Where, clearedTo: number): AsyncGenerator<number[]> {
  const { tables, id, shown } = source(where, clearedTo, { needsRows: false })
  const select = db
    .prepare<(string | number)[], number>(
      `SELECT ${id} FROM ${tables} WHERE ${id} > ? AND ${id} <= ? AND ${shown} AND ${where.sql} ORDER BY ${id} DESC`
    )
    .pluck()

  for await (const { above, upTo } of slices(db)) yield select.all(above, upTo, ...where.values)
}

/** Counts rows that match by interval of time and outcome, in the same slices. */
export async function countActivity(
  db: Db,
  where: Where,
  clearedTo: number,
  { from, to, intervalMs }: { from: number; to: number; intervalMs: number }
): Promise<ActivityInterval[]> {
  const { tables, id, shown } = source(where, clearedTo, { needsRows: true })
  const select = db.prepare<(string | number)[], { interval: number; outcome: OutcomeWord; count: number }>(
    `SELECT CAST((e.started_at - ?) / ? AS INTEGER) AS interval, e.outcome, count(*) AS count
       FROM ${tables}
      WHERE ${id} > ? AND ${id} <= ? AND ${shown} AND e.started_at >= ? AND e.started_at < ? AND ${where.sql}
      GROUP BY 1, 2`
  )

  const intervals = new Map<number, ActivityInterval>()
  for await (const { above, upTo } of slices(db)) {
    for (const { interval, outcome, count } of select.all(
      from,
      intervalMs,
      above,
      upTo,
      from,
      to,
      ...where.values
    )) {
      const at = from + interval * intervalMs
      const counted = intervals.get(at) ?? { at, counts: {} }
      counted.counts[outcome] = (counted.counts[outcome] ?? 0) + count
      intervals.set(at, counted)
    }
  }
  return [...intervals.values()].sort((a, b) => a.at - b.at)
}

/** Words alone are a denser read, where nothing but words is asked for. */
function source(where: Where, clearedTo: number, { needsRows }: { needsRows: boolean }) {
  if (!needsRows && !where.reads.rows && where.reads.words && clearedTo === 0) {
    return { tables: 'words w', id: 'w.id', shown: '1' }
  }
  return {
    tables: where.reads.words ? 'exchanges e JOIN words w ON w.id = e.id' : 'exchanges e',
    id: 'e.id',
    shown: `(e.id > ${clearedTo} OR e.is_pinned = 1)`
  }
}

/** Walks the numbers from the newest to the oldest; between two slices the engine answers requests. */
async function* slices(db: Db): AsyncGenerator<{ above: number; upTo: number }> {
  const ends = db
    .prepare<[], { lowest: number | null; highest: number | null }>(
      // Apart, because SQLite takes only a lone min or max from the end of the tree.
      'SELECT (SELECT min(id) FROM exchanges) AS lowest, (SELECT max(id) FROM exchanges) AS highest'
    )
    .get()
  const lowest = ends?.lowest ?? 1

  let span = FIRST_SPAN
  for (let upTo = ends?.highest ?? 0; upTo >= lowest;) {
    const began = performance.now()
    yield { above: upTo - span, upTo }
    upTo -= span
    span = nextSpan(span, performance.now() - began)
    await turn()
    // The journal was closed, or its file set aside, while others had their turn.
    if (!db.open) return
  }
}

/** Lets requests that wait be answered first. */
const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

const nextSpan = (span: number, tookMs: number): number =>
  Math.max(50, Math.min(span * 2, Math.round((span * SLICE_MS) / Math.max(tookMs, 0.1))))
