import { rename, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ExportStep } from '../../shared/log-contract'
import { writeThrough, type FilePiece, type FileStep } from '../platform/write-through'
import type { ConsoleDeps } from './deps'

/** How often a person is told how far it has come, in milliseconds: each telling is a picture, drawn beside the server's answers. */
const TELL_MS = 250

interface Wanted {
  /** Without the time and the ending. */
  name: string
  format: string
  /** How many rows there will be. */
  count?(): number | Promise<number>
  pieces(): AsyncIterable<FilePiece>
  /** Where the pieces are made elsewhere, they can be written there. */
  writeTo?(path: string): AsyncIterable<FileStep>
}

/**
 * Saves a file. Where a person can be asked, they choose the place and it is written here, first under another name, so that
 * no half of an export is ever taken for the whole; else the text itself is told, piece by piece.
 */
export async function* saveFile(
  { chooseFile, clock }: Pick<ConsoleDeps, 'chooseFile' | 'clock'>,
  { name, format, count, pieces, writeTo = path => writeThrough(pieces(), path) }: Wanted,
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
  try {
    let saved: FileStep = { written: 0, bytes: 0 }
    let toldAt = -Infinity
    for await (const step of writeTo(unfinished)) {
      if (signal?.aborted) return
      saved = step
      if (performance.now() - toldAt < TELL_MS) continue
      toldAt = performance.now()
      yield { kind: 'writing', written: step.written, total: step.total ?? counted }
    }
    await rename(unfinished, path)
    yield { kind: 'saved', name: basename(path), written: saved.written, bytes: saved.bytes }
  } finally {
    await rm(unfinished, { force: true })
  }
}

const inWords = ({ text }: FilePiece): string =>
  typeof text === 'string' ? text : Buffer.from(text.buffer, text.byteOffset, text.byteLength).toString()

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
