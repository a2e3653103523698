import type { ReactNode } from 'react'
import { Outcome } from '../../components/Outcome'
import { SentenceText } from '../../components/SentenceText'
import { describe } from '../../../shared/describe'
import { outcomeOf, type ExchangeSummary } from '../../../shared/exchange'
import { words } from '../../i18n'
import { formatClock, formatDuration, formatUtc } from '../../i18n/format'
import classes from './Log.module.css'

export interface Column {
  key: keyof typeof words.log.columns
  /** A track of the CSS grid. */
  track: string
  /** Narrower lists leave the column out; the sentence is never left out. */
  from: number
  cell: (row: ExchangeSummary) => ReactNode
}

/** In reading order: the sentence before anything technical. */
export const COLUMNS: Column[] = [
  {
    key: 'time',
    track: '64px',
    from: 0,
    cell: row => (
      <time dateTime={formatUtc(row.startedAt)} title={formatUtc(row.startedAt)} className={classes.quiet}>
        {formatClock(row.startedAt)}
      </time>
    )
  },
  { key: 'outcome', track: '92px', from: 0, cell: row => <Outcome outcome={outcomeOf(row)} /> },
  {
    key: 'sentence',
    track: 'minmax(240px, 5fr)',
    from: 0,
    cell: row => <SentenceText sentence={describe(row.story)} isInRow />
  },
  {
    key: 'method',
    track: '56px',
    from: 560,
    cell: row => <span className={classes.mono}>{row.method}</span>
  },
  {
    key: 'path',
    track: 'minmax(110px, 2fr)',
    from: 860,
    cell: row => (
      <span className={classes.monoQuiet} title={row.target}>
        {row.origin === 'console' ? '' : pathShown(row.target)}
      </span>
    )
  },
  {
    key: 'status',
    track: '46px',
    from: 480,
    cell: row => <span className={classes.mono}>{row.status ?? ''}</span>
  },
  {
    key: 'duration',
    track: '62px',
    from: 680,
    cell: row => (
      <span className={classes.number}>
        {row.durationMs === null || row.origin === 'console' ? '' : formatDuration(row.durationMs)}
      </span>
    )
  },
  {
    key: 'token',
    track: '112px',
    from: 1000,
    cell: row => <span className={classes.quiet}>{tokenShown(row)}</span>
  }
]

/** @param width of the list in pixels; 0 while it is not known. */
export const columnsFor = (width: number): Column[] =>
  COLUMNS.filter(column => width === 0 || column.from <= width)

export const tracksOf = (columns: Column[]): string => columns.map(column => column.track).join(' ')

/** Long queries are read best decoded; the exact target is in the title and in the pane. */
export function pathShown(target: string): string {
  const path = target.replace(/^\/scim\/v2(?=[/?]|$)/, '') || '/'
  try {
    return decodeURIComponent(path.replaceAll('+', ' '))
  } catch (error) {
    if (error instanceof URIError) return path
    throw error
  }
}

const tokenShown = (row: ExchangeSummary): string => {
  if (row.origin === 'console') return words.log.console
  return row.tokenName ?? ''
}
