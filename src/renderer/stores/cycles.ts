import { create } from 'zustand'
import type { CycleSummary } from '../../shared/cycle'
import type { ExchangeSummary } from '../../shared/exchange'
import { client } from '../bridge'

const ASKED = 500
/** The numbers of a cycle are told anew so often at most. */
const EVERY_MS = 1000

/** Newest first. */
export const useCycles = create<{ cycles: CycleSummary[] }>(() => ({ cycles: [] }))

let timer: ReturnType<typeof setTimeout> | null = null

export async function loadCycles() {
  useCycles.setState({ cycles: await client.log.cycles({ limit: ASKED }) })
}

/** A batch from the engine: whatever belongs to a cycle alters it. A cycle that begins is asked for at once. */
export function cyclesGrow(rows: ExchangeSummary[]) {
  const newest = useCycles.getState().cycles[0]?.cycle ?? 0
  if (!rows.some(row => row.cycle !== null)) return
  if (rows.some(row => row.cycle !== null && row.cycle > newest)) {
    if (timer) clearTimeout(timer)
    timer = setTimeout(load, 0)
  } else timer ??= setTimeout(load, EVERY_MS)
}

/** Only the newest can have changed. */
async function loadNewest() {
  const told = await client.log.cycles({ limit: 2 })
  const oldest = told.at(-1)?.cycle ?? 0
  useCycles.setState(({ cycles }) => ({
    cycles: [...told, ...cycles.filter(({ cycle }) => cycle < oldest)].slice(0, ASKED)
  }))
}

function load() {
  timer = null
  loadNewest().catch((error: unknown) => console.warn('The cycles could not be loaded.', error))
}
