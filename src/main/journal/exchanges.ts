import type { Ending, ExchangeSummary, Story } from '../../shared/exchange'
import type { Db } from './database'
import { createPut } from './put'
import type { Recorded } from './record'

interface StoredRow {
  id: number
  startedAt: number
  durationMs: number | null
  ending: Ending
  origin: 'scim' | 'console'
  method: string
  target: string
  status: number | null
  tokenId: string | null
  tokenName: string | null
  story: string
  resourceType: string | null
  resourceId: string | null
  resourceName: string | null
  hasChange: number
  cycle: number | null
  isPinned: number
  isSimulated: number
  replayOf: number | null
  requestBytes: number
  responseBytes: number
}

interface StoredTexts {
  requestHeaders: string
  requestBody: string | null
  responseHeaders: string
  responseBody: string | null
  remoteAddress: string | null
  userAgent: string | null
  tolerances: string
  note: string | null
}

const ROW = `
  e.id, e.started_at AS startedAt, e.duration_ms AS durationMs, e.ending, e.origin, e.method, e.target, e.status,
  e.token_id AS tokenId, e.token_name AS tokenName, e.story, e.resource_type AS resourceType,
  e.resource_id AS resourceId, e.resource_name AS resourceName, e.has_change AS hasChange, e.cycle,
  e.is_pinned AS isPinned, e.is_simulated AS isSimulated, e.replay_of AS replayOf,
  e.request_bytes AS requestBytes, e.response_bytes AS responseBytes`

/** The statements on recorded exchanges. */
export function createExchangeStore(db: Db) {
  const { insert, put } = createPut(db)

  const rowById = db.prepare<[number], StoredRow>(`SELECT ${ROW} FROM exchanges e WHERE e.id = ?`)
  const textsById = db.prepare<[number], StoredTexts>(`
    SELECT request_headers AS requestHeaders, request_body AS requestBody, response_headers AS responseHeaders,
           response_body AS responseBody, remote_address AS remoteAddress, user_agent AS userAgent, tolerances, note
      FROM texts
     WHERE id = ?`)
  const newest = db.prepare<[number, number, number], StoredRow>(`
    SELECT ${ROW} FROM exchanges e WHERE e.id < ? AND (e.id > ? OR e.is_pinned = 1) ORDER BY e.id DESC LIMIT ?`)
  const countAfter = db.prepare<[number], number>('SELECT count(*) FROM exchanges WHERE id > ?').pluck()
  const countPinnedTo = db
    .prepare<[number], number>('SELECT count(*) FROM exchanges WHERE is_pinned = 1 AND id <= ?')
    .pluck()
  const highestId = db.prepare<[], number | null>('SELECT max(id) FROM exchanges').pluck()
  const ends = db.prepare<[], { from: number | null; to: number | null }>(
    'SELECT (SELECT min(id) FROM exchanges) AS "from", (SELECT max(id) FROM exchanges) AS "to"'
  )
  const interruptOpen = db.prepare(
    `UPDATE exchanges SET ending = 'interrupted', outcome = 'interrupted' WHERE ending = 'open'`
  )

  const failedBeyond = (beyond: '<' | '>', order: 'ASC' | 'DESC') =>
    db
      .prepare<[number, number], number>(
        `SELECT id FROM exchanges
          WHERE id ${beyond} ? AND (id > ? OR is_pinned = 1) AND outcome IN ('failed', 'refused')
          ORDER BY id ${order} LIMIT 1`
      )
      .pluck()
  const failed = { newer: failedBeyond('>', 'ASC'), older: failedBeyond('<', 'DESC') }

  let kept: { count: number; highestId: number } | null = null

  const find = (id: number): Recorded | null => {
    const row = rowById.get(id)
    const texts = textsById.get(id)
    if (!row || !texts) return null
    return {
      row: readRow(row),
      ...texts,
      requestHeaders: JSON.parse(texts.requestHeaders) as Recorded['requestHeaders'],
      responseHeaders: JSON.parse(texts.responseHeaders) as Recorded['responseHeaders'],
      tolerances: JSON.parse(texts.tolerances) as Recorded['tolerances']
    }
  }

  return {
    /** Inserts, or alters what changes after the opening. Belongs inside a transaction. */
    put(recorded: Recorded): void {
      kept ??= { count: countAfter.get(0) ?? 0, highestId: highestId.get() ?? 0 }
      if (recorded.row.id <= kept.highestId) return put(recorded)
      insert(recorded)
      kept = { count: kept.count + 1, highestId: recorded.row.id }
    },
    find,
    findRow(id: number): ExchangeSummary | null {
      const row = rowById.get(id)
      return row ? readRow(row) : null
    },
    /** Newest first. `clearedTo`: rows up to it count only when pinned. */
    newest: (before: number, clearedTo: number, limit: number): ExchangeSummary[] =>
      newest.all(before, clearedTo, limit).map(readRow),
    /** Rows that are not cleared. Counting a million takes long, so that it is counted once and kept. */
    count(clearedTo: number): number {
      if (clearedTo > 0) return (countAfter.get(clearedTo) ?? 0) + (countPinnedTo.get(clearedTo) ?? 0)
      kept ??= { count: countAfter.get(0) ?? 0, highestId: highestId.get() ?? 0 }
      return kept.count
    },
    deleted(count: number): void {
      if (kept) kept.count -= count
    },
    /** After a batch that failed the numbers kept may be wrong. */
    recount(): void {
      kept = null
    },
    countPinned: (): number => countPinnedTo.get(Number.MAX_SAFE_INTEGER) ?? 0,
    /** The lowest and the highest number, or null when there is none. */
    ends(): { from: number; to: number } | null {
      const found = ends.get()
      return found && found.from !== null && found.to !== null ? { from: found.from, to: found.to } : null
    },
    /** The nearest row in a direction that failed or was refused. */
    nearestFailed: (id: number, direction: 'newer' | 'older', clearedTo: number): number | null =>
      failed[direction].get(id, clearedTo) ?? null,
    highestId: (): number => highestId.get() ?? 0,
    /** Closes the rows that a crash left open. */
    interruptOpen: (): void => void interruptOpen.run()
  }
}
export type ExchangeStore = ReturnType<typeof createExchangeStore>

function readRow({ resourceType, resourceId, resourceName, ...row }: StoredRow): ExchangeSummary {
  return {
    ...row,
    story: JSON.parse(row.story) as Story,
    resource:
      resourceType === null || resourceId === null
        ? null
        : { type: resourceType, id: resourceId, name: resourceName ?? resourceId },
    hasChange: row.hasChange === 1,
    isPinned: row.isPinned === 1,
    isSimulated: row.isSimulated > 0,
    isCheck: row.isSimulated === 2
  }
}
