import '@xyflow/react/dist/base.css'
import { ActionIcon, Group, Menu, Tooltip } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import {
  IconFocusCentered,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconMinus,
  IconPhotoDown,
  IconPlus
} from '@tabler/icons-react'
import { Panel, ReactFlow, useReactFlow, useStore } from '@xyflow/react'
import { useEffect, useMemo, useRef, type MouseEvent, type ReactNode } from 'react'
import { problemOf } from '../../../hooks/useCall'
import { words } from '../../../i18n'
import { Edges } from './Edges'
import type { Frame } from './fitting'
import classes from './Graph.module.css'
import type { Layout } from './layout'
import { NODE_TYPES, type GraphNode } from './nodes'
import { paletteOf, savePng, saveSvg } from './save-picture'
import { toSvg } from './to-svg'
import { viewOf } from './view-of'

interface Props {
  name: string
  layout: Layout
  frame: Frame
  /** Keys of the edges on the ways to the person in focus; null without one. */
  lit: ReadonlySet<string> | null
  /** Cards that are looked at, whenever they change; null: all of them. */
  looksAt: readonly string[] | null
  onGroup: (id: string) => void
  onFold: (id: string) => void
  onPerson: (id: string) => void
  isTreeShown: boolean
  onTree: () => void
}

const text = words.membership.graph
/** From farther away no word can be read: cards are drawn without. */
const READABLE_FROM = 0.2

/** The graph as a picture: pan, zoom, fit, save. All it shows stands in the tree beside it, which is for keys and ears. */
export function Picture({ name, layout, frame, lit, looksAt, ...deeds }: Props) {
  const flow = useReactFlow()
  const isFar = useStore(state => state.transform[2] < READABLE_FROM)
  const canvas = useRef<HTMLDivElement>(null)
  const nodes = useMemo<GraphNode[]>(() => {
    const groups = new Set([...(lit ?? [])].flatMap(key => key.split(' ')))
    return layout.cards.map(card => ({
      id: card.id,
      type: 'card',
      position: { x: card.x, y: card.y },
      width: card.width,
      height: card.height,
      data: { card, lit, look: lit === null ? undefined : groups.has(card.id) ? 'lit' : 'dim' }
    }))
  }, [layout, lit])
  const { width, height } = frame
  const wanted = looksAt?.join() ?? null
  useEffect(() => {
    void flow.setViewport(viewOf(layout, wanted?.split(',') ?? null, { width, height }))
  }, [flow, layout, wanted, width, height])

  const svg = () => toSvg(layout, lit, paletteOf(canvas.current ?? document.body))
  const save = (how: Promise<void>) =>
    how.catch((error: unknown) =>
      notifications.show({ color: 'red', title: words.saving.notSaved, message: problemOf(error).message })
    )
  const click = (event: MouseEvent, node: GraphNode) => {
    const target = event.target as Element
    const person = target.closest('[data-person]')?.getAttribute('data-person')
    if (person) deeds.onPerson(person)
    else if (target.closest('[data-fold]')) deeds.onFold(node.id)
    else deeds.onGroup(node.id)
  }
  const TreeIcon = deeds.isTreeShown ? IconLayoutSidebarLeftCollapse : IconLayoutSidebarLeftExpand

  return (
    <div ref={canvas} className={classes.picture} data-far={isFar || undefined}>
      <ReactFlow
        aria-label={text.picture}
        nodes={nodes}
        nodeTypes={NODE_TYPES}
        onNodeClick={click}
        onlyRenderVisibleElements
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        elementsSelectable={false}
        minZoom={0.02}
        maxZoom={2}
        zoomOnDoubleClick={false}
      >
        <Edges edges={layout.edges} lit={lit} />
        <Panel position="bottom-right">
          <Group gap={6} className={classes.controls}>
            <Control label={deeds.isTreeShown ? text.hideTree : text.showTree} onClick={deeds.onTree}>
              <TreeIcon size={16} aria-hidden />
            </Control>
            <Control label={text.zoomOut} onClick={() => void flow.zoomOut()}>
              <IconMinus size={16} aria-hidden />
            </Control>
            <Control label={text.zoomIn} onClick={() => void flow.zoomIn()}>
              <IconPlus size={16} aria-hidden />
            </Control>
            <Control
              label={text.fit}
              onClick={() => void flow.setViewport(viewOf(layout, null, frame, { isWhole: true }))}
            >
              <IconFocusCentered size={16} aria-hidden />
            </Control>
            <Menu position="top-end" withinPortal>
              <Menu.Target>
                <ActionIcon variant="default" size="md" aria-label={text.save}>
                  <IconPhotoDown size={16} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => saveSvg(svg(), name)}>{text.saveSvg}</Menu.Item>
                <Menu.Item onClick={() => void save(savePng(svg(), name))}>{text.savePng}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </Group>
        </Panel>
      </ReactFlow>
    </div>
  )
}

function Control({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size="md" aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
