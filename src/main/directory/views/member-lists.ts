import { setImmediate } from 'node:timers/promises'
import type { MemberKind } from '../../../shared/directory-views'
import type { FormerPosition } from '../../store/member-pages'
import type { AsOf, Step } from '../../store/membership-graph'
import type { Stores } from '../../store/stores'
import { createKept } from './kept'
import { createRefSet, type RefSet } from './ref-set'

/** Members read in one slice: a few milliseconds, between which requests are answered. */
const RUN = 5_000
const MATCH_RUN = 2_000
const LISTS_KEPT = 8
const COUNTS_KEPT = 5_000
const ATTEMPTS = 3

/** Everybody in a group, as refs in order, with the groups they were looked for in. */
export interface MemberList {
  refs: Float64Array
  /** The group itself and, for effective members, the groups nested in it, with the way to each. */
  reached: Map<number, Step>
}

/**
 * Whole member lists, worked out once in slices and kept until one of their groups changes: pages, searches, counts and
 * comparisons of 100,000 members all start from one.
 */
export function createMemberLists({ graph, memberPages, changes }: Stores) {
  const keepList = createKept<MemberList>(LISTS_KEPT)
  const keepCount = createKept<number>(COUNTS_KEPT)
  const keepMatches = createKept<Float64Array>(LISTS_KEPT)

  const reachedFrom = (root: number, kind: MemberKind, asOf: AsOf): Map<number, Step> =>
    kind === 'effective' ? graph.nestedIn(root, asOf) : new Map([[root, { from: null, depth: 0 }]])

  async function read(root: number, kind: MemberKind, asOf: AsOf): Promise<MemberList> {
    for (let attempt = 1; ; attempt++) {
      const reached = reachedFrom(root, kind, asOf)
      const groups = [...reached.keys()]
      const before = graph.versionsOf(groups)
      const refs = await readMembers(groups, asOf)
      // A cycle does not make a group its own member.
      refs.delete(root)
      // Changed meanwhile: another reading, but not for ever.
      if (attempt === ATTEMPTS || graph.versionsOf(groups) === before)
        return { refs: refs.inOrder(), reached }
    }
  }

  async function readMembers(groups: number[], asOf: AsOf): Promise<RefSet> {
    const found = createRefSet()
    for (const group of groups)
      for await (const run of asOf === null ? runsOf(group, null) : runsAt(group, asOf))
        for (const ref of run) found.add(ref)
    return found
  }

  async function* runsOf(group: number, asOf: AsOf): AsyncGenerator<number[]> {
    for (let after = 0; ;) {
      const run = memberPages.run(group, after, RUN, asOf)
      yield run
      if (run.length < RUN) return
      after = run.at(-1)!
      await setImmediate()
    }
  }

  async function* runsAt(group: number, asOf: number): AsyncGenerator<number[]> {
    yield* runsOf(group, asOf)
    let after: FormerPosition = { removedAt: asOf, row: Number.MAX_SAFE_INTEGER }
    for (;;) {
      const run = memberPages.formerRun(group, after, RUN, asOf)
      yield run.map(({ ref }) => ref)
      const last = run.at(-1)
      if (!last || run.length < RUN) return
      after = last
      await setImmediate()
    }
  }

  const keyOf = (root: number, kind: MemberKind, asOf: AsOf) =>
    `${root} ${kind} ${asOf} ${graph.versionsOf([...reachedFrom(root, kind, asOf).keys()])}`

  const list = (root: number, kind: MemberKind, asOf: AsOf): Promise<MemberList> =>
    keepList(keyOf(root, kind, asOf), () => read(root, kind, asOf))

  return {
    list,

    /** @param directCount what is known already, and the answer as long as no group is nested */
    effectiveCount(root: number, directCount: number): Promise<number> {
      if (graph.groupsIn(root).length === 0) return Promise.resolve(directCount)
      return keepCount(
        keyOf(root, 'effective', null),
        async () => (await list(root, 'effective', null)).refs.length
      )
    },

    /** Those of the refs that a search leaves. @param key names the refs */
    matching(key: string, refs: Float64Array, search: string): Promise<Float64Array> {
      if (search === '') return Promise.resolve(refs)
      // Names may change without their groups: what was found holds until anything does.
      return keepMatches(JSON.stringify([key, search, changes.lastId()]), async () => {
        const found: number[] = []
        for (let at = 0; at < refs.length; at += MATCH_RUN) {
          for (const ref of memberPages.matching([...refs.subarray(at, at + MATCH_RUN)], search))
            found.push(ref)
          if (at + MATCH_RUN < refs.length) await setImmediate()
        }
        return new Float64Array(found)
      })
    },

    keyOf
  }
}
export type MemberLists = ReturnType<typeof createMemberLists>
