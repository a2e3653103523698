import { PerformanceObserver } from 'node:perf_hooks'
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

/** Both halves together. Requests leave little behind: a larger one only takes memory. */
const NURSERY_MEGABYTES = 16

/** The same for a worker thread: V8 counts a third half, for what survives. */
export const THREAD_LIMITS = { maxYoungGenerationSizeMb: NURSERY_MEGABYTES * 1.5 }

/**
 * Keeps the nursery of this process small: under load V8 would let it grow to 128 MB. Its size can only be named on the command
 * line; from inside, its growth can be held and let go again when it has shrunk.
 */
export function limitNursery(): void {
  let isHeld = false
  const observer = new PerformanceObserver(() => {
    if (nurseryBytes() >= NURSERY_MEGABYTES * 2 ** 20 === isHeld) return
    isHeld = !isHeld
    setFlagsFromString(`--semi-space-growth-factor=${isHeld ? 1 : 2}`)
  })
  observer.observe({ entryTypes: ['gc'] })
}

const nurseryBytes = (): number =>
  getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_size ?? 0
