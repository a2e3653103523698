import { client } from '../bridge'
import { rowsLoaded, useLog } from './log'

const PAGE = 250
/** Pages on their way at a time: more would let the one in sight wait. */
const AT_ONCE = 3

const underWay = new Set<number>()
let waiting: { first: number; last: number } | null = null
let busy = 0

/** Loads the rows between two places of the list that are not here; what is wanted last is loaded next. */
export function wantRows(first: number, last: number) {
  waiting = { first, last }
  void next()
}

async function next() {
  if (waiting === null || busy >= AT_ONCE) return
  const { ids, rows } = useLog.getState()
  const missing: number[] = []
  for (let index = Math.max(0, waiting.first); index <= Math.min(waiting.last, ids.length - 1); index++) {
    const id = ids.at(index)
    if (id === undefined || rows.has(id) || underWay.has(id)) continue
    missing.push(id)
    if (missing.length === PAGE) break
  }
  if (missing.length === 0) {
    waiting = null
    return
  }
  busy++
  for (const id of missing) underWay.add(id)
  void next()
  try {
    rowsLoaded(missing, await client.log.rows({ ids: missing }))
  } catch (error) {
    // The stream of events tells that the connection is lost; afterwards everything is asked for again.
    console.warn('Rows of the log could not be loaded.', error)
    waiting = null
  } finally {
    busy--
    for (const id of missing) underWay.delete(id)
  }
  void next()
}
