import type { Change } from '../../shared/change'
import type {
  DirectoryCounts,
  GroupDetail,
  GroupRow,
  MemberRow,
  UserDetail,
  UserRow
} from '../../shared/contract'
import { GROUP_SCHEMA, type Named, USER_SCHEMA } from '../../shared/scim'
import type { Registry, ResourceModel } from '../scim/model'
import { parseProjection } from '../scim/project'
import { renderResource } from '../scim/render'
import type { DeletedResource, StoredResource } from '../store/resources'
import type { Stores } from '../store/stores'
import { createViewStore, type GroupSort, type UserSort } from '../store/views'
import { answer, named } from './answer'
import { type Reached, walk } from './paths'

interface Page<Sort> {
  search: string
  offset: number
  limit: number
  sort: Sort
  isDescending: boolean
}

export interface MembersQuery {
  id: string
  kind: 'direct' | 'effective'
  asOf: number | null
  search: string
  offset: number
  limit: number
}

/** The directory as the console shows it. `null`: there is no such resource, and never was; deleted ones are still shown. */
export function createViews({ stores, registry }: { stores: Stores; registry: Registry }) {
  const { resources, changes } = stores
  const lists = createViewStore(stores.db)

  const namesOf = (refs: number[]): Named[] => resources.namesOf(refs).map(named)
  const groupsBelow = (ref: number, asOf: number | null = null): Reached[] =>
    walk(ref, refs => lists.nestedIn(refs, asOf).map(one => ({ from: one.parent, ref: one.ref })))
  const groupsAbove = (ref: number): Reached[] =>
    walk(ref, refs => lists.listing(refs).map(one => ({ from: one.child, ref: one.ref })))
  const withNested = (ref: number, asOf: number | null = null): Reached[] => [
    { ref, via: [] },
    ...groupsBelow(ref, asOf).filter(reached => reached.ref !== ref)
  ]

  function counts(): DirectoryCounts {
    const of = (type: string) =>
      resources.counts().find(one => one.type === type) ?? { total: 0, disabled: 0 }
    const users = of('User')
    return { users: users.total, activeUsers: users.total - users.disabled, groups: of('Group').total }
  }

  function effectiveCount(ref: number): number {
    const groups = withNested(ref).map(reached => reached.ref)
    return lists.members(groups, { isWithGroups: false, asOf: null, search: '', offset: 0, limit: 0 }).total
  }

  /** The row of a resource of the type with this core schema, or what is left of a deleted one. */
  function find(schema: string, id: string): Found | null {
    const model = registry.models.find(one => one.core.id === schema)
    if (!model) return null
    const stored = resources.find(model.type.name, id)
    if (stored) return { model, stored, deleted: null }
    const deleted = resources.findDeleted(id)
    return deleted?.type === model.type.name ? { model, stored: deleted, deleted } : null
  }

  function resourceOf({ model, stored, deleted }: Found, baseUrl: string) {
    if (deleted) return renderResource(model, stored, { baseUrl })
    const excludedAttributes = model.core.id === GROUP_SCHEMA ? ['members'] : null
    const projection = parseProjection([model], { attributes: null, excludedAttributes })
    return answer(stores, model, stored, baseUrl, projection)
  }

  function cyclesOf(ref: number): Named[][] {
    const below = groupsBelow(ref)
    if (!below.some(reached => reached.ref === ref)) return []
    const closing = new Set(lists.listing([ref]).map(one => one.ref))
    const own = closing.has(ref) ? [namesOf([ref, ref])] : []
    const others = below.filter(one => one.ref !== ref && closing.has(one.ref))
    return [...own, ...others.map(({ via, ref: last }) => namesOf([ref, ...via, last, ref]))]
  }

  const history = (id: string, before: number | null, limit: number): Change[] => {
    const ref = resources.refOf(id) ?? resources.findDeleted(id)?.ref
    return ref === undefined ? [] : changes.byResource(ref, before, limit)
  }

  return {
    counts,
    history,

    users: {
      page(page: Page<UserSort> & { state: 'all' | 'active' | 'disabled' }): {
        rows: UserRow[]
        matched: number
      } {
        const { rows, matched } = lists.users(page)
        return { rows: rows.map(({ active, ...row }) => ({ ...row, isActive: active !== 0 })), matched }
      },

      get(id: string, baseUrl: string): UserDetail | null {
        const found = find(USER_SCHEMA, id)
        if (!found) return null
        const { stored, deleted } = found
        const { managerId } = deleted ? { managerId: null } : found.stored
        const manager = managerId === null ? null : resources.findName(managerId)
        return {
          id,
          resource: resourceOf(found, baseUrl),
          setBy: changes.setBy(stored.ref),
          // Found from the user upwards; shown from the group downwards.
          groups: groupsAbove(stored.ref).flatMap(({ ref, via }) => {
            const [group, ...between] = namesOf([ref, ...via.toReversed()])
            return group ? [{ group, isDirect: via.length === 0, via: between }] : []
          }),
          manager: manager && named(manager),
          reports: deleted ? [] : resources.reportsOf(id).map(named),
          deleted: deletionOf(deleted)
        }
      }
    },

    groups: {
      page(page: Page<GroupSort>): { rows: GroupRow[]; matched: number } {
        const { rows, matched } = lists.groups(page)
        return {
          rows: rows.map(({ ref, ...row }) => ({ ...row, effectiveCount: effectiveCount(ref) })),
          matched
        }
      },

      get(id: string, baseUrl: string): GroupDetail | null {
        const found = find(GROUP_SCHEMA, id)
        if (!found) return null
        const { ref } = found.stored
        return {
          id,
          resource: resourceOf(found, baseUrl),
          setBy: changes.setBy(ref),
          directCount: found.deleted ? 0 : found.stored.memberCount,
          effectiveCount: effectiveCount(ref),
          cycles: cyclesOf(ref),
          deleted: deletionOf(found.deleted)
        }
      },

      /** Direct: whoever is listed. Effective: every person, through nested groups too, each once and by the shortest way. */
      members({
        id,
        kind,
        ...query
      }: MembersQuery): { rows: MemberRow[]; matched: number; total: number } | null {
        const found = find(GROUP_SCHEMA, id)
        if (!found) return null
        const { ref } = found.stored
        const reached = kind === 'direct' ? [{ ref, via: [] }] : withNested(ref, query.asOf)
        const page = lists.members(
          reached.map(one => one.ref),
          { ...query, isWithGroups: kind === 'direct' }
        )
        const rows = page.rows.map(({ type, id, name, userName, active, nearest, addedAt, addedBy }) => {
          const through = reached[nearest]
          return {
            member: { type, id, name },
            userName,
            isActive: type === 'User' ? active !== 0 : null,
            isDirect: nearest === 0,
            via: nearest === 0 || !through ? [] : namesOf([...through.via, through.ref]),
            addedAt,
            addedBy
          }
        })
        return { ...page, rows }
      }
    }
  }
}
export type Views = ReturnType<typeof createViews>

type Found =
  | { model: ResourceModel; stored: StoredResource; deleted: null }
  | { model: ResourceModel; stored: DeletedResource; deleted: DeletedResource }

const deletionOf = (deleted: DeletedResource | null): UserDetail['deleted'] =>
  deleted && { at: deleted.deletedAt, exchangeId: deleted.deletedBy }
