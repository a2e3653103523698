import type { TreeNodeData } from '@mantine/core'
import { words } from '../../../i18n'
import type { Crowd } from './cards'
import type { DrawnGraph } from './choosing'

const text = words.membership.graph

/** What a value in the tree stands for. */
export type Branch = { kind: 'group' | 'people'; id: string }

export interface TreeOfGroups {
  data: TreeNodeData[]
  branches: Map<string, Branch>
}

/**
 * The same edges as a tree. Each group is unfolded once, where it comes first; where it comes again it says so, and where it
 * leads back up it says that.
 */
export function treeOf(
  { groups, edges, hidden }: DrawnGraph,
  crowds: ReadonlyMap<string, Crowd>
): TreeOfGroups {
  const [root] = groups
  const branches = new Map<string, Branch>()
  if (!root) return { data: [], branches }
  const byId = new Map(groups.map(group => [group.id, group]))
  const below = new Map<string, string[]>()
  for (const { from, to } of edges) below.set(from, [...(below.get(from) ?? []), to])
  const unfolded = new Set<string>()

  function groupNode(id: string, above: string[]): TreeNodeData {
    const value = [...above, id].join('/')
    const group = byId.get(id)!
    const label = group.name || words.parts.unnamed
    if (above.includes(id)) return { value, label: `${label} (${text.cycle})` }
    const children: TreeNodeData[] = []
    if (unfolded.has(id)) {
      const hasMore = group.peopleCount > 0 || below.has(id)
      return { value, label: hasMore ? `${label} (${text.again})` : label }
    }
    unfolded.add(id)
    branches.set(value, { kind: 'group', id })
    if (group.peopleCount > 0) children.push(peopleNode(id, value, group.peopleCount))
    for (const to of below.get(id) ?? []) if (byId.has(to)) children.push(groupNode(to, [...above, id]))
    const more = hidden.get(id) ?? 0
    if (more > 0) children.push({ value: `${value}/more`, label: text.moreGroups(more) })
    return children.length > 0 ? { value, label, children } : { value, label }
  }

  function peopleNode(id: string, parent: string, count: number): TreeNodeData {
    const value = `${parent}/people`
    branches.set(value, { kind: 'people', id })
    const { shown = [], more = 0 } = crowds.get(id) ?? {}
    const children: TreeNodeData[] = shown.map(person => ({
      value: `${value}/${person.id}`,
      label: person.name || words.parts.unnamed
    }))
    if (more > 0) children.push({ value: `${value}/more`, label: text.more(more) })
    return { value, label: text.people(count), hasChildren: true, children }
  }

  return { data: [groupNode(root.id, [])], branches }
}
