import { setImmediate, setTimeout } from 'node:timers/promises'
import type { UserPage } from '../../../shared/directory-views'
import type { Stores } from '../../store/stores'
import type { UserOrder, UserState } from '../../store/user-lists'

export interface UserPageInput extends UserOrder {
  search: string
  offset: number
  limit: number
}

/** What is found by then is answered; whoever asks again gets more. */
const PATIENCE_MS = 60
/** What a search found beyond this is sorted in the reading thread: here it would hold up the engine. */
const SORTED_HERE = 1_000
const SEARCHES_KEPT = 4

interface Search {
  /** In the order of names, but for what an index found: that comes first. */
  refs: number[]
  isOver: boolean
  over: Promise<void>
  /** All of it in other orders, as far as they were asked for. */
  sorted: Map<string, Sorted>
}

interface Sorted {
  refs: Float64Array | null
  over: Promise<void>
}

interface Found {
  refs: number[] | Float64Array
  isOver: boolean
}

const withPatience = (over: Promise<void>) => Promise.race([over, setTimeout(PATIENCE_MS)])

/**
 * Pages of users. Without a search they come straight from an index. A search goes through the names once, in slices; all
 * its pages are of that one, until anything changes.
 */
export function createUserPages({ userLists, userSearch, changes, reader }: Stores) {
  const kept = new Map<string, Search>()

  function search(text: string, state: UserState): Search {
    const key = JSON.stringify([text, state, changes.lastId()])
    const known = kept.get(key)
    if (known) return known
    const refs = userSearch.atOnce(text, state)
    const begun: Search = { refs, isOver: false, over: Promise.resolve(), sorted: new Map() }
    kept.set(key, begun)
    if (kept.size > SEARCHES_KEPT) kept.delete(kept.keys().next().value!)
    begun.over = goThrough(begun, text, state, () => kept.get(key) === begun)
    begun.over.catch(() => kept.delete(key))
    return begun
  }

  /** What an index has found already comes first and not twice. */
  async function goThrough(
    begun: Search,
    text: string,
    state: UserState,
    isWanted: () => boolean
  ): Promise<void> {
    const atOnce = new Set(begun.refs)
    let at = userSearch.start()
    for (;;) {
      const { refs, next } = userSearch.step(text, state, at)
      for (const ref of refs) if (!atOnce.has(ref)) begun.refs.push(ref)
      if (next === null) break
      at = next
      await setImmediate()
      if (!isWanted()) break
    }
    begun.isOver = true
  }

  /** What has been found by now. In another order than that of names: nothing until all has been found and sorted. */
  async function found({ search: text, ...order }: UserPageInput): Promise<Found> {
    const running = search(text, order.state)
    await withPatience(running.over)
    if (order.sort === 'displayName' && !order.isDescending) return running
    if (!running.isOver) return { refs: [], isOver: false }
    const sorted = sortedOnce(running, order)
    await withPatience(sorted.over)
    return { refs: sorted.refs ?? [], isOver: sorted.refs !== null }
  }

  function sortedOnce({ refs, sorted }: Search, order: UserOrder): Sorted {
    const key = `${order.sort} ${order.isDescending}`
    const known = sorted.get(key)
    if (known) return known
    const found = Float64Array.from(refs)
    const begun: Sorted =
      found.length <= SORTED_HERE
        ? { refs: userLists.sorted(found, order), over: Promise.resolve() }
        : { refs: null, over: reader.run('sortUsers', found, order).then(all => void (begun.refs = all)) }
    sorted.set(key, begun)
    begun.over.catch(() => sorted.delete(key))
    return begun
  }

  return {
    async page(input: UserPageInput): Promise<UserPage> {
      const { offset, limit } = input
      if (input.search === '') {
        const rows = userLists.rows(userLists.refs(input, offset, limit))
        return { rows, matched: userLists.count(input.state), isSearching: false }
      }
      const { refs, isOver } = await found(input)
      return {
        rows: userLists.rows(refs.slice(offset, offset + limit)),
        matched: refs.length,
        isSearching: !isOver
      }
    },

    /** All that a search and a state leave, in the order of names: for exports. */
    async refsOf(text: string, state: UserState): Promise<number[]> {
      const running = search(text, state)
      await running.over
      return running.refs
    }
  }
}
