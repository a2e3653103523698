import type { Clock } from '../platform/clock'
import type { Db } from './database'

/** What is kept of the log; pinned rows always stay. */
export interface RetentionLimits {
  maxCount: number
  maxDays: number
  maxMegabytes: number
}

/** Rows deleted at a stretch: a few milliseconds. */
const SLICE_ROWS = 200
/** By size fewer, because rows may be megabytes each and no more than needed should go. */
const SLICE_ROWS_BY_SIZE = 20
const SLICE_PAGES = 256
/** Free room up to this share of the file is left for rows to come: giving back what the next second takes again costs both times. */
const FREE_SHARE = 0.25
const DAY_MS = 86_400_000

/** Deletes old rows in slices. `deleteSlice` returns the numbers that went; none means that everything fits. */
export function createRetention(db: Db, clock: Clock) {
  const removeTo = db
    .prepare<[number, number], number>(
      `DELETE FROM exchanges WHERE id IN (
       SELECT id FROM exchanges WHERE id <= ? AND is_pinned = 0 AND ending <> 'open' ORDER BY id LIMIT ?)
     RETURNING id`
    )
    .pluck()
  const removeBefore = db
    .prepare<[number, number], number>(
      `DELETE FROM exchanges WHERE id IN (
       SELECT id FROM (SELECT id, started_at, is_pinned, ending FROM exchanges ORDER BY id LIMIT 5000)
        WHERE started_at < ? AND is_pinned = 0 AND ending <> 'open' LIMIT ?)
     RETURNING id`
    )
    .pluck()
  const newestBeyond = db
    .prepare<[number], number>('SELECT id FROM exchanges ORDER BY id DESC LIMIT 1 OFFSET ?')
    .pluck()

  const pageBytes = Number(db.pragma('page_size', { simple: true }))
  const room = db.prepare<[], { pages: number; free: number }>(
    'SELECT page_count AS pages, freelist_count AS free FROM pragma_page_count, pragma_freelist_count'
  )
  const roomNow = () => room.get() ?? { pages: 0, free: 0 }

  const usedBytes = (): number => {
    const { pages, free } = roomNow()
    return (pages - free) * pageBytes
  }

  const countTo = db
    .prepare<[number, number], number>(
      'SELECT count(*) FROM exchanges WHERE (id <= ? OR started_at < ?) AND is_pinned = 0'
    )
    .pluck()

  return {
    /** Rows that these limits would not allow, by count and age. */
    countBeyond: ({ maxCount, maxDays }: RetentionLimits): number =>
      countTo.get(newestBeyond.get(maxCount) ?? 0, clock.now() - maxDays * DAY_MS) ?? 0,
    /** What the log takes of the disk, without room already freed within its file. */
    usedBytes,
    /** One slice of what the limits no longer allow. Only when there are `isTooMany` rows are they counted off. */
    deleteSlice({ maxCount, maxDays, maxMegabytes }: RetentionLimits, isTooMany: boolean): number[] {
      const beyond = isTooMany ? newestBeyond.get(maxCount) : undefined
      if (beyond !== undefined) {
        const gone = removeTo.all(beyond, SLICE_ROWS)
        if (gone.length > 0) return gone
      }
      const old = removeBefore.all(clock.now() - maxDays * DAY_MS, SLICE_ROWS)
      if (old.length > 0) return old
      return usedBytes() > maxMegabytes * 1_000_000
        ? removeTo.all(Number.MAX_SAFE_INTEGER, SLICE_ROWS_BY_SIZE)
        : []
    },
    /** One slice of a clearing. */
    clearSlice: (clearedTo: number): number[] => removeTo.all(clearedTo, SLICE_ROWS),
    /** Gives freed room back to the disk. @returns whether there may be more. */
    shrinkSlice(): boolean {
      const { pages, free } = roomNow()
      if (free <= pages * FREE_SHARE) return false
      db.pragma(`incremental_vacuum(${SLICE_PAGES})`)
      return roomNow().free < free
    }
  }
}
