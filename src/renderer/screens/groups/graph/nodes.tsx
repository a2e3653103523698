import type { Node, NodeProps } from '@xyflow/react'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { words } from '../../../i18n'
import { NAME_HEIGHT, type Card } from './cards'
import type { Look } from './Edges'
import classes from './Graph.module.css'
import { edgeKey } from './to-svg'

export type GraphNode = Node<{ card: Card; look: Look; lit: ReadonlySet<string> | null }>

const text = words.membership.graph

function GroupCard({ data: { card, look, lit } }: NodeProps<GraphNode>) {
  const Fold = card.isFolded ? IconChevronRight : IconChevronLeft
  return (
    <div className={classes.group} data-look={look}>
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

/** Not `group`: React Flow has a look of its own for that. */
export const NODE_TYPES = { card: GroupCard }
