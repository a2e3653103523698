import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import type { EvidenceFile, EvidenceStep } from '../../shared/evidence'
import { zip } from '../platform/zip'
import { answers } from './contract'
import type { ConsoleDeps } from './deps'
import { createEvidenceFiles } from './evidence-files'
import { stamp, tellingWhyNot } from './save-file'

export const evidence = {
  save: answers.evidence.save.handler(({ context, input, errors, signal }) =>
    tellingWhyNot(savePack(input.hours, context, signal), errors, signal)
  )
}

async function* savePack(
  hours: number | null,
  deps: ConsoleDeps,
  signal?: AbortSignal
): AsyncGenerator<EvidenceStep> {
  const name = `usher-evidence-${stamp(deps.clock.now())}.zip`
  const query = hours === null ? '' : `after:${hours}h`
  const made = createEvidenceFiles(query, deps)
  let file: EvidenceFile | null = null
  const bytes = zip(
    made.files(begun => (file = begun)),
    deps.clock.now()
  )
  let size = 0
  let told: EvidenceFile | null = null
  const saved = (as: string): EvidenceStep => ({
    kind: 'saved',
    name: as,
    bytes: size,
    entries: made.entries,
    cutCount: made.cutCount()
  })
  const packing = (): EvidenceStep[] => {
    if (file === told || file === null) return []
    told = file
    return [{ kind: 'packing', file }]
  }

  if (!deps.chooseFile) {
    for await (const piece of bytes) {
      size += piece.length
      yield* packing()
      yield { kind: 'piece', base64: Buffer.from(piece).toString('base64') }
    }
    return yield saved(name)
  }

  yield { kind: 'choosing' }
  const path = await deps.chooseFile({ name, format: 'zip' })
  if (path === null) return yield { kind: 'dismissed' }
  const unfinished = `${path}.part`
  let handle: FileHandle | null = null
  try {
    handle = await open(unfinished, 'w', 0o600)
    for await (const piece of bytes) {
      if (signal?.aborted) return
      size += (await handle.write(piece)).bytesWritten
      yield* packing()
    }
    await handle.close()
    handle = null
    await rename(unfinished, path)
    yield saved(basename(path))
  } finally {
    await handle?.close()
    await rm(unfinished, { force: true })
  }
}
