import type { ReactNode } from 'react'
import { IconPinFilled } from '@tabler/icons-react'
import { OutcomeWords } from '../../components/Outcome'
import outcomes from '../../components/Outcome.module.css'
import { SentenceText } from '../../components/SentenceText'
import { outcomeOf, type ExchangeSummary } from '../../../shared/exchange'
import type { Settings } from '../../../shared/settings'
import { words } from '../../i18n'
import { formatRecent, formatDuration, formatUtc } from '../../i18n/format'
import { describe } from '../../i18n/told'
import classes from './Row.module.css'

export interface Column {
  key: keyof typeof words.log.columns
  /** A track of the CSS grid. */
  track: string
  /** Narrower lists leave the column out, unless somebody chose it; the sentence is never left out. */
  from: number
  cell: (row: ExchangeSummary) => ReactNode
  /** Of the cell itself: an element less for each is half the work of scrolling. */
  className?: string
  /** Told when the mouse rests on it. */
  title?: (row: ExchangeSummary) => string
}

const tokenShown = (row: ExchangeSummary): string =>
  row.origin === 'console' ? words.log.console : (row.tokenName ?? '')

const LONGEST_OUTCOME = Math.max(...Object.values(words.parts.outcome).map(word => word.length))
/** As wide as the longest of its words needs: a dot, a gap, and so many pixels a letter at the most. */
const outcomeTrack = (letter: number, least: number): string =>
  `${Math.ceil(Math.max(least, 16 + letter * LONGEST_OUTCOME))}px`

/** In reading order: the sentence before anything technical. */
export const COLUMNS: Column[] = [
  {
    key: 'time',
    track: '84px',
    from: 0,
    className: classes.quiet,
    title: row => formatUtc(row.startedAt),
    cell: row => formatRecent(row.startedAt)
  },
  {
    key: 'outcome',
    track: outcomeTrack(7.4, 92),
    from: 0,
    className: outcomes.inCell,
    title: row => words.parts.outcomeMeanings[outcomeOf(row)],
    cell: row => <OutcomeWords outcome={outcomeOf(row)} />
  },
  {
    key: 'sentence',
    track: 'minmax(240px, 8fr)',
    from: 0,
    cell: row => (
      <>
        {row.isPinned && (
          <IconPinFilled size={13} className={classes.mark} role="img" aria-label={words.log.detail.pinned} />
        )}
        {row.isSimulated && (
          <span className={classes.simulated}>{row.isCheck ? words.log.checked : words.log.simulated}</span>
        )}
        <SentenceText sentence={describe(row.story)} isInRow />
        {row.replayOf !== null && (
          <span className={classes.note}>{words.log.detail.replayOfRow(row.replayOf)}</span>
        )}
      </>
    )
  },
  {
    key: 'method',
    track: '56px',
    from: 700,
    className: classes.mono,
    cell: row => row.method
  },
  {
    key: 'path',
    track: 'minmax(110px, 2fr)',
    from: 860,
    className: classes.monoQuiet,
    title: row => row.target,
    cell: row => (row.origin === 'console' ? '' : pathShown(row.target))
  },
  {
    key: 'status',
    track: '46px',
    from: 480,
    className: classes.mono,
    cell: row => row.status ?? ''
  },
  {
    key: 'duration',
    track: '62px',
    from: 680,
    className: classes.number,
    cell: row => (row.durationMs === null || row.origin === 'console' ? '' : formatDuration(row.durationMs))
  },
  {
    key: 'token',
    track: '112px',
    from: 1000,
    className: classes.quiet,
    cell: tokenShown
  }
]

type Chosen = Settings['log.columns']

/** What an audience reads from the last row of chairs; beside a pane there is no room for the time. */
const PRESENTED = { time: 760, outcome: 0, sentence: 0 } as Partial<Record<Column['key'], number>>

/** @param width of the list in pixels; 0 while it is not known. */
export function columnsFor(width: number, chosen: Chosen = [], isPresenting = false): Column[] {
  if (isPresenting) {
    return COLUMNS.filter(({ key }) => width === 0 || width >= (PRESENTED[key] ?? Infinity)).map(column => ({
      ...column,
      track: PRESENTED_TRACKS[column.key] ?? column.track
    }))
  }
  return COLUMNS.flatMap(column => {
    const choice = chosen.find(({ key }) => key === column.key)
    const isShown =
      column.key === 'sentence' || (choice ? choice.isShown : width === 0 || column.from <= width)
    const track = choice?.width ? `${choice.width}px` : column.track
    return isShown ? [{ ...column, track }] : []
  })
}

const PRESENTED_TRACKS: Partial<Record<Column['key'], string>> = {
  time: '110px',
  outcome: outcomeTrack(12, 160)
}

export const tracksOf = (columns: Column[]): string => columns.map(column => column.track).join(' ')

/** With one column shown, hidden or of another width; the others as they are chosen, or shown here now. */
export function withChoice(
  chosen: Chosen,
  key: Column['key'],
  choice: { isShown: boolean; width: number | null }
): Chosen {
  const others = chosen.filter(one => one.key !== key)
  return [...others, { key, ...choice }]
}

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
