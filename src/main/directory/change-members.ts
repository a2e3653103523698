import type { MembersChange } from '../../shared/change'
import { MEMBERS_NAMED } from '../../shared/change'
import type { MemberOperation } from '../scim/patch/operation'
import { memberFilterToSql } from '../store/filter-to-sql'
import type { Stamp } from '../store/members'
import type { Stores } from '../store/stores'
import { refsOf, type KnownMembers } from './known-members'
import { requireKnownMembers } from './requirements'

/** What a sequence of member operations came to in the end: refs of those that are in now and were not before, and the reverse. */
export interface MembersDifference {
  added: Set<number>
  removed: Set<number>
}

/**
 * Applies the operations in their order. Adding a present member or removing an absent one has no effect.
 *
 * @throws ScimError 400 for an id that is nobody's; the caller's savepoint undoes what was done before it
 */
export function changeMembers(
  stores: Stores,
  groupRef: number,
  operations: MemberOperation[],
  stamp: Stamp,
  baseUrl: string,
  known: KnownMembers | null
): MembersDifference {
  const { members } = stores
  const added = new Set<number>()
  const removed = new Set<number>()
  const add = (refs: number[]) => {
    if (refs.length === 0) return
    for (const ref of members.add(groupRef, refs, stamp)) if (!removed.delete(ref)) added.add(ref)
  }
  const present = (ids: string[]) => refsOf(stores, ids, known)
  const required = (ids: string[]) => requireKnownMembers(ids, present(ids))
  const without = (refs: number[]) => {
    for (const ref of refs) if (!added.delete(ref)) removed.add(ref)
  }

  for (const operation of operations) {
    switch (operation.op) {
      case 'add':
        add(required(operation.ids))
        break
      case 'replace': {
        const refs = required(operation.ids)
        without(members.keepOnly(groupRef, refs, stamp))
        add(refs)
        break
      }
      case 'remove':
        without(
          members.remove(
            groupRef,
            present(operation.ids).filter(ref => ref !== null),
            stamp
          )
        )
        break
      case 'remove-all':
        without(members.removeAll(groupRef, stamp))
        break
      case 'remove-where':
        without(members.removeWhere(groupRef, memberFilterToSql(operation.filter, baseUrl), stamp))
        break
    }
  }
  return { added, removed }
}

export const isEmpty = ({ added, removed }: MembersDifference): boolean =>
  added.size === 0 && removed.size === 0

/** The first names of each, and how many there are. Null when nothing changed. */
export function toMembersChange({ resources }: Stores, difference: MembersDifference): MembersChange | null {
  if (isEmpty(difference)) return null
  const named = (refs: Set<number>) => resources.namesOf([...refs].slice(0, MEMBERS_NAMED))
  return {
    added: named(difference.added),
    addedCount: difference.added.size,
    removed: named(difference.removed),
    removedCount: difference.removed.size
  }
}
