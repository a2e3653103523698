import { outcomeOf, type ExchangeSummary } from '../../shared/exchange'
import { fold } from '../../shared/log-query/conditions'
import { namedKey } from '../../shared/log-query/searched'
import type { Db } from './database'
import type { Recorded } from './record'

type Cell = string | number | null
/** A column and what it holds. What is fixed never changes after the opening. */
type Column<Of> = { name: string; cell: (of: Of) => Cell; isFixed?: true }

const ROW: Column<ExchangeSummary>[] = [
  { name: 'id', cell: row => row.id, isFixed: true },
  { name: 'started_at', cell: row => row.startedAt, isFixed: true },
  { name: 'duration_ms', cell: row => row.durationMs },
  { name: 'ending', cell: row => row.ending },
  { name: 'outcome', cell: outcomeOf },
  { name: 'origin', cell: row => row.origin, isFixed: true },
  { name: 'method', cell: row => row.method, isFixed: true },
  { name: 'target', cell: row => row.target, isFixed: true },
  { name: 'target_key', cell: row => targetKeyOf(row.target), isFixed: true },
  { name: 'status', cell: row => row.status },
  { name: 'token_id', cell: row => row.tokenId },
  { name: 'token_name', cell: row => row.tokenName },
  { name: 'token_key', cell: row => fold(row.tokenName ?? '') },
  { name: 'kind', cell: row => row.story.kind },
  { name: 'story', cell: row => JSON.stringify(row.story) },
  { name: 'resource_type', cell: row => row.resource?.type ?? null },
  { name: 'resource_id', cell: row => row.resource?.id ?? null },
  { name: 'resource_name', cell: row => row.resource?.name ?? null },
  { name: 'users_key', cell: row => namedKey(row, 'User') },
  { name: 'groups_key', cell: row => namedKey(row, 'Group') },
  { name: 'has_change', cell: row => Number(row.hasChange) },
  { name: 'cycle', cell: row => row.cycle },
  { name: 'is_pinned', cell: row => Number(row.isPinned) },
  // 0 no, 1 by a simulated client, 2 by our own conformance check.
  { name: 'is_simulated', cell: row => (row.isCheck ? 2 : Number(row.isSimulated)), isFixed: true },
  { name: 'replay_of', cell: row => row.replayOf, isFixed: true },
  { name: 'request_bytes', cell: row => row.requestBytes },
  { name: 'response_bytes', cell: row => row.responseBytes }
]

const TEXTS: Column<Recorded>[] = [
  { name: 'id', cell: ({ row }) => row.id, isFixed: true },
  { name: 'request_headers', cell: one => JSON.stringify(one.requestHeaders), isFixed: true },
  { name: 'request_body', cell: one => one.requestBody },
  { name: 'response_headers', cell: one => JSON.stringify(one.responseHeaders) },
  { name: 'response_body', cell: one => one.responseBody },
  { name: 'remote_address', cell: one => one.remoteAddress, isFixed: true },
  { name: 'user_agent', cell: one => one.userAgent, isFixed: true },
  { name: 'tolerances', cell: one => (one.tolerances.length === 0 ? '[]' : JSON.stringify(one.tolerances)) },
  { name: 'note', cell: one => one.note }
]

/**
 * Writes recorded exchanges; belongs inside a transaction. Values are bound by position and a new row is a plain INSERT: every
 * request is written here, and names with "insert or alter" took twice as long.
 */
export function createPut(db: Db) {
  const row = statementsFor(db, 'exchanges', ROW)
  const texts = statementsFor(db, 'texts', TEXTS)

  return {
    /** A row that is surely not in the file. */
    insert(recorded: Recorded): void {
      row.insert(recorded.row)
      texts.insert(recorded)
    },
    /** Inserts, or alters what changes after the opening. */
    put(recorded: Recorded): void {
      row.put(recorded.row)
      texts.put(recorded)
    }
  }
}

function statementsFor<Of>(db: Db, table: string, columns: Column<Of>[]) {
  const names = columns.map(({ name }) => name)
  const insertion = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
  const altered = columns.filter(({ isFixed }) => !isFixed).map(({ name }) => `${name} = excluded.${name}`)
  const insert = db.prepare<Cell[]>(insertion)
  const put = db.prepare<Cell[]>(`${insertion} ON CONFLICT (id) DO UPDATE SET ${altered.join(', ')}`)
  const cells = (of: Of): Cell[] => columns.map(({ cell }) => cell(of))
  return {
    insert: (of: Of): void => void insert.run(...cells(of)),
    put: (of: Of): void => void put.run(...cells(of))
  }
}

/** SQLite lowers ASCII only; nearly every target is, and needs no key. */
function targetKeyOf(target: string): string | null {
  return NOT_ASCII.test(target) ? fold(target) : null
}

const NOT_ASCII = /[^\x00-\x7f]/ // eslint-disable-line no-control-regex
