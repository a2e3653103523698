/** Remembers the last few answers to expensive questions, also while they are being worked out: who asks meanwhile waits for the same. */
export function createKept<T>(most: number) {
  const kept = new Map<string, Promise<T>>()

  return async function keep(key: string, work: () => Promise<T>): Promise<T> {
    const known = kept.get(key)
    if (known) {
      kept.delete(key)
      kept.set(key, known)
      return known
    }
    const begun = work()
    kept.set(key, begun)
    // A failure is nobody's answer but the asker's.
    begun.catch(() => kept.delete(key))
    if (kept.size > most) kept.delete(kept.keys().next().value!)
    return begun
  }
}
