const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{1,2}):(\d{2})(?::(\d{2}))?(Z)?$/i
const AGO = /^(\d+)(s|m|h|d)$/i

const UNIT_MS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/**
 * A moment as people write it, in epoch milliseconds: `14:00` (today), `2026-11-20` (its midnight), `2026-11-20T14:00`
 * (local, or UTC with a final Z), `15m` (that long ago). Null when it is none of these.
 */
export function readMoment(text: string, now: number): number | null {
  const ago = AGO.exec(text)
  if (ago) return now - Number(ago[1]) * (UNIT_MS[ago[2]?.toLowerCase() ?? ''] ?? 0)

  const clock = CLOCK.exec(text)
  if (clock) {
    const today = new Date(now)
    return local([today.getFullYear(), today.getMonth() + 1, today.getDate()], clock.slice(1))
  }
  const date = DATE.exec(text)
  if (date) return local(date.slice(1).map(Number), [])

  const moment = DATE_TIME.exec(text)
  if (!moment) return null
  const day = moment.slice(1, 4).map(Number)
  return moment[7] ? universal(day, moment.slice(4, 7)) : local(day, moment.slice(4, 7))
}

type Clock = (string | undefined)[]

function local(day: number[], clock: Clock): number | null {
  const [year = 0, month = 0, date = 0] = day
  const [hours, minutes, seconds] = readClock(clock)
  const isReal = isCalendarDay(year, month, date) && hours < 24 && minutes < 60 && seconds < 60
  return isReal ? new Date(year, month - 1, date, hours, minutes, seconds).getTime() : null
}

function universal(day: number[], clock: Clock): number | null {
  const [year = 0, month = 0, date = 0] = day
  const [hours, minutes, seconds] = readClock(clock)
  const isReal = isCalendarDay(year, month, date) && hours < 24 && minutes < 60 && seconds < 60
  return isReal ? Date.UTC(year, month - 1, date, hours, minutes, seconds) : null
}

const readClock = ([hours, minutes, seconds]: Clock): [number, number, number] => [
  Number(hours ?? 0),
  Number(minutes ?? 0),
  Number(seconds ?? 0)
]

const isCalendarDay = (year: number, month: number, date: number): boolean => {
  const day = new Date(Date.UTC(year, month - 1, date))
  return day.getUTCMonth() === month - 1 && day.getUTCDate() === date
}
