import { Readable } from 'node:stream'

/** An answer of many megabytes, sent piece by piece: joined, it would be in memory twice. */
export class LongAnswer extends Readable {
  readonly bytes: number
  #sent = 0

  constructor(readonly pieces: readonly Buffer[]) {
    super()
    this.bytes = pieces.reduce((sum, { length }) => sum + length, 0)
  }

  override _read(): void {
    this.push(this.pieces[this.#sent++] ?? null)
  }

  /** Its first bytes, for the record. */
  head(bytes: number): Buffer {
    const first: Buffer[] = []
    for (let at = 0, left = bytes; left > 0 && at < this.pieces.length; at++) {
      const piece = this.pieces[at]!.subarray(0, left)
      first.push(piece)
      left -= piece.length
    }
    return Buffer.concat(first)
  }
}
