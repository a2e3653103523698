import { useElementSize } from '@mantine/hooks'
import { useEffect, useMemo, useRef } from 'react'
import { words } from '../../i18n'
import { useCycles } from '../../stores/cycles'
import { seeing, useLog } from '../../stores/log'
import { wantRows } from '../../stores/log-rows'
import { usePresenter } from '../../stores/presenter'
import { useSetting } from '../../stores/settings'
import { columnsFor, tracksOf, type Column } from './columns'
import { CycleRow } from './CycleRow'
import { HeaderCell } from './HeaderCell'
import { itemsOf, type Item } from './items'
import classes from './Log.module.css'
import { LogRow, PendingRow, type RowDeeds } from './LogRow'
import { scaleOf } from './scale'
import { useFollow } from './useFollow'
import { useSlots } from './useSlots'
import { useWindow } from './useWindow'

const ROW_HEIGHT = 32
const PRESENTED_HEIGHT = 56
/** Rows are asked for when they are nearer than this, so that scrolling rarely meets one that is not here. */
const AHEAD = 300
/** And further in the direction in which somebody scrolls. */
const FURTHER = 900

/** Rows are placed from a step of so many on: pixels as far down as the last of a million rows have no exact place. */
const STEP_ROWS = 1_000

interface Props extends RowDeeds {
  openId: number | null
  /** The row that has, or would get, the focus. */
  focusedId: number | null
  /** Grows when the focused row should really take the focus. */
  focusRequest: number
  /** Marked to be compared with another. */
  markedId: number | null
  /** Told which columns are drawn. */
  onColumns: (columns: Column[]) => void
}

