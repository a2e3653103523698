import type { ExportFormat, ExportStep } from '../../shared/log-contract'
import type { ConsoleDeps } from './deps'
import { saveFile } from './save-file'

type Deps = Pick<ConsoleDeps, 'journal' | 'server' | 'clock' | 'chooseFile'>

/** Writes every row that matches, oldest first. */
export function exportLog(
  { format, query }: { format: ExportFormat; query: string },
  deps: Deps,
  signal?: AbortSignal
): AsyncGenerator<ExportStep> {
  const { version, tenantUrl } = deps.server.state()
  const form = { format, version, origin: new URL(tenantUrl).origin }
  return saveFile(
    deps,
    {
      name: 'usher-log',
      format,
      pieces: () => deps.journal.exported(query, form),
      writeTo: path => deps.journal.exportedTo(query, form, path)
    },
    signal
  )
}
