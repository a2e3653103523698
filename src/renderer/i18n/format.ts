/** Numbers, times and sizes as people read them: local, in the language of the page. UTC is for titles and exports. */
import { locale } from './language'

const number = new Intl.NumberFormat(locale)
const oneDigit = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const clock = new Intl.DateTimeFormat(locale, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23'
})
const shortClock = new Intl.DateTimeFormat(locale, {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23'
})
const dayOfYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' })
const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })
const dayAndClock = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23'
})

export const formatNumber = (value: number): string => number.format(value)
/** How this language writes a number into a field. */
export const numberMarks = {
  thousandSeparator: markOf('group', ','),
  decimalSeparator: markOf('decimal', '.')
}
export const formatClock = (at: number): string => clock.format(at)
/** Of today the time with its seconds; of another day the day and the time without them. */
export const formatRecent = (at: number): string =>
  isToday(at) ? formatClock(at) : `${dayOfYear.format(at)} ${shortClock.format(at)}`
/** From when to when, by the minute: the day too where it is not today, and once only where both are of the same. */
export function formatSpan(from: number, to: number): string {
  const start = formatMinute(from)
  const end = isSameDay(from, to) ? shortClock.format(to) : formatMinute(to)
  return start.endsWith(end) ? start : `${start}–${end}`
}
/** Hours and minutes, of another day with the day. */
export const formatMinute = (at: number): string => (isToday(at) ? shortClock.format(at) : formatRecent(at))
export const formatDay = (at: number): string => day.format(at)
export const formatMoment = (at: number): string => dayAndClock.format(at)
export const formatUtc = (at: number): string => new Date(at).toISOString()

/** `<1 ms`, `14 ms`, `2.3 s`, `1 min 4 s`. A number and its unit stay on one line. */
export function formatDuration(ms: number): string {
  if (ms < 1) return '<1\u00a0ms'
  if (ms < 1000) return `${Math.round(ms)}\u00a0ms`
  if (ms < 60_000) return `${oneDigit.format(ms / 1000)}\u00a0s`
  return `${Math.floor(ms / 60_000)}\u00a0min ${Math.round((ms % 60_000) / 1000)}\u00a0s`
}

/** `812 B`, `14.2 kB`, `3.1 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes}\u00a0B`
  if (bytes < 1_000_000) return `${oneDigit.format(bytes / 1000)}\u00a0kB`
  return `${oneDigit.format(bytes / 1_000_000)}\u00a0MB`
}

/** Whole days left, 0 on the last one. */
export const daysUntil = (at: number, now: number): number => Math.max(0, Math.floor((at - now) / 86_400_000))

const isToday = (at: number): boolean => isSameDay(at, Date.now())

const isSameDay = (one: number, other: number): boolean =>
  new Date(one).toDateString() === new Date(other).toDateString()

function markOf(type: 'group' | 'decimal', otherwise: string): string {
  return number.formatToParts(12_345.6).find(part => part.type === type)?.value ?? otherwise
}
