import type { ProvisioningEntry } from '../../shared/provisioning'
import * as requests from './entra-requests'
import type { UserRun } from './entra-users'
import { forgetManager, unlinkGroup, unlinkUser } from './links'
import { RunEnded } from './provisioner'

/** A user who was purged in the directory while still assigned: one DELETE. */
export async function deleteUser({ tenant, links, provisioner }: UserRun, objectId: string): Promise<void> {
  const targetId = links.users.get(objectId)
  if (targetId === undefined) return void tenant.purgedPeople.delete(objectId)
  const entry = entryOf('User', objectId, String(links.values.get(objectId)?.get('userName')), targetId)
  const verdict = await provisioner.ask(requests.deleteUser(targetId))
  if (!verdict.isSuccess) return provisioner.fail(entry, verdict)
  unlinkUser(links, objectId)
  forgetManager(links, targetId)
  tenant.purgedPeople.delete(objectId)
  provisioner.report({ ...entry, status: 'Success', code: null, detail: null })
}

/** A group that was deleted or unassigned: one DELETE, its members are left alone. */
export async function deleteGroup({ tenant, links, provisioner }: UserRun, objectId: string): Promise<void> {
  const targetId = links.groups.get(objectId)
  if (targetId === undefined) return void tenant.deletedGroups.delete(objectId)
  const entry = entryOf('Group', objectId, links.groupNames.get(objectId) ?? objectId, targetId)
  const verdict = await provisioner.ask(requests.deleteGroup(targetId))
  if (!verdict.isSuccess) return provisioner.fail(entry, verdict)
  unlinkGroup(links, objectId)
  tenant.deletedGroups.delete(objectId)
  provisioner.report({ ...entry, status: 'Success', code: null, detail: null })
}

const entryOf = (
  type: ProvisioningEntry['source']['type'],
  objectId: string,
  name: string,
  targetId: string
) => ({ action: 'Delete' as const, source: { type, objectId, name }, targetId, modified: [] })

/**
 * Accidental deletions: a cycle that would disable or delete more users than the administrator allowed does nothing.
 *
 * @throws RunEnded the job is quarantined
 */
export function refuseManyDeletions(
  { tenant, links }: Pick<UserRun, 'tenant' | 'links'>,
  changed: Set<string>,
  most: number | null
): void {
  if (most === null) return
  const leaves = (objectId: string): boolean => {
    const person = tenant.people.get(objectId)
    const isActive = links.values.get(objectId)?.get('active') === true
    return person !== undefined && isActive && !(person.isAssigned && person.isEnabled)
  }
  const purged = [...tenant.purgedPeople].filter(objectId => links.users.has(objectId))
  const count = [...changed].filter(leaves).length + purged.length
  if (count > most)
    throw new RunEnded('quarantined', `TooManyDeletes: ${count} users would be disabled or deleted.`)
}
