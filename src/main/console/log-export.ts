import { logCsvHeader, logCsvLine } from '../../shared/csv'
import type { ExchangeDetail } from '../../shared/exchange'
import { HAR_FOOTER, HAR_SEPARATOR, harEntry, harHeader } from '../../shared/har'
import type { ExportFormat, ExportStep } from '../../shared/log-contract'
import type { ConsoleDeps } from './deps'
import { PIECE, saveFile, type FilePiece } from './save-file'

type Deps = Pick<ConsoleDeps, 'journal' | 'server' | 'clock' | 'chooseFile'>

/** Writes every row that matches, oldest first. */
export const exportLog = (
  { format, query }: { format: ExportFormat; query: string },
  deps: Deps,
  signal?: AbortSignal
): AsyncGenerator<ExportStep> =>
  saveFile(
    deps,
    {
      name: 'usher-log',
      format,
      count: () => deps.journal.count(query),
      pieces: () => pieces(format, query, deps)
    },
    signal
  )

interface Form {
  begin: string
  separator: string
  end: string
  /** null for what this format has no place for. */
  line(exchange: ExchangeDetail): string | null
}

/** The file in pieces, with how many rows are in it so far. */
async function* pieces(
  format: ExportFormat,
  query: string,
  { journal, server }: Deps
): AsyncGenerator<FilePiece> {
  const { version, tenantUrl } = server.state()
  const { begin, separator, end, line } = formOf(format, version, new URL(tenantUrl).origin)
  let text = begin
  let written = 0
  for await (const batch of journal.details(query)) {
    for (const exchange of batch) {
      const one = line(exchange)
      if (one === null) continue
      text += written === 0 ? one : separator + one
      written++
    }
    if (text.length < PIECE) continue
    yield { text, written }
    text = ''
  }
  yield { text: text + end, written }
}

function formOf(format: ExportFormat, version: string, origin: string): Form {
  switch (format) {
    case 'har':
      return {
        begin: harHeader(version),
        separator: HAR_SEPARATOR,
        end: HAR_FOOTER,
        line: exchange => harEntry(exchange, origin)
      }
    case 'jsonl':
      return { begin: '', separator: '', end: '', line: exchange => `${JSON.stringify(exchange)}\n` }
    case 'csv':
      return { begin: logCsvHeader(), separator: '', end: '', line: logCsvLine }
  }
}
