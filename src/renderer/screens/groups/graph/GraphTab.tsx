import { Alert, Button, Tree, useTree } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { ReactFlowProvider } from '@xyflow/react'
import { useMemo, useState } from 'react'
import type { GroupGraph } from '../../../../shared/directory-views'
import type { Named } from '../../../../shared/scim'
import { client } from '../../../bridge'
import { Failed } from '../../../components/Failed'
import { Loading } from '../../../components/Loading'
import { useCall } from '../../../hooks/useCall'
import { words } from '../../../i18n'
import { findMembersOf } from '../choices'
import { ResourcePicker } from '../ResourcePicker'
import { Branch } from './Branch'
import {
  crowdsInFocus,
  drawable,
  edgesOf,
  foldedAtFirst,
  openAtFirst,
  sameOr,
  toggled,
  wantedOf
} from './choosing'
import { shapeFor, shownOf } from './fitting'
import classes from './Graph.module.css'
import { layOut } from './layout'
import { Picture } from './Picture'
import { treeOf } from './tree-data'
import { useCrowds } from './useCrowds'
import { Ways } from './Ways'

interface Props {
  groupId: string
  name: string
  revision: number
}

const text = words.membership.graph

export function GraphTab({ groupId, name, revision }: Props) {
  const call = useCall(`graph ${groupId}`, () => client.groups.graph({ id: groupId }), revision)
  if (call.kind === 'loading') return <Loading />
  if (call.kind === 'failed')
    return <Failed title={text.failed} problem={call.problem} onRetry={call.retry} />
  return (
    <ReactFlowProvider>
      <Graph graph={call.value} groupId={groupId} name={name} revision={revision} />
    </ReactFlowProvider>
  )
}

function Graph({ graph: whole, groupId, name, revision }: Props & { graph: GroupGraph }) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => foldedAtFirst(whole))
  const [open, setOpen] = useState<ReadonlySet<string>>(() => openAtFirst(whole))
  const [opened, setOpened] = useState<string | null>(null)
  const [focus, setFocus] = useState<Named | null>(null)
  const [isTreeShown, setTreeShown] = useState(true)
  const { ref: stage, ...frame } = useElementSize()
  const wanted = useMemo(() => wantedOf(whole, open), [whole, open])
  const loaded = useCrowds(wanted, revision)
  const paths = useCall(
    `paths ${groupId} ${focus?.id}`,
    async () => (focus ? await client.groups.paths({ id: groupId, memberId: focus.id }) : null),
    revision
  )
  const found = focus && paths.kind === 'ready' ? paths.value : null
  const lit = useMemo(() => (found && focus ? edgesOf(found, focus) : null), [found, focus])
  const graph = useMemo(() => drawable(whole, lit), [whole, lit])

  // On the way to somebody nothing is folded.
  const hidden = useMemo(
    () => new Set([...folded].filter(id => !found?.edges.some(edge => edge.from === id))),
    [folded, found]
  )
  const { width, height } = frame
  const shape = useMemo(
    () => shapeFor(graph, folded, loaded, openAtFirst(graph), { width, height }),
    [graph, folded, loaded, width, height]
  )
  const crowds = useMemo(() => {
    const shown = shownOf(loaded, open, shape.limit)
    return focus && found ? crowdsInFocus(shown, found.edges, focus, opened) : shown
  }, [loaded, open, shape, focus, found, opened])
  const layout = useMemo(
    () => layOut(graph, { folded: hidden, crowds, columns: found ? [] : shape.columns, opened: open }),
    [graph, hidden, crowds, shape, found, open]
  )
  const { data, branches } = useMemo(() => {
    return treeOf(graph, new Map([...loaded].filter(([id]) => open.has(id))))
  }, [graph, loaded, open])

  const expandedState: Record<string, boolean> = Object.fromEntries(
    [...branches].map(([value, { kind, id }]) => [value, kind === 'people' ? open.has(id) : !hidden.has(id)])
  )
  const tree = useTree({
    expandedState,
    onExpandedStateChange(state) {
      const closed = [...branches].filter(([value, { kind }]) => kind === 'group' && !state[value])
      const shown = [...branches].filter(([value, { kind }]) => kind === 'people' && state[value])
      const added = shown.find(([, { id }]) => !open.has(id))
      if (added) setOpened(added[1].id)
      setFolded(before => sameOr(before, new Set(closed.map(([, { id }]) => id))))
      setOpen(before => sameOr(before, new Set(shown.map(([, { id }]) => id))))
    }
  })
  // At the ways to somebody; at the group that was opened last; else at everything.
  const looksAt = useMemo(() => {
    if (found && found.edges.length > 0 && opened === null)
      return [...new Set(found.edges.flatMap(({ from, to }) => [from, to]))]
    return opened !== null && open.has(opened) ? [opened] : null
  }, [found, opened, open])
  const isAllOpen = graph.groups.every(group => group.peopleCount === 0 || open.has(group.id))
  const focusOn = (person: Named | null) => {
    setOpened(null)
    setFocus(person)
  }

  return (
    <div className={classes.graph} data-tree={isTreeShown || undefined}>
      {isTreeShown && (
        <div className={classes.side}>
          <ResourcePicker
            label={text.focus}
            size="sm"
            placeholder={text.focusHint}
            nobody={words.groups.detail.noneFound}
            chosen={focus}
            onChoose={focusOn}
            ask={findMembersOf(groupId)}
          />
          <Button
            variant="default"
            fullWidth
            onClick={() => {
              setOpened(null)
              setOpen(isAllOpen ? new Set() : new Set(graph.groups.map(group => group.id)))
            }}
          >
            {isAllOpen ? text.collapseAll : text.expandAll}
          </Button>
          {graph.isCut && <Alert p="xs">{text.cut}</Alert>}
          <div className={classes.tree}>
            <Tree
              data={data}
              tree={tree}
              aria-label={text.tree}
              levelOffset={16}
              renderNode={branch => <Branch {...branch} />}
            />
          </div>
        </div>
      )}
      <div className={classes.main}>
        {focus && found && <Ways person={focus} ways={found.ways} onClose={() => focusOn(null)} />}
        <div ref={stage} className={classes.stage}>
          <Picture
            name={name}
            layout={layout}
            frame={{ width, height }}
            lit={lit}
            looksAt={looksAt}
            onGroup={id => {
              if (!graph.groups.some(group => group.id === id && group.peopleCount > 0)) return
              setOpened(open.has(id) ? null : id)
              setOpen(before => toggled(before, id))
            }}
            onFold={id => setFolded(before => toggled(before, id))}
            onPerson={id =>
              focusOn(
                [...loaded.values()].flatMap(crowd => crowd.shown).find(person => person.id === id) ?? null
              )
            }
            isTreeShown={isTreeShown}
            onTree={() => setTreeShown(before => !before)}
          />
        </div>
      </div>
    </div>
  )
}
