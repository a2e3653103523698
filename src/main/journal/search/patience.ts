/** Counts the requests that came, in memory that other threads see. */
export type Traffic = Int32Array<SharedArrayBuffer>
export const createTraffic = (): Traffic => new Int32Array(new SharedArrayBuffer(4))
export const countRequest = (traffic: Traffic): void => void Atomics.add(traffic, 0, 1)

/**
 * How long a thread that has time works and then rests, in milliseconds. A system lets whoever runs finish its turn, of some
 * milliseconds, even if somebody more urgent wakes meanwhile: a lower priority alone keeps requests waiting for that.
 */
const STROKE_MS = 0.2
const REST_MS = 0.2
/** Requests count as coming for so long after the last. */
const BUSY_MS = 50

/**
 * For a thread that has time: to be called often; rests now and then as long as requests come. Beside nobody it goes on at full speed.
 */
export function createPatience(traffic: Traffic): () => void {
  const nobodyWakes = new Int32Array(new SharedArrayBuffer(4))
  let begunAt = performance.now()
  let seen = Atomics.load(traffic, 0)
  let busyUntil = 0

  return () => {
    const now = performance.now()
    if (now - begunAt < STROKE_MS) return
    const count = Atomics.load(traffic, 0)
    if (count !== seen) busyUntil = now + BUSY_MS
    seen = count
    if (now < busyUntil) Atomics.wait(nobodyWakes, 0, 0, REST_MS)
    begunAt = performance.now()
  }
}
