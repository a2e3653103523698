import { blockNumberOf } from './blocks'
import type { LongReading } from './long-reading'

interface Deps {
  reading: LongReading
  /** The number given last. */
  lastId(): number
  /** Somebody may search at all. */
  isSearched: boolean
  onTrouble(error: unknown): void
}

/** How often it is looked whether there is something to do, in milliseconds. */
const LOOK_MS = 1_000
/** With more requests than that between two looks the time is theirs, unless somebody is looking at them. */
const FEW_REQUESTS = 50
/** Looks that are left out after something failed: whatever it was, a thread started each second would not mend it. */
const LEFT_OUT = 60

/** Keeps what is searched like the log: what was deleted is forgotten, and what was recorded is there before anybody searches it. */
export function createUpkeep({ reading, lastId, isSearched, onTrouble }: Deps) {
  let seen = lastId()
  // Something may have been deleted and not forgotten when the program last ended.
  let forgetTo = Number.MAX_SAFE_INTEGER
  let madeTo = 0
  let isRunning = false
  let leftOut = 0
  const timer = setInterval(look, LOOK_MS)
  timer.unref()

  function look(): void {
    const last = lastId()
    const isQuiet = last - seen <= FEW_REQUESTS
    seen = last
    if (leftOut > 0) leftOut--
    else if (!isRunning && (isQuiet || reading.isWanted())) void keepUp(blockNumberOf(last))
  }

  async function keepUp(complete: number): Promise<void> {
    isRunning = true
    const upTo = forgetTo
    forgetTo = 0
    try {
      if (upTo > 0) await reading.forgetDeleted(upTo)
      if (isSearched && complete > madeTo) await reading.makeMissing()
      madeTo = complete
    } catch (error) {
      onTrouble(error)
      forgetTo = Math.max(forgetTo, upTo)
      leftOut = LEFT_OUT
    } finally {
      isRunning = false
    }
  }

  return {
    /** Exchanges up to this number were deleted. */
    deleted(upTo: number): void {
      forgetTo = Math.max(forgetTo, upTo)
    },
    stop: (): void => clearInterval(timer)
  }
}
