import type { ActivityInterval, OutcomeWord } from '../../../shared/exchange'
import type { LogActivity } from '../../../shared/log-contract'
import type { Db } from '../database'
import type { Blocks } from './blocks'
import { findIds } from './find'
import type { Question } from './question'

interface Counted {
  id: number
  startedAt: number
  outcome: OutcomeWord
}

interface Deps {
  db: Db
  blocks: Blocks
  /** Called after each row. */
  rest(): void
}

/** Counts what matches by interval of time and outcome, in about so many intervals. The last of what it yields is the answer. */
export function* countActivity(
  { db, blocks, rest }: Deps,
  question: Question,
  about: number
): Generator<LogActivity | null> {
  const rowsIn = db.prepare<[number, number], Counted>(
    'SELECT id, started_at AS startedAt, outcome FROM exchanges WHERE id >= ? AND id <= ?'
  )
  const starts: number[] = []
  const outcomes: OutcomeWord[] = []
  for (const ids of findIds(db, blocks, question)) {
    const [highest, lowest] = [ids[0], ids.at(-1)]
    if (highest !== undefined && lowest !== undefined) {
      const wanted = highest - lowest + 1 === ids.length ? null : new Set(ids)
      for (const { id, startedAt, outcome } of rowsIn.iterate(lowest, highest)) {
        rest()
        if (wanted !== null && !wanted.has(id)) continue
        starts.push(startedAt)
        outcomes.push(outcome)
      }
    }
    yield null
  }

  const earliest = starts.reduce((least, at) => Math.min(least, at), question.now)
  const latest = starts.reduce((most, at) => Math.max(most, at), 0)
  const intervalMs = niceInterval(Math.max(0, latest - earliest) / about)
  const from = Math.floor(earliest / intervalMs) * intervalMs
  const intervals = new Map<number, ActivityInterval>()
  starts.forEach((startedAt, index) => {
    const at = Math.floor(startedAt / intervalMs) * intervalMs
    const interval = intervals.get(at) ?? { at, counts: {} }
    const outcome = outcomes[index] ?? 'ok'
    interval.counts[outcome] = (interval.counts[outcome] ?? 0) + 1
    intervals.set(at, interval)
  })
  yield { from, intervalMs, intervals: [...intervals.values()].toSorted((a, b) => a.at - b.at) }
}

const SECOND = 1_000
const NICE_MS = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400
].map(seconds => seconds * SECOND)

/** The shortest interval of a clock's own that is no shorter than that. */
const niceInterval = (leastMs: number): number =>
  NICE_MS.find(ms => ms >= leastMs) ?? Math.ceil(leastMs / (86_400 * SECOND)) * 86_400 * SECOND
