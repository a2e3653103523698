import { sentenceText } from './describe'
import { outcomeOf, type ExchangeSummary } from './exchange'

type Cell = string | number | boolean | null

/** Spreadsheets run a cell that begins so as a formula, whoever wrote it (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n]/
const NEEDS_QUOTES = /[",\r\n]/

/** One line of RFC 4180, its line break included. Text that a spreadsheet would run gets an apostrophe in front. */
export const csvLine = (cells: Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Spreadsheets take a file for UTF-8 only with this in front. */
export const CSV_MARK = '\uFEFF'

/** The columns of an exported log, in order. Times are UTC (ISO 8601), durations milliseconds, sizes bytes. */
const LOG_COLUMNS: { name: string; of(row: ExchangeSummary): Cell }[] = [
  { name: 'id', of: row => row.id },
  { name: 'time', of: row => new Date(row.startedAt).toISOString() },
  { name: 'outcome', of: row => outcomeOf(row) },
  { name: 'sentence', of: row => sentenceText(row.story) },
  { name: 'method', of: row => row.method },
  { name: 'path', of: row => row.target },
  { name: 'status', of: row => row.status },
  { name: 'durationMs', of: row => row.durationMs },
  { name: 'token', of: row => row.tokenName },
  { name: 'resourceType', of: row => row.resource?.type ?? null },
  { name: 'resourceId', of: row => row.resource?.id ?? null },
  { name: 'resourceName', of: row => row.resource?.name ?? null },
  { name: 'changed', of: row => row.hasChange },
  { name: 'cycle', of: row => row.cycle },
  { name: 'pinned', of: row => row.isPinned },
  { name: 'simulated', of: row => row.isSimulated },
  { name: 'replayOf', of: row => row.replayOf },
  { name: 'requestBytes', of: row => row.requestBytes },
  { name: 'responseBytes', of: row => row.responseBytes }
]

export const logCsvHeader = (): string => CSV_MARK + csvLine(LOG_COLUMNS.map(column => column.name))
export const logCsvLine = (row: ExchangeSummary): string => csvLine(LOG_COLUMNS.map(column => column.of(row)))
