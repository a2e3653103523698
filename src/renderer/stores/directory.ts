import { create } from 'zustand'
import type { DirectoryCounts } from '../../shared/contract'

interface DirectoryStore {
  counts: DirectoryCounts | null
  /** Grows whenever users or groups changed: screens ask again on a new revision. */
  revision: number
}

export const useDirectory = create<DirectoryStore>(() => ({ counts: null, revision: 0 }))

export function directoryChanged(counts: DirectoryCounts) {
  useDirectory.setState(({ revision }) => ({ counts, revision: revision + 1 }))
}

export function countsLearned(counts: DirectoryCounts) {
  useDirectory.setState({ counts })
}

/** A page of a list says in passing how many there are. */
export async function learningCounts<Page extends { counts: DirectoryCounts }>(
  asked: Promise<Page>
): Promise<Page> {
  const page = await asked
  countsLearned(page.counts)
  return page
}

/** After a gap in the events: whatever is shown may be out of date. */
export function directoryMayHaveChanged() {
  useDirectory.setState(({ revision }) => ({ revision: revision + 1 }))
}
