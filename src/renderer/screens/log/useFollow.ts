import { useCallback, useLayoutEffect, useRef, type RefObject, type WheelEvent } from 'react'
import { useLog } from '../../stores/log'
import { reachEnd, stopFollowing } from '../../stores/log-follow'
import type { Items } from './items'
import type { Scale } from './scale'

/** Nearer to the end than this counts as being there. */
const AT_END_PX = 2

interface List {
  items: Items
  revision: number
  isFollowing: boolean
  /** The row whose details are open. */
  openId: number | null
  rowHeight: number
  scale: Scale
}

interface Geometry {
  top: number
  height: number
  content: number
}

/**
 * Keeps the scroll position what its reader expects: at the newest row while following, on the row being read otherwise,
 * whatever arrives above or below, and however high rows become. Only a person's scrolling changes between the two; a new size
 * of the window never does.
 */
export function useFollow(
  scroller: RefObject<HTMLDivElement | null>,
  { items, revision, isFollowing, openId, rowHeight, scale }: List
) {
  const known = useRef<Geometry>({ top: 0, height: 0, content: 0 })
  const latest = useRef({ items, openId })
  latest.current = { items, openId }
  const anchor = useRef<Anchor | null>(null)

  const takeAnchor = useCallback(() => {
    const top = scale.toList(known.current.top)
    const sight = { top, bottom: top + known.current.height, rowHeight }
    anchor.current = openRowIn(latest.current, sight) ?? firstRowIn(latest.current.items, sight)
  }, [rowHeight, scale])

  const remember = useCallback(() => {
    const element = scroller.current
    if (!element) return
    known.current = { top: element.scrollTop, height: element.clientHeight, content: element.scrollHeight }
    takeAnchor()
  }, [scroller, takeAnchor])

  // Rows changed. A scroll whose event has not come yet is kept as it is: it is somebody's hand at the wheel.
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    if (isFollowingNow()) element.scrollTop = element.scrollHeight
    else if (anchor.current) {
      const index = useLog.getState().ids.lowerBound(anchor.current.id)
      const underWay = element.scrollTop - known.current.top
      const top = scale.toScroll(items.placeOf(index) * rowHeight + anchor.current.offset) + underWay
      if (Math.abs(top - element.scrollTop) >= 1) element.scrollTop = top
    }
    remember()
  }, [revision, items, rowHeight, scale, scroller, remember])

  useLayoutEffect(takeAnchor, [openId, takeAnchor])

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || !isFollowing) return
    element.scrollTop = element.scrollHeight
    remember()
  }, [isFollowing, scroller, remember])

  // Whoever is at the end stays there when the list gets lower or higher: a banner must not cover the newest row.
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      const { top, height, content } = known.current
      if (element.clientHeight === height) return
      const isAtEnd = content - height - top <= AT_END_PX
      if (isFollowingNow() || isAtEnd) element.scrollTop = element.scrollHeight
      remember()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller, remember])

  const onScroll = () => {
    const element = scroller.current
    if (!element) return
    const before = known.current
    remember()
    const isLayout = before.height !== known.current.height || before.content !== known.current.content
    const toEnd = known.current.content - known.current.height - known.current.top
    if (isLayout || known.current.top === before.top) return
    if (toEnd <= AT_END_PX) reachEnd()
    else if (known.current.top < before.top) stopFollowing()
  }

  const onWheel = (event: WheelEvent) => {
    const element = scroller.current
    if (event.deltaY < 0 && element && element.scrollTop > 0) stopFollowing()
  }

  return { onScroll, onWheel }
}

interface Sight {
  /** Pixels of the list. */
  top: number
  bottom: number
  rowHeight: number
}
/** A row, and where the upper end of what is in sight is from its own. */
interface Anchor {
  id: number
  offset: number
}

function openRowIn(
  { items, openId }: Pick<List, 'items' | 'openId'>,
  { top, bottom, rowHeight }: Sight
): Anchor | null {
  const index = openId === null ? -1 : useLog.getState().ids.indexOf(openId)
  if (openId === null || index < 0) return null
  const rowTop = items.placeOf(index) * rowHeight
  return rowTop >= top && rowTop + rowHeight <= bottom ? { id: openId, offset: top - rowTop } : null
}

function firstRowIn(items: Items, { top, rowHeight }: Sight): Anchor | null {
  const place = Math.floor(top / rowHeight)
  const [here, below] = [items.at(place), items.at(place + 1)]
  if (here?.kind === 'row') return { id: here.id, offset: top % rowHeight }
  return below?.kind === 'row' ? { id: below.id, offset: (top % rowHeight) - rowHeight } : null
}

/** As it is at this moment, not as it was drawn last. */
const isFollowingNow = () => useLog.getState().view.kind === 'following'
