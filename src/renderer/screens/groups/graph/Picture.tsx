import '@xyflow/react/dist/base.css'
import { ActionIcon, Group, Menu, Tooltip } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFocusCentered, IconMinus, IconPhotoDown, IconPlus } from '@tabler/icons-react'
import { Panel, ReactFlow, useReactFlow, type Edge } from '@xyflow/react'
import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import { problemOf } from '../../../hooks/useCall'
import { words } from '../../../i18n'
import classes from './Graph.module.css'
import type { Layout } from './layout'
import { NODE_TYPES, typeOf, type GraphNode } from './nodes'
import { paletteOf, savePng, saveSvg } from './save-picture'
import { edgeKey, toSvg } from './to-svg'

interface Props {
  name: string
  layout: Layout
  /** Keys of the edges on the ways to the person in focus; null without one. */
  lit: ReadonlySet<string> | null
  /** What the view is fitted to, whenever it changes; null: all of it. */
  looksAt: readonly string[] | null
  onNode: (id: string) => void
}

const text = words.membership.graph
const FIT = { padding: 0.06, maxZoom: 1.1, minZoom: 0.05 }

/** The graph as a picture: pan, zoom, fit, save. All it shows stands in the tree beside it, which is for keys and ears. */
export function Picture({ name, layout, lit, looksAt, onNode }: Props) {
  const flow = useReactFlow()
  const frame = useRef<HTMLDivElement>(null)
  const litNodes = useMemo(() => new Set([...(lit ?? [])].flatMap(key => key.split(' '))), [lit])
  const nodes = useMemo<GraphNode[]>(
    () =>
      layout.nodes.map(drawn => ({
        id: drawn.id,
        type: typeOf(drawn),
        position: { x: drawn.x, y: drawn.y },
        width: drawn.width,
        height: drawn.height,
        data: { drawn, isLit: litNodes.has(drawn.id), isDim: lit !== null && !litNodes.has(drawn.id) }
      })),
    [layout, lit, litNodes]
  )
  const groupIds = useMemo(
    () => new Set(layout.nodes.filter(node => node.kind === 'group').map(node => node.id)),
    [layout]
  )
  const edges = useMemo<Edge[]>(
    () =>
      layout.edges.map(edge => {
        const key = edgeKey(edge)
        const isLit = lit?.has(key) ?? false
        return {
          id: key,
          source: edge.from,
          target: edge.to,
          className: isLit
            ? classes.lit
            : lit === null
              ? groupIds.has(edge.to)
                ? undefined
                : classes.fine
              : classes.dim,
          zIndex: isLit ? 1 : 0,
          ...(edge.isCrossing && { style: { strokeDasharray: '5 4' } })
        }
      }),
    [layout, lit, groupIds]
  )

  const shape = layout.nodes.map(node => node.id).join()
  const wanted = looksAt?.join() ?? null
  useEffect(() => {
    const ids = wanted?.split(',').map(id => ({ id }))
    const timer = requestAnimationFrame(() => void flow.fitView({ ...FIT, ...(ids && { nodes: ids }) }))
    return () => cancelAnimationFrame(timer)
  }, [flow, shape, wanted])

  const svg = () => toSvg(layout, lit, paletteOf(frame.current ?? document.body))
  const save = (how: Promise<void>) =>
    how.catch((error: unknown) =>
      notifications.show({ color: 'red', title: words.saving.notSaved, message: problemOf(error).message })
    )

  return (
    <div ref={frame} className={classes.picture}>
      <ReactFlow
        aria-label={text.picture}
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        onNodeClick={(_event, node) => onNode(node.id)}
        onlyRenderVisibleElements
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        minZoom={0.05}
        maxZoom={2}
        fitView
        fitViewOptions={FIT}
        zoomOnDoubleClick={false}
      >
        <Panel position="bottom-right">
          <Group gap={6} className={classes.controls}>
            <Control label={text.zoomOut} onClick={() => void flow.zoomOut()}>
              <IconMinus size={16} aria-hidden />
            </Control>
            <Control label={text.zoomIn} onClick={() => void flow.zoomIn()}>
              <IconPlus size={16} aria-hidden />
            </Control>
            <Control label={text.fit} onClick={() => void flow.fitView(FIT)}>
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
