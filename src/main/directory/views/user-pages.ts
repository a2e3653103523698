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
/** A search that found more keeps the order of names: sorting would hold up the engine. */
const SORTED_AT_MOST = 50_000
const SEARCHES_KEPT = 4

interface Search {
  refs: number[]
  isOver: boolean
  over: Promise<void>
}

/**
 * Pages of users. Without a search they come straight from an index. A search goes through the names once, in slices; all
 * its pages are of that one, until anything changes.
 */
export function createUserPages({ userLists, userSearch, changes }: Stores) {
  const kept = new Map<string, Search>()

  function search(text: string, state: UserState): Search {
    const key = JSON.stringify([text, state, changes.lastId()])
    const known = kept.get(key)
    if (known) return known
    const refs = userSearch.atOnce(text, state)
    const begun: Search = { refs, isOver: false, over: Promise.resolve() }
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

  async function found({ search: text, ...order }: UserPageInput): Promise<Search> {
    const running = search(text, order.state)
    await Promise.race([running.over, setTimeout(PATIENCE_MS)])
    if (order.sort === 'displayName' && !order.isDescending) return running
    if (!running.isOver) return { ...running, refs: [] }
    return {
      ...running,
      refs: running.refs.length > SORTED_AT_MOST ? running.refs : userLists.sorted(running.refs, order)
    }
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
export type UserPages = ReturnType<typeof createUserPages>
