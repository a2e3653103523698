import { readFileSync } from 'node:fs'
import { round } from './http-load.mjs'

/** What the host takes decides the longest waits. What was measured while it took more is measured again, and the quietest counts. */
const QUIET_PERCENT = 1
const ATTEMPTS = 4

/**
 * @template T
 * @param {() => Promise<T>} measure
 * @returns {Promise<{ quietest: T & { stolenPercent: number }, attempts: T[] }>}
 */
export async function whileQuiet(measure) {
  const attempts = []
  do {
    const before = processorTime()
    const figures = await measure()
    attempts.push({ ...figures, stolenPercent: stolenPercent(before, processorTime()) })
  } while (attempts.at(-1).stolenPercent > QUIET_PERCENT && attempts.length < ATTEMPTS)
  const [quietest] = attempts.toSorted((one, other) => one.stolenPercent - other.stolenPercent)
  return { quietest, attempts }
}

/** All processors together since the machine started, in ticks; `stolen` is what its host gave to others while a program here wanted it. */
export function processorTime() {
  const [user, nice, system, idle, waiting, interrupt, softInterrupt, stolen] = readFileSync(
    '/proc/stat',
    'utf8'
  )
    .split('\n', 1)[0]
    .split(/\s+/)
    .slice(1)
    .map(Number)
  return { stolen, all: user + nice + system + idle + waiting + interrupt + softInterrupt + stolen }
}

/** The share of all processors' time that was stolen between two moments. */
export const stolenPercent = (before, after) =>
  round((100 * (after.stolen - before.stolen)) / (after.all - before.all))