export function LogGrid({ openId, markedId, focusedId, focusRequest, onColumns, ...deeds }: Props) {
  const { ids, rows, revision, view } = useLog()
  const cycles = useCycles(state => state.cycles)
  const scroller = useRef<HTMLDivElement>(null)
  const { ref: sized, width } = useElementSize()
  const isPresenting = usePresenter(state => state.isOn)
  const chosen = useSetting('log.columns')
  const columns = useMemo(() => columnsFor(width, chosen, isPresenting), [width, chosen, isPresenting])
  const height = isPresenting ? PRESENTED_HEIGHT : ROW_HEIGHT
  useEffect(() => onColumns(columns), [columns, onColumns])
  const tracks = useMemo(() => tracksOf(columns), [columns])
  // oxlint-disable-next-line react/exhaustive-deps -- The list is changed in place; its revision tells.
  const items = useMemo(() => itemsOf(ids, cycles), [ids, cycles, revision])
  const { length } = items
  const scale = useMemo(() => scaleOf(length * height), [length, height])
  const isFollowing = view.kind === 'following'
  const drawn = useWindow(scroller, { height, scale, isFollowing })
  const slotsOf = useSlots()
  const follow = useFollow(scroller, { items, revision, isFollowing, openId, rowHeight: height, scale })

  const focusedIndex = focusedId === null ? -1 : ids.indexOf(focusedId)
  const inTabOrder = focusedIndex >= 0 ? focusedIndex : ids.length - 1
  const places = placesToDraw(drawn, items.length, inTabOrder >= 0 ? items.placeOf(inTabOrder) : -1)

  const placed = places.flatMap(place => {
    const item = items.at(place)
    return item ? [{ place, item }] : []
  })
  const slots = slotsOf(placed.flatMap(({ item }) => (item.kind === 'row' ? [item.id] : [])))

  const step = drawn.first - (drawn.first % STEP_ROWS)
  const layerTop = step * height - drawn.scrollTop * (scale.factor - 1)

  const before = useRef(drawn.first)
  useEffect(() => {
    const isUp = drawn.first < before.current
    const isDown = drawn.first > before.current
    before.current = drawn.first
    const [first, last] = [
      rowIndexAt(items.at(drawn.first)),
      rowIndexAt(items.at(Math.min(drawn.last, items.length - 1)))
    ]
    const [from, to] = [first ?? 0, last ?? ids.length - 1]
    seeing(ids.at(from) ?? 0, ids.at(to) ?? Infinity)
    wantRows(from, to)
    wantRows(from - (isUp ? FURTHER : AHEAD), to + (isDown ? FURTHER : AHEAD))
  }, [drawn, items, ids])

  const scrollTo = (index: number) => {
    const element = scroller.current
    if (!element) return
    const top = items.placeOf(index) * height
    const { scrollTop, clientHeight } = element
    const inSight = scale.toList(scrollTop)
    if (top < inSight) element.scrollTop = Math.floor(scale.toScroll(top))
    else if (top + height > inSight + clientHeight) {
      element.scrollTop = Math.ceil(scale.toScroll(top + height - clientHeight))
    }
  }

  useEffect(() => {
    if (focusRequest === 0 || focusedIndex < 0) return
    scrollTo(focusedIndex)
    scroller.current?.querySelector<HTMLElement>(`[data-row="${focusedId}"]`)?.focus({ preventScroll: true })
    // Only a new request moves the focus; rows that arrive do not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [focusRequest])

  const openIndex = openId === null ? -1 : ids.indexOf(openId)
  const isOpenHere = openIndex >= 0
  useEffect(() => {
    if (isOpenHere) scrollTo(openIndex)
    // A row that is opened by a link is brought into sight once, not again whenever rows arrive above it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [openId, isOpenHere])

  return (
    <div
      className={classes.grid}
      role="grid"
      aria-label={words.log.grid}
      aria-rowcount={ids.length}
      ref={sized}
    >
      <div role="row" className={classes.header} style={{ gridTemplateColumns: tracks }}>
        {columns.map(column => (
          <HeaderCell key={column.key} column={column} />
        ))}
      </div>
      <div className={classes.scroller} ref={scroller} role="rowgroup" tabIndex={-1} {...follow}>
        <div
          className={classes.rows}
          role="presentation"
          style={{ height: scale.elementHeight(drawn.viewHeight) }}
        >
          <div
            className={classes.layer}
            role="presentation"
            style={{ transform: `translateY(${layerTop}px)` }}
          >
            {placed.map(({ place, item }) => {
              const top = (clamp(place, drawn.first - 1, drawn.last + 1) - step) * height
              if (item.kind === 'cycle')
                return <CycleRow key={`cycle ${item.cycle.cycle}`} cycle={item.cycle} top={top} />
              const row = rows.get(item.id)
              const shared = {
                rowIndex: item.index + 1,
                top,
                isOpen: item.id === openId,
                isMarked: item.id === markedId,
                isInTabOrder: item.index === inTabOrder
              }
              if (!row) return <PendingRow key={slots.get(item.id)} id={item.id} {...shared} />
              const previous = rows.get(ids.at(item.index - 1) ?? 0)
              return (
                <LogRow
                  key={slots.get(item.id)}
                  row={row}
                  previous={previous}
                  columns={columns}
                  tracks={tracks}
                  {...shared}
                  {...deeds}
                />
              )
            })}
          </div>
        </div>
      </div>
    </div>
  )
}

/** The row that is kept for the focus waits just out of sight. */
const clamp = (place: number, least: number, most: number): number => Math.max(least, Math.min(place, most))

const rowIndexAt = (item: Item | undefined): number | null => (item?.kind === 'row' ? item.index : null)

/** The row in the tab order stays in the document while it is out of sight, else the focus would be lost. */
function placesToDraw(
  { first, last }: { first: number; last: number },
  length: number,
  kept: number
): number[] {
  const end = Math.min(last, length - 1)
  const places = Array.from({ length: Math.max(0, end - first + 1) }, (_, index) => first + index)
  if (kept < 0 || (kept >= first && kept <= end)) return places
  return kept < first ? [kept, ...places] : [...places, kept]
}
