import type { Change } from '../../shared/change'
import { createDirectory, type DirectoryParts } from './create-directory'
import type { Directory } from './types'

/**
 * The use-cases over the real directory, where every write is undone as soon as its answer is known: what would happen, at any
 * size, without a copy. Only for works that do not build on each other.
 *
 * @param exchangeId a number that no exchange has, by which the changes are told from all others
 */
export function createTrial(
  parts: DirectoryParts,
  exchangeId: number
): { directory: Directory; changes(): Change[] } {
  const { stores } = parts
  const changes: Change[] = []
  const tryOut = <T>(work: () => T): T =>
    stores.commit.tryOut(() => {
      const result = work()
      changes.push(...stores.changes.byExchange(exchangeId))
      return result
    })
  const commit: typeof stores.commit = {
    ...stores.commit,
    start: work => ({ result: tryOut(work), onDisk: Promise.resolve() }),
    write: async work => tryOut(work)
  }
  return { directory: createDirectory({ ...parts, stores: { ...stores, commit } }), changes: () => changes }
}
