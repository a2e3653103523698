import { ViewportPortal } from '@xyflow/react'
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

/** All edges behind the cards, those of one look as one path: thousands of elements would not move with the hand. */
export function Edges({ edges, lit }: Props) {
  const bundles = useMemo(() => {
    const byLook = new Map<string, { kind: DrawnEdge['kind']; look: Look; drawn: DrawnEdge[] }>()
    for (const drawn of edges) {
      const look: Look = lit === null ? undefined : lit.has(edgeKey(drawn)) ? 'lit' : 'dim'
      const key = `${look === 'lit' ? 1 : 0} ${drawn.kind} ${look}`
      const bundle = byLook.get(key) ?? { kind: drawn.kind, look, drawn: [] }
      bundle.drawn.push(drawn)
      byLook.set(key, bundle)
    }
    // What is lit lies above the others.
    return [...byLook].toSorted(([a], [b]) => (a < b ? -1 : 1))
  }, [edges, lit])

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
