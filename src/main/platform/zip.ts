import { Zip, ZipDeflate } from 'fflate'

export interface PackedFile {
  name: string
  pieces: AsyncIterable<string> | Iterable<string>
}

/**
 * A zip archive, as its bytes come: each piece of text is compressed when the reader asks for more, so that neither the archive nor
 * one of its files is ever held whole.
 */
export async function* zip(
  files: AsyncIterable<PackedFile>,
  at: number
): AsyncGenerator<Uint8Array, void, void> {
  let ready: Uint8Array[] = []
  const archive = new Zip((error, bytes) => {
    if (error) throw error
    ready.push(bytes)
  })
  function* taken(): Generator<Uint8Array, void, void> {
    const some = ready
    ready = []
    yield* some
  }

  const encoder = new TextEncoder()
  for await (const { name, pieces } of files) {
    const file = new ZipDeflate(name, { level: 6 })
    file.mtime = at
    archive.add(file)
    for await (const piece of pieces) {
      file.push(encoder.encode(piece))
      yield* taken()
    }
    file.push(new Uint8Array(0), true)
    yield* taken()
  }
  archive.end()
  yield* taken()
}
