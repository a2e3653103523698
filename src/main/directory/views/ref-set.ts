const AT_FIRST = 1 << 16

/**
 * Refs, each once. They are small numbers given in turn, so a byte for each tells who is in: neither adding nor putting in order
 * takes longer than looking at them, where sorting 100,000 would hold up the engine.
 */
export function createRefSet() {
  let marks = new Uint8Array(AT_FIRST)
  let size = 0

  function roomFor(ref: number): void {
    if (ref < marks.length) return
    const larger = new Uint8Array(Math.max(ref + 1, marks.length * 2))
    larger.set(marks)
    marks = larger
  }

  return {
    add(ref: number): void {
      roomFor(ref)
      if (marks[ref] === 1) return
      marks[ref] = 1
      size++
    },

    delete(ref: number): void {
      if (marks[ref] !== 1) return
      marks[ref] = 0
      size--
    },

    inOrder(): Float64Array {
      const refs = new Float64Array(size)
      let at = 0
      for (let ref = marks.indexOf(1); ref >= 0 && at < size; ref = marks.indexOf(1, ref + 1))
        refs[at++] = ref
      return refs
    }
  }
}
export type RefSet = ReturnType<typeof createRefSet>
