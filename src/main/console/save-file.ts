import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ExportStep } from '../../shared/log-contract'
import type { ConsoleDeps } from './deps'

/** A piece of a file, and how many rows are in it with all before it. */
export interface FilePiece {
  /** Bytes are UTF-8, and never end within a character. */
  text: string | Uint8Array
  written: number
  /** How many rows there will be, where the pieces know it themselves. */
  total?: number
}

/** How often a person is told how far it has come, in milliseconds: each telling is a picture, drawn beside the server's answers. */
const TELL_MS = 250
/** So much is written at most before it is on the disk: a commit of the directory waits for what its file system has not written yet. */
const UNWRITTEN_BYTES = 1_048_576

interface Wanted {
  /** Without the time and the ending. */
  name: string
  format: string
  /** How many rows there will be. */
  count?(): number | Promise<number>
  pieces(): AsyncIterable<FilePiece>
}

/**
 * Saves a file. Where a person can be asked, they choose the place and it is written here, first under another name, so that
 * no half of an export is ever taken for the whole; else the text itself is told, piece by piece.
 */
export async function* saveFile(
  { chooseFile, clock }: Pick<ConsoleDeps, 'chooseFile' | 'clock'>,
  { name, format, count, pieces }: Wanted,
  signal?: AbortSignal
): AsyncGenerator<ExportStep> {
  if (!chooseFile) {
    const total = (await count?.()) ?? 0
    for await (const piece of pieces()) {
      yield { kind: 'text', text: inWords(piece), written: piece.written, total: piece.total ?? total }
    }
    return
  }

  yield { kind: 'choosing' }
  const path = await chooseFile({ name: `${name}-${stamp(clock.now())}.${format}`, format })
  if (path === null) return yield { kind: 'dismissed' }
  const counted = (await count?.()) ?? 0
  const unfinished = `${path}.part`
  let file: FileHandle | null = null
  try {
    file = await open(unfinished, 'w', 0o600)
    let lines = 0
    let bytes = 0
    let unsynced = 0
    let toldAt = -Infinity
    for await (const { text, written, total } of pieces()) {
      if (signal?.aborted) return
      const added = await append(file, text)
      bytes += added
      unsynced += added
      if (unsynced >= UNWRITTEN_BYTES) {
        await file.datasync()
        unsynced = 0
      }
      lines = written
      if (performance.now() - toldAt < TELL_MS) continue
      toldAt = performance.now()
      yield { kind: 'writing', written, total: total ?? counted }
    }
    await file.datasync()
    await file.close()
    file = null
    await rename(unfinished, path)
    yield { kind: 'saved', name: basename(path), written: lines, bytes }
  } finally {
    await file?.close()
    await rm(unfinished, { force: true })
  }
}

const inWords = ({ text }: FilePiece): string =>
  typeof text === 'string' ? text : Buffer.from(text.buffer, text.byteOffset, text.byteLength).toString()

const append = async (file: FileHandle, text: string | Uint8Array): Promise<number> =>
  (typeof text === 'string' ? await file.write(text) : await file.write(text)).bytesWritten

/** The same stream, where what the system says of a file is the contract's NOT_WRITTEN. */
export async function* tellingWhyNot<Step>(
  steps: AsyncGenerator<Step>,
  errors: { NOT_WRITTEN(options: { message: string }): Error },
  signal?: AbortSignal
): AsyncGenerator<Step, void, void> {
  try {
    yield* steps
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException
    if (code === undefined || syscall === undefined || signal?.aborted) throw error
    throw errors.NOT_WRITTEN({ message: `The file could not be written (${code}). Choose another place.` })
  }
}

/** `2026-11-21T14-02-31`, which every file system takes. */
export const stamp = (at: number): string => new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')
