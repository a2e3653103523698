import { useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { Scale } from './scale'

/** Drawn above and below what is in sight. */
const BEYOND = 8
/** While whole screens fly past, none of it would ever be seen. */
const BEYOND_FLYING = 1
const SETTLED_MS = 120

export interface Window {
  first: number
  last: number
  /** How much of the list is in sight, in pixels. */
  viewHeight: number
  /** Where it is scrolled to; 0 while that says no more than `first`. */
  scrollTop: number
}

interface Options {
  /** Of one place, in pixels: all have the same, so nothing need be measured and a list of a million costs no more than one of 100. */
  height: number
  scale: Scale
  /** The end of the list is in sight, whatever is added to it. */
  isFollowing: boolean
}

/** Which places of a long list are drawn. */
export function useWindow(
  scroller: RefObject<HTMLDivElement | null>,
  { height, scale, isFollowing }: Options
): Window {
  const { factor } = scale
  const [drawn, setDrawn] = useState<Window>({ first: 0, last: 40, viewHeight: 0, scrollTop: 0 })
  const lastTop = useRef(0)
  const isAtEnd = useRef(isFollowing)
  isAtEnd.current = isFollowing

  // Known before the list is scrolled there: what arrives is drawn once, not once where it was and again where it will be.
  const end = isFollowing && drawn.viewHeight > 0 ? same(drawn, windowAtEnd(drawn.viewHeight)) : drawn
  if (end !== drawn) setDrawn(end)

  function windowAtEnd(viewHeight: number): Window {
    const scrollTop = Math.max(0, scale.elementHeight(viewHeight) - viewHeight)
    return {
      ...placesIn(scrollTop * factor, viewHeight, height, BEYOND),
      viewHeight,
      scrollTop: factor === 1 ? 0 : scrollTop
    }
  }

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    let settling: ReturnType<typeof setTimeout> | null = null

    const read = (beyond: number): Window => {
      const { scrollTop, clientHeight } = element
      return {
        ...placesIn(scrollTop * factor, clientHeight, height, beyond),
        viewHeight: clientHeight,
        scrollTop: factor === 1 ? 0 : scrollTop
      }
    }
    const draw = (beyond: number) => setDrawn(before => same(before, read(beyond)))
    const onScroll = () => {
      const { scrollTop, clientHeight } = element
      const isFlying = !isAtEnd.current && Math.abs(scrollTop - lastTop.current) * factor > clientHeight
      lastTop.current = scrollTop
      if (settling) clearTimeout(settling)
      settling = isFlying ? setTimeout(() => draw(BEYOND), SETTLED_MS) : null
      // Drawn before the frame is painted, so that quick scrolling shows no empty rows.
      flushSync(() => draw(isFlying ? BEYOND_FLYING : BEYOND))
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    const observer = new ResizeObserver(() => draw(BEYOND))
    observer.observe(element)
    draw(BEYOND)
    return () => {
      if (settling) clearTimeout(settling)
      element.removeEventListener('scroll', onScroll)
      observer.disconnect()
    }
  }, [scroller, height, factor])

  return end
}

function placesIn(top: number, viewHeight: number, height: number, beyond: number) {
  return {
    first: Math.max(0, Math.floor(top / height) - beyond),
    last: Math.ceil((top + viewHeight) / height) + beyond
  }
}

const same = (before: Window, now: Window): Window =>
  before.first === now.first &&
  before.last === now.last &&
  before.viewHeight === now.viewHeight &&
  before.scrollTop === now.scrollTop
    ? before
    : now
