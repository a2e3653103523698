import { create } from 'zustand'
import type { EditedRequest } from '../../shared/log-contract'
import { client } from '../bridge'

/** The last clearing while it can be undone; `until` is epoch milliseconds. */
export const useClearing = create<{ cleared: { count: number; until: number } | null }>(() => ({
  cleared: null
}))

let forgetting: ReturnType<typeof setTimeout> | null = null

export async function clearLog() {
  const { clearedCount, undoUntil } = await client.log.clear()
  if (forgetting) clearTimeout(forgetting)
  useClearing.setState({ cleared: { count: clearedCount, until: undoUntil } })
  forgetting = setTimeout(() => useClearing.setState({ cleared: null }), Math.max(0, undoUntil - Date.now()))
}

export async function undoClear() {
  useClearing.setState({ cleared: null })
  await client.log.undoClear()
}

/** @returns the number of the new request. */
export const replay = async (id: number, edited?: EditedRequest): Promise<number> =>
  (await client.log.replay({ id, edited })).id

/** What it would do, without doing it. */
export const tryOut = (id: number, edited: EditedRequest) => client.log.tryOut({ id, edited })

export const setPinned = (id: number, isPinned: boolean) => client.log.setPinned({ id, isPinned })
export const setNote = (id: number, note: string) => client.log.setNote({ id, note })
