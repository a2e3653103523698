import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeThrough, writeThroughHere, type FilePiece, type FileStep } from './write-through'

const PIECES: FilePiece[] = [
  { text: 'Zoë\n', written: 1 },
  { text: Buffer.from('x'.repeat(1_500_000)), written: 2, total: 3 },
  { text: 'end', written: 3 }
]
const WHOLE = `Zoë\n${'x'.repeat(1_500_000)}end`
const STEPS: FileStep[] = [
  { written: 1, bytes: 5 },
  { written: 2, total: 3, bytes: 1_500_005 },
  { written: 3, bytes: 1_500_008 }
]

const newPath = () => join(mkdtempSync(join(tmpdir(), 'usher-write-')), 'file')

test('writes every piece and tells how many rows and bytes are in the file', async () => {
  const path = newPath()
  const steps: FileStep[] = []
  for await (const step of writeThrough(piecesLater(), path)) steps.push(step)
  expect(steps).toEqual(STEPS)
  expect(readFileSync(path, 'utf8')).toBe(WHOLE)
})

async function* piecesLater(): AsyncGenerator<FilePiece> {
  yield* PIECES
}

test('in a thread of its own the same, with a turn for others where there is no piece', () => {
  const path = newPath()
  expect([...writeThroughHere([null, ...PIECES], path)]).toEqual([null, ...STEPS])
  expect(readFileSync(path, 'utf8')).toBe(WHOLE)
})

test('where nothing can be written the system says why', async () => {
  const path = join(newPath(), 'nowhere')
  expect(() => [...writeThroughHere(PIECES, path)]).toThrow('ENOENT')
  await expect(writeThrough(piecesLater(), path).next()).rejects.toThrow('ENOENT')
})
