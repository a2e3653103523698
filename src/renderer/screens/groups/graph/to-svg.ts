import { words } from '../../../i18n'
import { HEAD_HEIGHT, LETTER, NAME_GAP, NAME_HEIGHT, PADDING, TYPE, type Card } from './cards'
import type { Layout } from './layout'
import type { DrawnEdge } from './routes'

export interface Palette {
  ground: string
  surface: string
  line: string
  text: string
  quiet: string
  accent: string
  selected: string
  cycle: string
}

const MARGIN = 24

export const edgeKey = ({ from, to }: { from: string; to: string }): string => `${from} ${to}`

/** The whole graph as one SVG document, with nothing in it that has to be fetched. */
export function toSvg(
  { cards, edges, bounds }: Layout,
  lit: ReadonlySet<string> | null,
  colours: Palette
): string {
  const width = Math.ceil(bounds.width + 2 * MARGIN)
  const height = Math.ceil(bounds.height + 2 * MARGIN)
  const box = `x="${bounds.x - MARGIN}" y="${bounds.y - MARGIN}" width="${width}" height="${height}"`
  const litGroups = new Set([...(lit ?? [])].flatMap(key => key.split(' ')))
  const isLit = (from: string, to: string) => lit?.has(edgeKey({ from, to })) ?? false

  const edge = (drawn: DrawnEdge) => {
    const lights = isLit(drawn.from, drawn.to)
    const colour = lights ? colours.accent : drawn.kind === 'cycle' ? colours.cycle : colours.line
    const look = `fill="none" stroke="${colour}" stroke-width="${lights ? 3.5 : 1.5}"`
    const dash = drawn.kind === 'onward' ? '' : ' stroke-dasharray="6 4"'
    const { x, y } = drawn.middle
    return (
      `<path d="${drawn.path}" ${look}${dash}/>` +
      (drawn.tip ? `<path d="${drawn.tip}" ${look}/>` : '') +
      (drawn.kind === 'cycle'
        ? `<text x="${x}" y="${y + 4}" text-anchor="middle" font-size="12" fill="${colours.cycle}" stroke="${colours.ground}" stroke-width="5" paint-order="stroke">${escaped(words.membership.graph.cycle)}</text>`
        : '')
    )
  }

  const group = (card: Card) => {
    const lights = litGroups.has(card.id)
    const room = card.width - 2 * PADDING
    const names = [
      ...card.names.map(({ id, name }) => ({
        label: name || words.parts.unnamed,
        fill: isLit(card.id, id) ? colours.accent : colours.text,
        weight: isLit(card.id, id) ? 700 : 400
      })),
      ...(card.more > 0
        ? [{ label: words.membership.graph.more(card.more), fill: colours.quiet, weight: 400 }]
        : [])
    ].map(({ label, fill, weight }, index) => {
      const x = card.x + PADDING + (index % card.columns) * (card.nameWidth + NAME_GAP)
      const y = card.y + HEAD_HEIGHT + (Math.floor(index / card.columns) + 0.5) * NAME_HEIGHT + 4
      return written(label, { x, y, size: TYPE.name, width: card.nameWidth, fill, weight })
    })
    return (
      `<rect x="${card.x}" y="${card.y}" width="${card.width}" height="${card.height}" rx="8" fill="${lights ? colours.selected : colours.surface}" ` +
      `stroke="${lights ? colours.accent : colours.line}" stroke-width="${lights ? 2 : 1}"/>` +
      written(card.label, {
        x: card.x + PADDING,
        y: card.y + 22,
        size: TYPE.group,
        width: room,
        fill: colours.text,
        weight: 650
      }) +
      written(card.summary, {
        x: card.x + PADDING,
        y: card.y + 40,
        size: TYPE.summary,
        width: room,
        fill: colours.quiet,
        weight: 400
      }) +
      names.join('')
    )
  }

  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${bounds.x - MARGIN} ${bounds.y - MARGIN} ${width} ${height}" ` +
    `font-family="Inter, 'Segoe UI', system-ui, sans-serif"><rect ${box} fill="${colours.ground}"/>` +
    `${edges.map(edge).join('')}${cards.map(group).join('')}</svg>`
  )
}

interface Place {
  x: number
  y: number
  size: number
  /** What does not fit is cut; the whole of it stays as the title. */
  width: number
  fill: string
  weight: number
}

function written(label: string, { x, y, size, width, fill, weight }: Place): string {
  const letters = Math.floor(width / (size * LETTER)) + 1
  const isCut = label.length > letters
  const shown = isCut ? `${label.slice(0, letters - 1)}…` : label
  const title = isCut ? `<title>${escaped(label)}</title>` : ''
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${title}${escaped(shown)}</text>`
}

/** Also without the characters no XML may hold: one of them, in a name, would make the picture unreadable. */
const escaped = (label: string): string =>
  label
    // oxlint-disable-next-line no-control-regex -- Those are the characters in question.
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
