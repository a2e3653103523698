import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { logCsvHeader, logCsvLine } from '../../shared/csv'
import type { ExchangeDetail } from '../../shared/exchange'
import { HAR_FOOTER, HAR_SEPARATOR, harEntry, harHeader } from '../../shared/har'
import type { ExportFormat, ExportStep } from '../../shared/log-contract'
import type { ConsoleDeps } from './deps'

/** Characters told or written at a time. */
const PIECE = 256_000

type Deps = Pick<ConsoleDeps, 'journal' | 'server' | 'clock' | 'chooseFile'>

/**
 * Writes every row that matches, oldest first. Where a person can be asked, they choose the file and it is written here, first
 * under another name, so that no half of an export is ever taken for the whole; else the text itself is told, piece by piece.
 */
export async function* exportLog(
  { format, query }: { format: ExportFormat; query: string },
  deps: Deps,
  signal?: AbortSignal
): AsyncGenerator<ExportStep> {
  const { journal, chooseFile, clock } = deps
  if (!chooseFile) {
    const total = await journal.count(query)
    for await (const { text, written } of pieces(format, query, deps)) {
      yield { kind: 'text', text, written, total }
    }
    return
  }

  yield { kind: 'choosing' }
  const path = await chooseFile({ name: `usher-log-${stamp(clock.now())}.${format}`, format })
  if (path === null) return yield { kind: 'dismissed' }
  const total = await journal.count(query)
  const unfinished = `${path}.part`
  let file: FileHandle | null = null
  try {
    file = await open(unfinished, 'w', 0o600)
    let count = 0
    let bytes = 0
    for await (const { text, written } of pieces(format, query, deps)) {
      if (signal?.aborted) return
      bytes += (await file.write(text)).bytesWritten
      count = written
      yield { kind: 'writing', written, total }
    }
    await file.close()
    file = null
    await rename(unfinished, path)
    yield { kind: 'saved', name: basename(path), written: count, bytes }
  } finally {
    await file?.close()
    await rm(unfinished, { force: true })
  }
}

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
): AsyncGenerator<{ text: string; written: number }> {
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

/** `2026-11-21T14-02-31`, which every file system takes. */
const stamp = (at: number): string => new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')
