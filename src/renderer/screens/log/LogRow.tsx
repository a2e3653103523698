import { memo, type MouseEvent } from 'react'
import { outcomeOf, type ExchangeSummary } from '../../../shared/exchange'
import { words } from '../../i18n'
import { belongsTo } from './belongs-to'
import type { Column } from './columns'
import classes from './Row.module.css'

/** What can be done with a row in the list. */
export interface RowDeeds {
  onPick: (id: number) => void
  onFocus: (id: number) => void
  onMenu: (row: ExchangeSummary, column: Column['key'], event: MouseEvent) => void
}

interface Place {
  /** Of all matching rows, from 1. */
  rowIndex: number
  top: number
  isOpen: boolean
  isMarked: boolean
  isInTabOrder: boolean
}

interface Props extends Place, RowDeeds {
  row: ExchangeSummary
  /** The row above, if it is here. */
  previous: ExchangeSummary | undefined
  columns: Column[]
  tracks: string
}

export const LogRow = memo(function LogRow(props: Props) {
  const {
    row,
    previous,
    rowIndex,
    top,
    columns,
    tracks,
    isOpen,
    isMarked,
    isInTabOrder,
    onPick,
    onFocus,
    onMenu
  } = props
  const outcome = outcomeOf(row)

  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      aria-selected={isOpen}
      tabIndex={isInTabOrder ? 0 : -1}
      className={classes.row}
      data-row={row.id}
      data-open={isOpen || undefined}
      data-marked={isMarked || undefined}
      data-quiet={!row.hasChange && outcome === 'ok' && row.origin === 'scim' ? true : undefined}
      data-troubled={outcome === 'failed' || outcome === 'refused' ? outcome : undefined}
      data-belongs={previous && belongsTo(row, previous) ? true : undefined}
      style={{ top, gridTemplateColumns: tracks }}
      onClick={() => onPick(row.id)}
      onContextMenu={event => onMenu(row, columnUnder(event), event)}
      onFocus={event => event.target === event.currentTarget && onFocus(row.id)}
    >
      {columns.map(column => (
        <div
          key={column.key}
          role="gridcell"
          data-key={column.key}
          className={column.className}
          title={column.title?.(row)}
          data-outcome={column.key === 'outcome' ? outcome : undefined}
        >
          {column.cell(row)}
        </div>
      ))}
    </div>
  )
})

/** A row that is on its way. It has its place, so that nothing moves when it comes. */
export function PendingRow({ id, rowIndex, top, isOpen, isInTabOrder }: Place & { id: number }) {
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      aria-selected={isOpen}
      aria-busy
      tabIndex={isInTabOrder ? 0 : -1}
      className={classes.pending}
      data-row={id}
      style={{ top }}
    >
      <div role="gridcell" aria-label={words.parts.loading} />
    </div>
  )
}

function columnUnder({ target }: MouseEvent): Column['key'] {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[role="gridcell"]') : null
  return (cell?.dataset.key ?? 'sentence') as Column['key']
}
