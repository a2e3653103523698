import { useLayoutEffect, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'

/** Drawn above and below what is in sight. */
const BEYOND = 14

interface Window {
  first: number
  last: number
}

/**
 * Which places of a long list are drawn. All have the same height, so nothing need be measured: a list of a million costs no more
 * than one of a hundred.
 */
export function useWindow(scroller: RefObject<HTMLDivElement | null>, height: number) {
  const [drawn, setDrawn] = useState<Window>({ first: 0, last: 60 })

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const read = (): Window => ({
      first: Math.max(0, Math.floor(element.scrollTop / height) - BEYOND),
      last: Math.ceil((element.scrollTop + element.clientHeight) / height) + BEYOND
    })
    const update = () => setDrawn(before => same(before, read()))
    // Drawn before the frame is painted, so that quick scrolling shows no empty rows.
    const onScroll = () => flushSync(update)
    element.addEventListener('scroll', onScroll, { passive: true })
    const observer = new ResizeObserver(update)
    observer.observe(element)
    update()
    return () => {
      element.removeEventListener('scroll', onScroll)
      observer.disconnect()
    }
  }, [scroller, height])

  return drawn
}

const same = (before: Window, now: Window): Window =>
  before.first === now.first && before.last === now.last ? before : now
