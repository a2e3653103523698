import type { GroupDetail, GroupRow } from '../../../shared/contract'
import type { Named } from '../../../shared/scim'
import type { GroupSort, Page } from '../../store/console-pages'
import { wayTo } from '../../store/membership-graph'
import type { Stores } from '../../store/stores'
import type { ViewParts } from './index'
import { countEffective } from './members'
import { deletionOf, findPresentOrPast, renderPresentOrPast } from './present-or-past'

/** Cycles shown of one group; more would not help anybody. */
const CYCLES_SHOWN = 20

export function groupPage(stores: Stores, input: Page<GroupSort>): { rows: GroupRow[]; matched: number } {
  const { rows, count } = stores.consolePages.groups(input)
  const total = stores.resources.counts().find(({ type }) => type === 'Group')?.total ?? 0
  return {
    rows: rows.map(({ ref, ...row }) => ({
      ...row,
      effectiveCount: countEffective(stores, ref, row.directCount)
    })),
    matched: input.search === '' ? total : count()
  }
}

export function groupDetail(parts: ViewParts, id: string, baseUrl: string): GroupDetail | null {
  const { stores } = parts
  const found = findPresentOrPast(stores, 'Group', id)
  if (!found) return null
  const { ref } = found.resource
  const directCount = found.kind === 'present' ? found.resource.memberCount : 0
  return {
    id,
    resource: renderPresentOrPast(parts, found, baseUrl, ['members']),
    setBy: stores.changes.setBy(ref),
    directCount,
    effectiveCount: countEffective(stores, ref, directCount),
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
