import { closeSync, fdatasyncSync, openSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'

/** A piece of a file, and how many rows are in it with all before it. */
export interface FilePiece {
  /** Bytes are UTF-8, and never end within a character. */
  text: string | Uint8Array
  written: number
  /** How many rows there will be, where the pieces know it themselves. */
  total?: number
}

/** How far a file has come. `bytes` counts what is in it. */
export interface FileStep {
  written: number
  total?: number
  bytes: number
}

/** So much is written at most before it is on the disk: a commit of the directory waits for what its file system has not written yet. */
const UNWRITTEN_BYTES = 1_048_576
/** Nobody but its owner reads it. */
const MODE = 0o600

/** Writes pieces into a file, and tells after each how far it has come. At the end all of it is on the disk. */
export async function* writeThrough(
  pieces: AsyncIterable<FilePiece>,
  path: string
): AsyncGenerator<FileStep, void, void> {
  const file = await open(path, 'w', MODE)
  try {
    let [bytes, unsynced] = [0, 0]
    for await (const { text, ...step } of pieces) {
      // Unlike `write`, it writes all of it or throws.
      await file.writeFile(text)
      const length = Buffer.byteLength(text)
      bytes += length
      unsynced += length
      if (unsynced >= UNWRITTEN_BYTES) {
        await file.datasync()
        unsynced = 0
      }
      yield { ...step, bytes }
    }
    await file.datasync()
  } finally {
    await file.close()
  }
}

/** The same in a thread that may wait for the disk. null is no piece; there others have their turn. */
export function* writeThroughHere(
  pieces: Iterable<FilePiece | null>,
  path: string
): Generator<FileStep | null, void, void> {
  const file = openSync(path, 'w', MODE)
  try {
    let [bytes, unsynced] = [0, 0]
    for (const piece of pieces) {
      if (piece === null) {
        yield null
        continue
      }
      const { text, ...step } = piece
      writeFileSync(file, text)
      const length = Buffer.byteLength(text)
      bytes += length
      unsynced += length
      if (unsynced >= UNWRITTEN_BYTES) {
        fdatasyncSync(file)
        unsynced = 0
      }
      yield { ...step, bytes }
    }
    fdatasyncSync(file)
  } finally {
    closeSync(file)
  }
}
