import type { Change } from '../../../shared/change'
import { logCsvHeader, logCsvLine } from '../../../shared/csv'
import type { ExchangeDetail } from '../../../shared/exchange'
import { HAR_FOOTER, HAR_SEPARATOR, harEntry, harHeader } from '../../../shared/har'
import type { ExportFormat } from '../../../shared/log-contract'
import type { FilePiece } from '../../platform/write-through'
import type { Db } from '../database'
import { toDetail } from '../detail'
import { createExchangeStore } from '../exchanges'
import type { Blocks } from './blocks'
import { findIds } from './find'
import type { Question } from './question'

/** Characters of a piece, about. */
const PIECE = 256_000

export interface ExportForm {
  format: ExportFormat
  /** Of this program, for the file's own words about its origin. */
  version: string
  /** Where the server answered, without a path. */
  origin: string
}

/** Every row that matches, oldest first, as a file in pieces. Nothing is yielded as null, so that others have their turn. */
export function* exportPieces(
  { db, blocks, changesOf, rest }: { db: Db; blocks: Blocks; changesOf(id: number): Change[]; rest(): void },
  question: Question,
  form: ExportForm
): Generator<FilePiece | null> {
  const ids: number[] = []
  for (const found of findIds(db, blocks, question)) {
    for (const id of found) ids.push(id)
    yield null
  }
  const { find } = createExchangeStore(db)
  const { begin, separator, end, line } = lay(form)
  const needsChanges = form.format === 'jsonl'
  let text = begin
  let written = 0
  for (const id of ids.reverse()) {
    rest()
    const recorded = find(id)
    const one = recorded && line(toDetail(recorded, needsChanges ? changesOf(id) : [], true))
    if (one === null) continue
    text += written === 0 ? one : separator + one
    written++
    if (text.length < PIECE) continue
    yield { text: Buffer.from(text), written, total: ids.length }
    text = ''
  }
  yield { text: Buffer.from(text + end), written, total: ids.length }
}

interface Layout {
  begin: string
  separator: string
  end: string
  /** null for what this format has no place for. */
  line(exchange: ExchangeDetail): string | null
}

function lay({ format, version, origin }: ExportForm): Layout {
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
