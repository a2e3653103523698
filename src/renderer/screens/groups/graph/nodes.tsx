import { Handle, Position, type Node, type NodeProps } from '@xyflow/react'
import { IconUser, IconUsersGroup } from '@tabler/icons-react'
import type { DrawnNode } from './layout'
import classes from './Graph.module.css'
import { labelOf, summary } from './to-svg'

export type GraphNode = Node<{ drawn: DrawnNode; isLit: boolean; isDim: boolean }>

const Ends = () => (
  <>
    <Handle type="target" position={Position.Left} isConnectable={false} className={classes.end} />
    <Handle type="source" position={Position.Right} isConnectable={false} className={classes.end} />
  </>
)

function GroupNode({ data: { drawn, isLit, isDim } }: NodeProps<GraphNode>) {
  return (
    <div
      className={classes.group}
      data-lit={isLit || undefined}
      data-dim={isDim || undefined}
      title={drawn.label}
    >
      <Ends />
      <IconUsersGroup size={18} aria-hidden className={classes.icon} />
      <span className={classes.texts}>
        <strong>{labelOf(drawn)}</strong>
        <small>{summary(drawn)}</small>
      </span>
    </div>
  )
}

function PersonNode({ data: { drawn, isLit, isDim } }: NodeProps<GraphNode>) {
  return (
    <div
      className={classes.person}
      data-kind={drawn.kind}
      data-lit={isLit || undefined}
      data-dim={isDim || undefined}
      title={labelOf(drawn)}
    >
      <Ends />
      {drawn.kind === 'person' && <IconUser size={13} aria-hidden className={classes.icon} />}
      <span>{labelOf(drawn)}</span>
    </div>
  )
}

/** Not `group`: React Flow has a look of its own for that. */
export const NODE_TYPES = { usherGroup: GroupNode, usherPerson: PersonNode }
export const typeOf = ({ kind }: DrawnNode): keyof typeof NODE_TYPES =>
  kind === 'group' ? 'usherGroup' : 'usherPerson'
