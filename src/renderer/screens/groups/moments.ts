import dayjs from 'dayjs'
import type { MembershipMoment } from '../../../shared/directory-views'

/** As Mantine's date inputs write it: local time, to the second. */
const WRITTEN = 'YYYY-MM-DD HH:mm:ss'

export const toWritten = (at: number | null): string | null =>
  at === null ? null : dayjs(at).format(WRITTEN)

/** As the date inputs show it. */
export const SHOWN = 'D MMM YYYY HH:mm:ss'
export const toShown = (at: number): string => dayjs(at).format(SHOWN)

/** The end of the second that was written: what happened within it has happened. */
export const fromWritten = (written: string | null): number | null =>
  written === null ? null : dayjs(written, WRITTEN).valueOf() + 999

/** Which of the moments is in force: the last one not after it; the number of moments when it is now, -1 before the first. */
export function indexAt(moments: MembershipMoment[], at: number | null): number {
  return at === null ? moments.length : moments.findLastIndex(moment => moment.at <= at)
}
