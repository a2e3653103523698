/** Numbers, times and sizes as people read them: local, in the language of the system. UTC is for titles and exports. */

const number = new Intl.NumberFormat()
const clock = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23'
})
const shortClock = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23'
})
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' })
const dayAndClock = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23'
})

export const formatNumber = (value: number): string => number.format(value)
export const formatClock = (at: number): string => clock.format(at)
/** Hours and minutes. */
export const formatShortClock = (at: number): string => shortClock.format(at)
export const formatDay = (at: number): string => day.format(at)
export const formatMoment = (at: number): string => dayAndClock.format(at)
export const formatUtc = (at: number): string => new Date(at).toISOString()

/** `14 ms`, `2.3 s`, `1 min 4 s`. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`
}

/** `812 B`, `14.2 kB`, `3.1 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** Whole days left, 0 on the last one. */
export const daysUntil = (at: number, now: number): number => Math.max(0, Math.floor((at - now) / 86_400_000))
