import type { ComparedPart, Comparison, MemberKind } from '../../../shared/directory-views'
import type { AsOf } from '../../store/membership-graph'
import type { Stores } from '../../store/stores'
import type { MemberLists } from './member-lists'
import { personOf } from './members'
import { findPresentOrPast } from './present-or-past'

export interface CompareInput {
  kind: MemberKind
  left: { id: string; asOf: AsOf }
  right: { id: string; asOf: AsOf }
  part: ComparedPart
  search: string
  offset: number
  limit: number
}

/** Two groups, or one at two moments: who is only in the one, in both, only in the other. */
export async function compareGroups(
  stores: Stores,
  lists: MemberLists,
  { kind, left, right, part, search, offset, limit }: CompareInput
): Promise<Comparison | null> {
  const one = findPresentOrPast(stores, 'Group', left.id)?.resource.ref
  const other = findPresentOrPast(stores, 'Group', right.id)?.resource.ref
  if (one === undefined || other === undefined) return null

  const [here, there] = await Promise.all([
    lists.list(one, kind, left.asOf),
    lists.list(other, kind, right.asOf)
  ])
  const parts = split(here.refs, there.refs)
  const key = [lists.keyOf(one, kind, left.asOf), lists.keyOf(other, kind, right.asOf), part].join()
  const matching = await lists.matching(key, parts[part], search)
  return {
    counts: { left: parts.left.length, both: parts.both.length, right: parts.right.length },
    rows: stores.memberPages.rows([...matching.subarray(offset, offset + limit)]).map(personOf),
    matched: matching.length
  }
}

/** Both in order, each ref once. */
function split(here: Float64Array, there: Float64Array): Record<ComparedPart, Float64Array> {
  const left = new Float64Array(here.length)
  const both = new Float64Array(Math.min(here.length, there.length))
  const right = new Float64Array(there.length)
  const counts = { left: 0, both: 0, right: 0 }
  let a = 0
  let b = 0
  while (a < here.length || b < there.length) {
    const one = here[a] ?? Number.POSITIVE_INFINITY
    const other = there[b] ?? Number.POSITIVE_INFINITY
    if (one === other) both[counts.both++] = one
    else if (one < other) left[counts.left++] = one
    else right[counts.right++] = other
    if (one <= other) a++
    if (other <= one) b++
  }
  return {
    left: left.subarray(0, counts.left),
    both: both.subarray(0, counts.both),
    right: right.subarray(0, counts.right)
  }
}
