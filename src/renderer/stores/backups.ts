import { create } from 'zustand'

/** Grows whenever a backup was made, checked or removed. The list itself is asked for by whoever shows it. */
export const useBackupsRevision = create<{ revision: number }>(() => ({ revision: 0 }))

export function backupsChanged() {
  useBackupsRevision.setState(({ revision }) => ({ revision: revision + 1 }))
}
