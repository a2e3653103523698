import { useElementSize } from '@mantine/hooks'
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { words } from '../../i18n'
import { loadOlder, useLog } from '../../stores/log'
import { columnsFor, tracksOf } from './columns'
import classes from './Log.module.css'
import { LogRow } from './LogRow'
import { useFollow } from './useFollow'

export const ROW_HEIGHT = 34
/** Older rows are asked for when fewer than this are left above. */
const AHEAD = 200

interface Props {
  openId: number | null
  /** The row that has, or would get, the focus. */
  focusedId: number | null
  /** Grows when the focused row should really take the focus. */
  focusRequest: number
  onPick: (id: number) => void
  onFocus: (id: number) => void
}

export function LogGrid({ openId, focusedId, focusRequest, onPick, onFocus }: Props) {
  const { list, revision, matched, hasOlder, view } = useLog()
  const scroller = useRef<HTMLDivElement>(null)
  const { ref: sized, width } = useElementSize()
  const columns = useMemo(() => columnsFor(width), [width])
  const tracks = useMemo(() => tracksOf(columns), [columns])
  const focusedIndex = focusedId === null ? -1 : list.indexOf(focusedId)
  const tabIndexAt = focusedIndex >= 0 ? focusedIndex : list.length - 1

  const virtualizer = useVirtualizer({
    count: list.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    getItemKey: index => list.at(index)?.id ?? index,
    // The focused row stays in the document while it is out of sight, else the focus would be lost.
    rangeExtractor: useCallback(
      (range: Range) => withIndex(defaultRangeExtractor(range), tabIndexAt),
      [tabIndexAt]
    )
  })
  const follow = useFollow(scroller, {
    list,
    revision,
    isFollowing: view.kind === 'following',
    rowHeight: ROW_HEIGHT
  })

  const items = virtualizer.getVirtualItems()
  const firstSeen = virtualizer.range?.startIndex ?? list.length
  useEffect(() => {
    if (firstSeen < AHEAD && hasOlder) void loadOlder()
  }, [firstSeen, hasOlder, revision])

  useEffect(() => {
    if (focusRequest === 0 || focusedIndex < 0) return
    virtualizer.scrollToIndex(focusedIndex, { align: 'auto' })
    scroller.current?.querySelector<HTMLElement>(`[data-row="${focusedId}"]`)?.focus({ preventScroll: true })
    // Only a new request moves the focus; rows that arrive do not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [focusRequest])

  const unloaded = Math.max(0, matched - list.length)
  return (
    <div className={classes.grid} role="grid" aria-label={words.log.grid} aria-rowcount={matched} ref={sized}>
      <div role="row" className={classes.header} style={{ gridTemplateColumns: tracks }}>
        {columns.map(({ key }) => (
          <div key={key} role="columnheader" data-key={key}>
            {words.log.columns[key]}
          </div>
        ))}
      </div>
      <div className={classes.scroller} ref={scroller} role="rowgroup" tabIndex={-1} {...follow}>
        <div className={classes.rows} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
          {items.map(item => {
            const row = list.at(item.index)
            return row ? (
              <LogRow
                key={row.id}
                row={row}
                rowIndex={unloaded + item.index + 1}
                top={item.start}
                columns={columns}
                tracks={tracks}
                isOpen={row.id === openId}
                isInTabOrder={item.index === tabIndexAt}
                onPick={onPick}
                onFocus={onFocus}
              />
            ) : null
          })}
        </div>
      </div>
    </div>
  )
}

const withIndex = (indexes: number[], extra: number): number[] =>
  extra < 0 || indexes.includes(extra) ? indexes : [...indexes, extra].toSorted((a, b) => a - b)
