import type { Tenant } from './tenant'

/**
 * What the provisioning service remembers about a target: which object there belongs to which of its own, and what it believes
 * it has written. It never reads memberships back; drift stays unnoticed, as with Entra.
 */
export interface Links {
  users: Map<string, string>
  groups: Map<string, string>
  /** Values last written to a linked user, by mapped path. */
  values: Map<string, Map<string, string | boolean>>
  /** The id, at the target, of the manager whom a linked user has there. */
  managers: Map<string, string>
  groupNames: Map<string, string>
  members: Map<string, Set<string>>
}

export const noLinks = (): Links => ({
  users: new Map(),
  groups: new Map(),
  values: new Map(),
  managers: new Map(),
  groupNames: new Map(),
  members: new Map()
})

export function unlinkUser(links: Links, objectId: string) {
  links.users.delete(objectId)
  links.values.delete(objectId)
  links.managers.delete(objectId)
  for (const members of links.members.values()) members.delete(objectId)
}

/** After a DELETE the server has also cleared the manager of everybody who reported to that person. */
export function forgetManager(links: Links, managerTargetId: string) {
  for (const [person, manager] of links.managers)
    if (manager === managerTargetId) links.managers.delete(person)
}

/** Where a member is at the target: a person, or a group that is provisioned itself. */
export const targetOf = (links: Links, objectId: string): string | undefined =>
  links.users.get(objectId) ?? links.groups.get(objectId)

export function unlinkGroup(links: Links, objectId: string) {
  for (const members of links.members.values()) members.delete(objectId)
  links.groups.delete(objectId)
  links.groupNames.delete(objectId)
  links.members.delete(objectId)
}

/** What the target must hold once everything has been sent, spelled by names rather than ids. */
export interface ExpectedState {
  users: { id: string; values: Map<string, string | boolean>; managerId: string | null }[]
  groups: { id: string; displayName: string; memberIds: Set<string> }[]
}

export function expectedState(links: Links): ExpectedState {
  return {
    users: [...links.users].map(([objectId, id]) => ({
      id,
      values: links.values.get(objectId) ?? new Map(),
      managerId: links.managers.get(objectId) ?? null
    })),
    groups: [...links.groups].map(([objectId, id]) => ({
      id,
      displayName: links.groupNames.get(objectId) ?? '',
      memberIds: new Set(
        [...(links.members.get(objectId) ?? [])].flatMap(member => targetOf(links, member) ?? [])
      )
    }))
  }
}

/** Whether a later cycle still has something to send. */
export const hasPendingWork = (tenant: Tenant): boolean =>
  tenant.changedPeople.size +
    tenant.changedGroups.size +
    tenant.purgedPeople.size +
    tenant.deletedGroups.size >
  0
