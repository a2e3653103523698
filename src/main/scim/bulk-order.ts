import type { BulkOperation } from './bulk'
import { referencesIn } from './bulk-references'

export type BulkStep =
  /** Run the operation. `heldBack` are bulkIds in its data that cannot exist yet, because resources refer to each other in a circle. */
  | { kind: 'run'; index: number; heldBack: ReadonlySet<string> }
  /** All of a circle exists: bring what was held back from the operation's resource. */
  | { kind: 'complete'; index: number; heldBack: ReadonlySet<string> }

/**
 * RFC 7644 §3.7.1, §3.7.2: the request's order, except that a POST runs before the first operation that refers to it. In a
 * circle the last one reached is created without its reference, which follows as soon as its target exists.
 */
export function orderBulk(
  operations: BulkOperation[],
  creators: ReadonlyMap<string, BulkOperation>
): BulkStep[] {
  const steps: BulkStep[] = []
  const state = new Map<BulkOperation, 'open' | 'done'>()
  const waiting: { operation: BulkOperation; heldBack: Set<string> }[] = []

  // Depth is bounded by the number of operations, MAX_BULK_OPERATIONS.
  function place(operation: BulkOperation): void {
    if (state.has(operation)) return
    state.set(operation, 'open')
    const heldBack = new Set<string>()
    for (const bulkId of referencesIn([operation.id, operation.data])) {
      const creator = creators.get(bulkId)
      if (creator === undefined || operation.problem !== null) continue
      if (state.get(creator) === 'open') heldBack.add(bulkId)
      else place(creator)
    }
    state.set(operation, 'done')
    steps.push({ kind: 'run', index: operation.index, heldBack })
    if (heldBack.size > 0) waiting.push({ operation, heldBack })
    completeWaiting()
  }

  function completeWaiting(): void {
    for (let at = waiting.length - 1; at >= 0; at--) {
      const entry = waiting[at]
      if (entry === undefined || [...entry.heldBack].some(isMissing)) continue
      waiting.splice(at, 1)
      steps.push({ kind: 'complete', index: entry.operation.index, heldBack: entry.heldBack })
    }
  }

  const isMissing = (bulkId: string) => {
    const creator = creators.get(bulkId)
    return creator !== undefined && state.get(creator) !== 'done'
  }

  for (const operation of operations) place(operation)
  return steps
}
