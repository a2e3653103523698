import { formatMoment, formatUtc } from '../i18n/format'

/** Local time, UTC on hover. */
export function Moment({ at }: { at: number }) {
  return (
    <time dateTime={formatUtc(at)} title={formatUtc(at)}>
      {formatMoment(at)}
    </time>
  )
}
