/** A group on the way, with the groups between it and where the walk began, nearest to the beginning first. */
export interface Reached {
  ref: number
  via: number[]
}

/**
 * Walks nested groups level by level, so that everything is reached by a shortest way, and each once: cycles end by themselves.
 *
 * @param begin where the walk begins; not part of the answer unless a cycle leads back to it
 * @param next the groups one step further, each with the one it was reached from
 */
export function walk(begin: number, next: (refs: number[]) => { from: number; ref: number }[]): Reached[] {
  const found = new Map<number, Reached>()
  const pathTo = (ref: number): number[] => {
    const reached = found.get(ref)
    return reached === undefined || ref === begin ? [] : [...reached.via, ref]
  }

  for (let level = [begin]; level.length > 0;) {
    const further: number[] = []
    for (const { from, ref } of next(level)) {
      if (found.has(ref)) continue
      found.set(ref, { ref, via: pathTo(from) })
      if (ref !== begin) further.push(ref)
    }
    level = further
  }
  return [...found.values()]
}
