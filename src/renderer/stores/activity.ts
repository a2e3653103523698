import { create } from 'zustand'
import { outcomeOf, type ActivityInterval, type ExchangeSummary } from '../../shared/exchange'
import { client } from '../bridge'
import { fits } from './log-filter'
import { newestSeen, useLog } from './log'

/** Bars that the timeline has at least, and at most before their intervals are made longer. */
const BARS = 60
const MOST_BARS = 130
const ASK_MS = 250
/** Far more than are ever in progress at a time. */
const COUNTED_AT_MOST = 20_000

interface ActivityStore {
  from: number
  intervalMs: number
  intervals: ActivityInterval[]
}

/** Requests per interval of what is shown, by outcome. */
export const useActivity = create<ActivityStore>(() => ({ from: 0, intervalMs: 1000, intervals: [] }))

let timer: ReturnType<typeof setTimeout> | null = null
/** Rows up to this number are in what the engine told; those above it were added here. */
let askedTo = 0
const counted = new Set<number>()

/** Asks for all of it, shortly after the last reason to. */
export function loadActivity() {
  if (timer) clearTimeout(timer)
  timer = setTimeout(() => void ask(), ASK_MS)
}

async function ask() {
  timer = null
  askedTo = newestSeen()
  counted.clear()
  const { filter } = useLog.getState()
  try {
    const activity = await client.log.activity({ query: filter.asked, intervals: BARS })
    if (useLog.getState().filter.asked === filter.asked) useActivity.setState(activity)
  } catch (error) {
    console.warn('The activity could not be loaded.', error)
  }
}

/** A batch from the engine: requests that ended are added to their bar. */
export function activityGrows(rows: ExchangeSummary[]) {
  const { filter } = useLog.getState()
  const { from, intervalMs, intervals } = useActivity.getState()
  // Requests end in another order than they began, and a row is told again when it is pinned.
  const ended = rows.filter(row => row.ending !== 'open' && row.id > askedTo && !counted.has(row.id))
  if (ended.length === 0) return
  for (const row of ended) counted.add(row.id)
  if (counted.size > COUNTED_AT_MOST) forgetOldest()
  const isTooLong = (ended.at(-1)?.startedAt ?? 0) >= from + MOST_BARS * intervalMs
  if (intervals.length === 0 || isTooLong || filter.asksEngine) return loadActivity()

  const grown = new Map(intervals.map(interval => [interval.at, interval]))
  for (const row of ended.filter(one => fits(filter, one))) {
    const at = Math.floor(row.startedAt / intervalMs) * intervalMs
    const counts = { ...grown.get(at)?.counts }
    counts[outcomeOf(row)] = (counts[outcomeOf(row)] ?? 0) + 1
    grown.set(at, { at, counts })
  }
  useActivity.setState({ intervals: [...grown.values()].toSorted((a, b) => a.at - b.at) })
}

function forgetOldest() {
  const rising = [...counted].toSorted((a, b) => a - b).slice(0, COUNTED_AT_MOST / 2)
  for (const id of rising) counted.delete(id)
  askedTo = rising.at(-1) ?? askedTo
}
