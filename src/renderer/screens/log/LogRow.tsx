import { memo } from 'react'
import { outcomeOf, type ExchangeSummary } from '../../../shared/exchange'
import type { Column } from './columns'
import classes from './Log.module.css'

interface Props {
  row: ExchangeSummary
  /** Of all matching rows, from 1. */
  rowIndex: number
  top: number
  columns: Column[]
  tracks: string
  isOpen: boolean
  isInTabOrder: boolean
  onPick: (id: number) => void
  onFocus: (id: number) => void
}

export const LogRow = memo(function LogRow(props: Props) {
  const { row, rowIndex, top, columns, tracks, isOpen, isInTabOrder, onPick, onFocus } = props
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
      data-quiet={!row.hasChange && outcome === 'ok' && row.origin === 'scim' ? true : undefined}
      data-troubled={outcome === 'failed' || outcome === 'refused' ? outcome : undefined}
      style={{ transform: `translateY(${top}px)`, gridTemplateColumns: tracks }}
      onClick={() => onPick(row.id)}
      onFocus={event => event.target === event.currentTarget && onFocus(row.id)}
    >
      {columns.map(column => (
        <div key={column.key} role="gridcell" data-key={column.key}>
          {column.cell(row)}
        </div>
      ))}
    </div>
  )
})
