import { HAR_FOOTER, HAR_SEPARATOR, harEntry, harHeader } from '../../shared/har'
import { EVIDENCE_REMOVED, type EvidenceEntry, type EvidenceFile } from '../../shared/evidence'
import type { ExchangeDetail } from '../../shared/exchange'
import { evidenceFiles, evidenceKept, evidenceRemoved } from '../../shared/words/evidence'
import type { PackedFile } from '../platform/zip'
import type { ConsoleDeps } from './deps'

type Deps = Pick<
  ConsoleDeps,
  'journal' | 'server' | 'clock' | 'settings' | 'views' | 'tokens' | 'tunnel' | 'evidence'
>

const CYCLES = 500
/** They hold what people typed to find somebody. */
const PERSONAL = ['log.filter', 'log.savedFilters']

/**
 * The files of an evidence pack, one after the other, each in pieces. What is in them is counted in `entries` as they are read, so the
 * manifest has to be the last.
 *
 * @param query which requests, in the language of the filter bar
 */
export function createEvidenceFiles(query: string, deps: Deps) {
  const { clock, evidence, journal, server, settings } = deps
  const entries: EvidenceEntry[] = []
  let cutCount = 0

  /** A text as it may leave the house. */
  const cut = (text: string): string => {
    const safe = evidence.scrub(text)
    if (safe !== text) cutCount++
    return safe
  }

  async function* log(
    line: (exchange: ExchangeDetail) => string | null,
    between = ''
  ): AsyncGenerator<string> {
    const entry = entries.at(-1)
    let isFirst = true
    for await (const batch of journal.details(query)) {
      const lines = batch.flatMap(exchange => line(exchange) ?? [])
      if (lines.length === 0) continue
      if (entry) entry.count = (entry.count ?? 0) + lines.length
      yield cut((isFirst ? '' : between) + lines.join(between))
      isFirst = false
    }
  }

  async function* har(): AsyncGenerator<string> {
    const { version, tenantUrl } = server.state()
    yield harHeader(version)
    yield* log(exchange => harEntry(exchange, new URL(tenantUrl).origin), HAR_SEPARATOR)
    yield HAR_FOOTER
  }

  function* one(value: object): Generator<string> {
    yield cut(JSON.stringify(value, null, 2))
  }

  function* cycles(): Generator<string> {
    const all = journal.cycles(CYCLES)
    const entry = entries.at(-1)
    if (entry) entry.count = all.length
    yield* one(all)
  }

  const settingsToShow = () =>
    Object.fromEntries(Object.entries(settings.get()).filter(([name]) => !PERSONAL.includes(name)))

  const state = () => ({
    server: server.state(),
    publicAddress: deps.tunnel.state(),
    counts: deps.views.counts(),
    log: journal.usage(),
    tokens: deps.tokens.list().map(({ name, createdAt, expiresAt, revokedAt, lastUse }) => ({
      name,
      createdAt,
      expiresAt,
      revokedAt,
      lastUsedAt: lastUse?.at ?? null
    }))
  })

  const manifest = () => ({
    product: `Usher ${server.state().version}`,
    madeAt: new Date(clock.now()).toISOString(),
    requests: query === '' ? 'all that are kept' : query,
    contents: entries.map(entry => ({ ...entry, is: evidenceFiles[entry.file] })),
    removed: EVIDENCE_REMOVED.map(kind => evidenceRemoved[kind]),
    cutOutNow: cutCount,
    kept: evidenceKept
  })

  /** In the order of EVIDENCE_FILES. */
  const sources: Record<EvidenceFile, () => PackedFile['pieces']> = {
    'log.har': har,
    'log.jsonl': () => log(exchange => `${JSON.stringify(exchange)}\n`),
    'cycles.json': cycles,
    'schemas.json': () => one(evidence.schemas()),
    'settings.json': () => one(settingsToShow()),
    'state.json': () => one(state()),
    'clock.json': () => one(evidence.clock()),
    'versions.json': () => one(evidence.versions()),
    'manifest.json': () => one(manifest())
  }

  async function* counted(entry: EvidenceEntry, pieces: PackedFile['pieces']): AsyncGenerator<string> {
    for await (const piece of pieces) {
      entry.bytes += Buffer.byteLength(piece)
      yield piece
    }
  }

  return {
    entries,
    cutCount: () => cutCount,
    async *files(onFile: (file: EvidenceFile) => void): AsyncGenerator<PackedFile> {
      for (const [file, source] of Object.entries(sources) as [EvidenceFile, () => PackedFile['pieces']][]) {
        const entry: EvidenceEntry = { file, bytes: 0, count: null }
        entries.push(entry)
        onFile(file)
        yield { name: file, pieces: counted(entry, source()) }
      }
    }
  }
}
