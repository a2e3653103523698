import { useStore, ViewportPortal, type ReactFlowState } from '@xyflow/react'
import { useMemo } from 'react'
import { words } from '../../../i18n'
import classes from './Graph.module.css'
import type { DrawnEdge } from './routes'
import { edgeKey } from './to-svg'

/** On a way to the person in focus, beside it, or neither because nobody is in focus. */
export type Look = 'lit' | 'dim' | undefined

interface Props {
  edges: DrawnEdge[]
  lit: ReadonlySet<string> | null
}

/** The part of the picture that is in sight, with as much again around it, so that it changes rarely. */
const sightOf = ({ transform: [x, y, zoom], width, height }: ReactFlowState): string => {
  const step = Math.max(width, height) / zoom / 2
  const column = Math.floor(-x / zoom / step)
  const row = Math.floor(-y / zoom / step)
  return [column - 1, row - 1, column + 4, row + 4].map(at => Math.round(at * step)).join()
}

/** All edges behind the cards, those of one look as one path: thousands of elements would not move with the hand. */
export function Edges({ edges, lit }: Props) {
  const sight = useStore(sightOf)
  const bundles = useMemo(() => {
    const [left = 0, top = 0, right = 0, bottom = 0] = sight.split(',').map(Number)
    const isInSight = ({ box }: DrawnEdge) =>
      box.left < right && box.right > left && box.top < bottom && box.bottom > top
    const byLook = new Map<string, { kind: DrawnEdge['kind']; look: Look; drawn: DrawnEdge[] }>()
    for (const drawn of edges) {
      if (!isInSight(drawn)) continue
      const look: Look = lit === null ? undefined : lit.has(edgeKey(drawn)) ? 'lit' : 'dim'
      const key = `${look === 'lit' ? 1 : 0} ${drawn.kind} ${look}`
      const bundle = byLook.get(key) ?? { kind: drawn.kind, look, drawn: [] }
      bundle.drawn.push(drawn)
      byLook.set(key, bundle)
    }
    // What is lit lies above the others.
    return [...byLook].toSorted(([a], [b]) => (a < b ? -1 : 1))
  }, [edges, lit, sight])

  return (
    <ViewportPortal>
      <svg className={classes.edges} aria-hidden>
        {bundles.map(([key, { kind, look, drawn }]) => (
          <g key={key} data-kind={kind} data-look={look}>
            <path d={drawn.map(edge => edge.path).join(' ')} />
            <path d={drawn.map(edge => edge.tip ?? '').join(' ')} data-tip />
            {kind === 'cycle' &&
              drawn.map(edge => (
                <text key={edgeKey(edge)} x={edge.middle.x} y={edge.middle.y} dy={4} textAnchor="middle">
                  {words.membership.graph.cycle}
                </text>
              ))}
          </g>
        ))}
      </svg>
    </ViewportPortal>
  )
}
