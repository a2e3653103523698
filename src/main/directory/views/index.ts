import type { Change } from '../../../shared/change'
import type { DirectoryCounts } from '../../../shared/directory-views'
import type { Registry } from '../../scim/model'
import type { Stores } from '../../store/stores'
import { compareGroups, type CompareInput } from './compare'
import { groupGraph, membershipPaths } from './group-graph'
import { groupDetail, groupPage } from './groups'
import { createMemberLists } from './member-lists'
import { memberPage, membershipMoments } from './members'
import { createUserPages } from './user-pages'
import { userDetail } from './users'

export interface ViewParts {
  stores: Stores
  registry: Registry
}

/** The directory as the console shows it. Reads only; `null` where there is no such resource and never was. */
export function createViews(parts: ViewParts) {
  const { stores } = parts
  const lists = createMemberLists(stores)
  const userPages = createUserPages(stores)

  return {
    counts(): DirectoryCounts {
      const byType = new Map(stores.resources.counts().map(row => [row.type, row]))
      const users = byType.get('User')
      const total = users?.total ?? 0
      return {
        users: total,
        activeUsers: total - (users?.disabled ?? 0),
        groups: byType.get('Group')?.total ?? 0
      }
    },
    users: {
      page: userPages.page,
      /** All that a search and a state leave, in the order of names. */
      refs: userPages.refsOf,
      get: (id: string, baseUrl: string) => userDetail(parts, id, baseUrl)
    },
    groups: {
      page: (input: Parameters<typeof groupPage>[2]) => groupPage(stores, lists, input),
      get: (id: string, baseUrl: string) => groupDetail(parts, lists, id, baseUrl),
      members: (input: Parameters<typeof memberPage>[2]) => memberPage(stores, lists, input),
      effectiveCount: lists.effectiveCount,
      moments: (input: Parameters<typeof membershipMoments>[1]) => membershipMoments(stores, input),
      compare: (input: CompareInput) => compareGroups(stores, lists, input),
      graph: (id: string) => groupGraph(stores, id),
      paths: (id: string, memberId: string) => membershipPaths(stores, id, memberId)
    },

    /** Newest first; of a deleted resource too. */
    history(id: string, before: number | null, limit: number): Change[] {
      const ref = stores.resources.refOf(id) ?? stores.resources.findDeleted(id)?.ref
      return ref === undefined ? [] : stores.changes.byResource(ref, before, limit)
    },
    changesOf: (exchangeId: number): Change[] => stores.changes.byExchange(exchangeId),
    /** Whether an id is somebody's now. */
    isKnown: (id: string): boolean => stores.resources.refOf(id) !== null
  }
}
export type Views = ReturnType<typeof createViews>
