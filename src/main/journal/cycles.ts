import { CYCLE_QUIET_MS, NOMINAL_RHYTHM_MS, type CycleSummary } from '../../shared/cycle'
import { outcomeOf, type ExchangeSummary, type Story } from '../../shared/exchange'
import { LOOKUP_KINDS } from '../../shared/log-query/matches'
import type { Db } from './database'

export type StoredCycle = Omit<CycleSummary, 'next'>

/** Starts further apart than this tell of a pause (program closed, machine asleep), not of a rhythm. */
const LONGEST_RHYTHM_MS = 3 * NOMINAL_RHYTHM_MS

/** Cycles kept: at Entra's pace about four weeks. */
const CYCLES_KEPT = 1_000

/**
 * Groups traffic into cycles. Only an authorised request begins or prolongs one: the noise of the internet must not. A refused
 * one within a cycle belongs to it. Our own conformance check asks for refusals and is no cycle.
 */
export function createCycleTracker(latest: StoredCycle | null) {
  let current = latest
  const altered = new Map<number, StoredCycle>()

  return {
    /** Counts a closed exchange. @returns the number of its cycle, or null. */
    admit(row: ExchangeSummary): number | null {
      if (row.origin !== 'scim' || row.isCheck || row.story.kind === 'health') return null
      const endedAt = Math.round(row.startedAt + (row.durationMs ?? 0))
      const isWithin = current !== null && row.startedAt - current.toAt < CYCLE_QUIET_MS
      if (row.tokenId === null && !isWithin) return null

      const before = current !== null && isWithin ? current : emptyCycle((current?.cycle ?? 0) + 1, row)
      current = countIn(before, row)
      if (row.tokenId !== null) current.toAt = Math.max(current.toAt, endedAt)
      altered.set(current.cycle, current)
      return current.cycle
    },
    /** Cycles to be written since the last `settled`. */
    altered: (): StoredCycle[] => [...altered.values()],
    settled: (): void => altered.clear()
  }
}

const emptyCycle = (cycle: number, { id, startedAt }: ExchangeSummary): StoredCycle => ({
  cycle,
  firstId: id,
  fromAt: startedAt,
  toAt: startedAt,
  requestCount: 0,
  createdCount: 0,
  updatedCount: 0,
  disabledCount: 0,
  deletedCount: 0,
  lookupCount: 0,
  errorCount: 0
})

function countIn(cycle: StoredCycle, row: ExchangeSummary): StoredCycle {
  const counted = { ...cycle, requestCount: cycle.requestCount + 1 }
  const outcome = outcomeOf(row)
  if (outcome === 'failed' || outcome === 'refused') counted.errorCount++
  else if (row.story.kind === 'created') counted.createdCount++
  else if (row.story.kind === 'disabled') counted.disabledCount++
  else if (row.story.kind === 'deleted') counted.deletedCount++
  else if (UPDATES.has(row.story.kind)) counted.updatedCount++
  else if (LOOKUP_KINDS.has(row.story.kind)) counted.lookupCount++
  return counted
}

const UPDATES: ReadonlySet<Story['kind']> = new Set<Story['kind']>([
  'updated',
  'renamed',
  'enabled',
  'manager-changed',
  'members-changed'
])

/**
 * When the next cycle is due: the median of the last rhythm seen, or Entra's documented one while there is none.
 *
 * @param newestFirst the cycles, the newest first.
 */
export function forecast(newestFirst: StoredCycle[]): CycleSummary['next'] {
  const [newest] = newestFirst
  if (!newest) return null
  const gaps = newestFirst
    .slice(0, 6)
    .flatMap((cycle, index, all) => {
      const earlier = all[index + 1]
      return earlier ? [cycle.fromAt - earlier.fromAt] : []
    })
    .filter(gap => gap > 0 && gap <= LONGEST_RHYTHM_MS)
    .sort((a, b) => a - b)
  const median = gaps[Math.floor(gaps.length / 2)]
  return { expectedAt: newest.fromAt + (median ?? NOMINAL_RHYTHM_MS), isObserved: median !== undefined }
}

export function createCycleStore(db: Db) {
  const put = db.prepare<StoredCycle>(`
    INSERT OR REPLACE INTO cycles (cycle, first_id, from_at, to_at, requests, created, updated, disabled, deleted, lookups,
      errors)
    VALUES (@cycle, @firstId, @fromAt, @toAt, @requestCount, @createdCount, @updatedCount, @disabledCount, @deletedCount, @lookupCount,
            @errorCount)`)
  const forget = db.prepare<[number]>('DELETE FROM cycles WHERE cycle <= ?')
  const newest = db.prepare<[number], StoredCycle>(`
    SELECT cycle, first_id AS firstId, from_at AS fromAt, to_at AS toAt, requests AS requestCount, created AS createdCount,
           updated AS updatedCount, disabled AS disabledCount, deleted AS deletedCount, lookups AS lookupCount,
           errors AS errorCount
      FROM cycles
     ORDER BY cycle DESC
     LIMIT ?`)

  return {
    put(cycle: StoredCycle): void {
      put.run(cycle)
      forget.run(cycle.cycle - CYCLES_KEPT)
    },
    /** Newest first. */
    newest: (limit: number): StoredCycle[] => newest.all(limit)
  }
}
