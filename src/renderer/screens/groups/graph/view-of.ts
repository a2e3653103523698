import { MARGIN, zoomFor, type Frame } from './fitting'
import type { Layout } from './layout'

/** Smaller than this nothing is shown unasked; then one begins at the first group and moves about. */
const SMALLEST = 0.7
/** Where a few cards are looked at, they may come nearer than all of them would. */
const NEAREST = 1.4

interface View {
  x: number
  y: number
  zoom: number
}

/**
 * Where to stand so that these cards are in sight, in the middle: as near as they allow. What is too much for that begins at the
 * left, at the height of the first group.
 * @param ids null: all cards and edges
 * @param isWhole all of it, however small
 */
export function viewOf(
  { cards, bounds }: Layout,
  ids: readonly string[] | null,
  frame: Frame,
  { isWhole = false } = {}
): View {
  const wanted = ids && cards.filter(card => ids.includes(card.id))
  const box = wanted && wanted.length > 0 ? around(wanted) : bounds
  const whole = zoomFor(box, frame, ids ? NEAREST : undefined)
  const zoom = isWhole ? whole : Math.max(SMALLEST, whole)
  const [first] = wanted && wanted.length > 0 ? wanted : cards.slice(-1)
  const isWide = box.width * zoom > frame.width
  const isHigh = box.height * zoom > frame.height
  const middle = isHigh && first ? first.y + first.height / 2 : box.y + box.height / 2
  return {
    x: isWide ? MARGIN - box.x * zoom : (frame.width - box.width * zoom) / 2 - box.x * zoom,
    y: frame.height / 2 - middle * zoom,
    zoom
  }
}

function around(cards: Layout['cards']): Layout['bounds'] {
  const x = Math.min(...cards.map(card => card.x))
  const y = Math.min(...cards.map(card => card.y))
  return {
    x,
    y,
    width: Math.max(...cards.map(card => card.x + card.width)) - x,
    height: Math.max(...cards.map(card => card.y + card.height)) - y
  }
}
