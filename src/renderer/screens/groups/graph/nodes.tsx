import { Handle, Position, type Edge, type EdgeProps, type Node, type NodeProps } from '@xyflow/react'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { words } from '../../../i18n'
import { NAME_HEIGHT, type Card } from './cards'
import type { DrawnEdge } from './routes'
import classes from './Graph.module.css'
import { edgeKey } from './to-svg'

/** On a way to the person in focus, beside it, or neither because nobody is in focus. */
export type Look = 'lit' | 'dim' | undefined

export type GraphNode = Node<{ card: Card; look: Look; lit: ReadonlySet<string> | null }>
export type GraphEdge = Edge<{ drawn: DrawnEdge; look: Look }>

const text = words.membership.graph

function GroupCard({ data: { card, look, lit } }: NodeProps<GraphNode>) {
  const Fold = card.isFolded ? IconChevronRight : IconChevronLeft
  return (
    <div className={classes.group} data-look={look}>
      <Handle type="target" position={Position.Left} isConnectable={false} className={classes.end} />
      <Handle type="source" position={Position.Right} isConnectable={false} className={classes.end} />
      <div className={classes.head} title={card.label}>
        <span className={classes.texts}>
          <strong>{card.label}</strong>
          <small>{card.summary}</small>
        </span>
        {card.nestedCount > 0 && (
          <span
            className={classes.fold}
            data-fold
            title={(card.isFolded ? text.unfold : text.fold)(card.label)}
          >
            <Fold size={16} aria-hidden />
          </span>
        )}
      </div>
      {(card.names.length > 0 || card.more > 0) && (
        <div
          className={classes.names}
          style={{
            gridTemplateColumns: `repeat(${card.columns}, ${card.nameWidth}px)`,
            gridAutoRows: NAME_HEIGHT
          }}
        >
          {card.names.map(person => (
            <span
              key={person.id}
              data-person={person.id}
              data-look={lit?.has(edgeKey({ from: card.id, to: person.id })) ? 'lit' : undefined}
              title={person.name}
            >
              {person.name || words.parts.unnamed}
            </span>
          ))}
          {card.more > 0 && <em>{text.more(card.more)}</em>}
        </div>
      )}
    </div>
  )
}

function Membership({ data }: EdgeProps<GraphEdge>) {
  if (!data) return null
  const { drawn, look } = data
  return (
    <g className={classes.edge} data-kind={drawn.kind} data-look={look}>
      <path d={drawn.path} />
      {drawn.tip && <path d={drawn.tip} data-tip />}
      {drawn.kind === 'cycle' && (
        <text x={drawn.middle.x} y={drawn.middle.y} dy={4} textAnchor="middle">
          {text.cycle}
        </text>
      )}
    </g>
  )
}

/** Not `group`: React Flow has a look of its own for that. */
export const NODE_TYPES = { card: GroupCard }
export const EDGE_TYPES = { membership: Membership }
