import { Alert, Button, Tree, useTree } from '@mantine/core'
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
import { ResourcePicker, type Choice } from '../ResourcePicker'
import { Branch } from './Branch'
import classes from './Graph.module.css'
import { layOut, type Crowd } from './layout'
import { Picture } from './Picture'
import { edgeKey } from './to-svg'
import { treeOf } from './tree-data'
import { useCrowds } from './useCrowds'
import { Ways } from './Ways'

interface Props {
  groupId: string
  name: string
  revision: number
}

const text = words.membership.graph
/** Up to so many groups everything is unfolded at first, up to so many people they are there at once. */
const GROUPS_UNFOLDED = 60
const PEOPLE_AT_ONCE = 40

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

function Graph({ graph, groupId, name, revision }: Props & { graph: GroupGraph }) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => foldedAtFirst(graph))
  const [open, setOpen] = useState<ReadonlySet<string>>(() => openAtFirst(graph))
  const [opened, setOpened] = useState<string | null>(null)
  const [focus, setFocus] = useState<Choice | null>(null)
  const loaded = useCrowds(open, revision)
  const paths = useCall(
    `paths ${groupId} ${focus?.id}`,
    async () => (focus ? await client.groups.paths({ id: groupId, memberId: focus.id }) : null),
    revision
  )
  const found = focus && paths.kind === 'ready' ? paths.value : null
  const lit = useMemo(() => (found ? new Set(found.edges.map(edgeKey)) : null), [found])
  const crowds = useMemo(
    () => withFocus(loaded, graph, focus, found?.edges ?? []),
    [loaded, graph, focus, found]
  )
  // On the way to somebody nothing is folded.
  const hidden = useMemo(
    () => new Set([...folded].filter(id => !found?.edges.some(edge => edge.from === id))),
    [folded, found]
  )
  const layout = useMemo(() => layOut(graph, { folded: hidden, crowds }), [graph, hidden, crowds])
  const { data, branches } = useMemo(() => treeOf(graph, crowds), [graph, crowds])

  const expandedState: Record<string, boolean> = Object.fromEntries(
    [...branches].map(([value, { kind, id }]) => [value, kind === 'people' ? open.has(id) : !hidden.has(id)])
  )
  const tree = useTree({
    expandedState,
    onExpandedStateChange(state) {
      const closed = [...branches].filter(([value, { kind }]) => kind === 'group' && !state[value])
      const shown = [...branches].filter(([value, { kind }]) => kind === 'people' && state[value])
      setOpened(shown.find(([, { id }]) => !open.has(id))?.[1].id ?? null)
      setFolded(before => sameOr(before, new Set(closed.map(([, { id }]) => id))))
      setOpen(before => sameOr(before, new Set(shown.map(([, { id }]) => id))))
    }
  })
  // At the ways to somebody; at the group that was opened last, with its people; else at everything.
  const looksAt = useMemo(() => {
    if (found && found.edges.length > 0)
      return [...new Set(found.edges.flatMap(({ from, to }) => [from, to]))]
    const crowd = opened === null ? undefined : crowds.get(opened)
    return opened === null || !crowd ? null : [opened, ...crowd.shown.map(person => person.id)]
  }, [found, opened, crowds])
  const isAllOpen = graph.groups.every(group => group.peopleCount === 0 || open.has(group.id))
  const toggle = (id: string) => {
    const isGroup = graph.groups.some(group => group.id === id && group.peopleCount > 0)
    if (!isGroup) return
    setOpened(open.has(id) ? null : id)
    setOpen(before => toggled(before, id))
  }

  return (
    <div className={classes.graph}>
      <div className={classes.side}>
        <ResourcePicker
          label={text.focus}
          size="sm"
          placeholder={text.focusHint}
          nobody={words.groups.detail.noneFound}
          chosen={focus}
          onChoose={setFocus}
          ask={findMembersOf(groupId)}
        />
        {focus && found && <Ways person={focus} ways={found.ways} />}
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
      <Picture name={name} layout={layout} lit={lit} looksAt={looksAt} onNode={toggle} />
    </div>
  )
}

const foldedAtFirst = ({ groups }: GroupGraph): Set<string> =>
  new Set(groups.length <= GROUPS_UNFOLDED ? [] : groups.slice(1).map(group => group.id))

function openAtFirst({ groups }: GroupGraph): Set<string> {
  const people = groups.reduce((sum, group) => sum + group.peopleCount, 0)
  return new Set(people <= PEOPLE_AT_ONCE ? groups.map(group => group.id) : [])
}

/** Whoever is in focus is shown wherever an edge leads to them, also where the others are not. */
function withFocus(
  crowds: ReadonlyMap<string, Crowd>,
  { groups }: GroupGraph,
  focus: Named | null,
  edges: { from: string; to: string }[]
): ReadonlyMap<string, Crowd> {
  if (!focus || groups.some(group => group.id === focus.id)) return crowds
  const all = new Map(crowds)
  for (const { from, to } of edges) {
    const crowd = all.get(from)
    if (to !== focus.id || crowd?.shown.some(person => person.id === to)) continue
    all.set(from, { shown: [...(crowd?.shown ?? []), focus], more: crowd?.more ?? 0 })
  }
  return all
}

function toggled(before: ReadonlySet<string>, id: string): Set<string> {
  const after = new Set(before)
  if (!after.delete(id)) after.add(id)
  return after
}

/** The set as it was when it is no other: the tree tells its state also when nothing has changed. */
const sameOr = (before: ReadonlySet<string>, after: Set<string>): ReadonlySet<string> =>
  before.size === after.size && [...after].every(id => before.has(id)) ? before : after
