import type { DirectoryCounts } from '../../../shared/contract'
import type { Change } from '../../../shared/change'
import type { Registry } from '../../scim/model'
import type { Stores } from '../../store/stores'
import { groupDetail, groupPage } from './groups'
import { memberPage } from './members'
import { userDetail, userPage } from './users'

export interface ViewParts {
  stores: Stores
  registry: Registry
}

/** The directory as the console shows it. Reads only; `null` where there is no such resource and never was. */
export function createViews(parts: ViewParts) {
  const { stores } = parts

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
      page: (input: Parameters<typeof userPage>[1]) => userPage(stores, input),
      get: (id: string, baseUrl: string) => userDetail(parts, id, baseUrl)
    },
    groups: {
      page: (input: Parameters<typeof groupPage>[1]) => groupPage(stores, input),
      get: (id: string, baseUrl: string) => groupDetail(parts, id, baseUrl),
      members: (input: Parameters<typeof memberPage>[1]) => memberPage(stores, input)
    },

    /** Newest first; of a deleted resource too. */
    history(id: string, before: number | null, limit: number): Change[] {
      const ref = stores.resources.refOf(id) ?? stores.resources.findDeleted(id)?.ref
      return ref === undefined ? [] : stores.changes.byResource(ref, before, limit)
    },
    changesOf: (exchangeId: number): Change[] => stores.changes.byExchange(exchangeId)
  }
}
export type Views = ReturnType<typeof createViews>
