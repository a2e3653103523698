import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type ReactNode } from 'react'
import { TableHeader } from './TableHeader'
import classes from './VirtualTable.module.css'

export interface TableColumn<Row, Sort extends string> {
  key: string
  header: string
  track: string
  sort?: Sort
  isNumber?: boolean
  cell: (row: Row) => ReactNode
}

interface Props<Row, Sort extends string> {
  label: string
  columns: TableColumn<Row, Sort>[]
  count: number
  /** Undefined while the row is on its way. */
  rowAt: (index: number) => Row | undefined
  onShow: (first: number, last: number) => void
  sorted?: { by: Sort; isDescending: boolean }
  onSort?: (by: Sort) => void
  onOpen?: (row: Row) => void
}

const ROW_HEIGHT = 36

/** A long list of which only what is in sight is in the document. Rows are links or text; headers sort. */
export function VirtualTable<Row, Sort extends string = never>(props: Props<Row, Sort>) {
  const { label, columns, count, rowAt, onShow, sorted, onSort, onOpen } = props
  const scroller = useRef<HTMLDivElement>(null)
  const tracks = columns.map(column => column.track).join(' ')
  // The compiler skips this component: the virtualizer's functions must be called anew at each drawing.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10
  })
  const items = virtualizer.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0

  const show = useRef(onShow)
  show.current = onShow
  useEffect(() => show.current(first, last), [first, last, count])

  return (
    <div className={classes.table} role="table" aria-label={label} aria-rowcount={count + 1}>
      <div role="row" aria-rowindex={1} className={classes.header} style={{ gridTemplateColumns: tracks }}>
        {columns.map(column => (
          <TableHeader key={column.key} column={column} sorted={sorted} onSort={onSort} />
        ))}
      </div>
      <div className={classes.scroller} ref={scroller} role="rowgroup" tabIndex={0} aria-label={label}>
        <div className={classes.rows} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
          {items.map(item => {
            const row = rowAt(item.index)
            return (
              <div
                key={item.key}
                role="row"
                aria-rowindex={item.index + 2}
                className={classes.row}
                data-opens={onOpen ? true : undefined}
                style={{ gridTemplateColumns: tracks, transform: `translateY(${item.start}px)` }}
                onClick={() => row && onOpen?.(row)}
              >
                {columns.map(column => (
                  <div key={column.key} role="cell" data-number={column.isNumber || undefined}>
                    {row ? column.cell(row) : <span className={classes.pending} />}
                  </div>
                ))}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
