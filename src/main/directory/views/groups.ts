import type { GroupDetail, GroupRow } from '../../../shared/directory-views'
import type { Named } from '../../../shared/scim'
import type { GroupSort, Page } from '../../store/console-pages'
import { wayTo } from '../../store/membership-graph'
import type { Stores } from '../../store/stores'
import type { ViewParts } from './index'
import type { MemberLists } from './member-lists'
import { deletionOf, findPresentOrPast, renderPresentOrPast } from './present-or-past'

/** Cycles shown of one group; more would not help anybody. */
const CYCLES_SHOWN = 20

export async function groupPage(
  stores: Stores,
  lists: MemberLists,
  input: Page<GroupSort>
): Promise<{ rows: GroupRow[]; matched: number }> {
  const { rows: found, count } = stores.consolePages.groups(input)
  const rows: GroupRow[] = []
  for (const { ref, ...row } of found) {
    rows.push({ ...row, effectiveCount: await lists.effectiveCount(ref, row.directCount) })
  }
  const total = stores.resources.counts().find(({ type }) => type === 'Group')?.total ?? 0
  return { rows, matched: input.search === '' ? total : count() }
}

export async function groupDetail(
  parts: ViewParts,
  lists: MemberLists,
  id: string,
  baseUrl: string
): Promise<Omit<GroupDetail, 'unknownMembers'> | null> {
  const { stores } = parts
  const found = findPresentOrPast(stores, 'Group', id)
  if (!found) return null
  const { ref } = found.resource
  const directCount = found.kind === 'present' ? found.resource.memberCount : 0
  const effectiveCount = await lists.effectiveCount(ref, directCount)
  return {
    id,
    resource: renderPresentOrPast(parts, found, baseUrl, ['members']),
    setBy: stores.changes.setBy(ref),
    directCount,
    effectiveCount,
    nestedCount: stores.graph.groupsIn(ref).length,
    cycles: cyclesOf(stores, ref),
    deleted: deletionOf(found)
  }
}

/** For each group that closes a cycle, the shortest one: the groups passed, beginning and ending with this one. */
function cyclesOf({ graph, resources }: Stores, ref: number): Named[][] {
  const reached = graph.nestedIn(ref, null)
  const closing = [...reached.keys()].filter(group => graph.groupsIn(group).includes(ref))
  return closing.slice(0, CYCLES_SHOWN).map(group => resources.namesOf([...wayTo(reached, group), ref]))
}
