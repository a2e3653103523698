import { words } from '../../../i18n'
import type { DrawnEdge, DrawnNode, Layout } from './layout'

export interface Palette {
  ground: string
  surface: string
  line: string
  text: string
  quiet: string
  accent: string
  selected: string
}

const MARGIN = 24
/** About as wide as a letter is, in parts of the size of the type. */
const LETTER = 0.56

export const edgeKey = ({ from, to }: { from: string; to: string }): string => `${from} ${to}`

/** From the right side of one to the left side of the other; back up, round below. */
export function edgePath(from: DrawnNode, to: DrawnNode): string {
  const x1 = from.x + from.width
  const y1 = from.y + from.height / 2
  const x2 = to.x
  const y2 = to.y + to.height / 2
  const bend = Math.max(36, Math.abs(x2 - x1) / 2)
  return `M${x1},${y1} C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`
}

/** The whole graph as one SVG document, with nothing in it that has to be fetched. */
export function toSvg({ nodes, edges }: Layout, lit: ReadonlySet<string> | null, colours: Palette): string {
  const byId = new Map(nodes.map(node => [node.id, node]))
  const width = Math.max(...nodes.map(node => node.x + node.width)) + 2 * MARGIN
  const height = Math.max(...nodes.map(node => node.y + node.height)) + 2 * MARGIN
  const line = (edge: DrawnEdge) => {
    const from = byId.get(edge.from)
    const to = byId.get(edge.to)
    if (!from || !to) return ''
    const isLit = lit?.has(edgeKey(edge)) ?? false
    const dash = edge.isCrossing ? ' stroke-dasharray="5 4"' : ''
    return `<path d="${edgePath(from, to)}" fill="none" stroke="${isLit ? colours.accent : colours.line}" stroke-width="${isLit ? 2.5 : 1.25}"${dash}/>`
  }
  const litNodes = new Set([...(lit ?? [])].flatMap(key => key.split(' ')))
  const box = (node: DrawnNode) => {
    const isLit = litNodes.has(node.id)
    const size = node.kind === 'group' ? 13 : 12
    const shown = fitted(labelOf(node), node.width - 20, size)
    const middle = node.y + node.height / 2
    const second =
      node.kind === 'group'
        ? `<text x="${node.x + 12}" y="${middle + 15}" font-size="11" fill="${colours.quiet}">${escaped(summary(node))}</text>`
        : ''
    return (
      `<rect x="${node.x}" y="${node.y}" width="${node.width}" height="${node.height}" rx="${node.kind === 'group' ? 8 : 13}" ` +
      `fill="${isLit ? colours.selected : colours.surface}" stroke="${isLit ? colours.accent : colours.line}"/>` +
      `<text x="${node.x + 12}" y="${node.kind === 'group' ? middle - 2 : middle + 4}" font-size="${size}" ` +
      `font-weight="${node.kind === 'group' ? 600 : 400}" fill="${colours.text}">${escaped(shown)}</text>${second}`
    )
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}" ` +
    `font-family="Inter, 'Segoe UI', system-ui, sans-serif">` +
    `<rect x="${-MARGIN}" y="${-MARGIN}" width="${width}" height="${height}" fill="${colours.ground}"/>` +
    `${edges.map(line).join('')}${nodes.map(box).join('')}</svg>`
  )
}

export const labelOf = (node: DrawnNode): string =>
  node.kind === 'more' ? words.membership.graph.more(Number(node.label)) : node.label || words.parts.unnamed

export const summary = ({ peopleCount }: DrawnNode): string =>
  peopleCount === 0 ? words.membership.graph.noPeople : words.membership.graph.people(peopleCount)

function fitted(label: string, width: number, size: number): string {
  const letters = Math.floor(width / (size * LETTER))
  return label.length <= letters ? label : `${label.slice(0, letters - 1)}…`
}

const escaped = (label: string): string =>
  label.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
