import type { ProvisioningEntry } from '../../shared/provisioning'
import * as requests from './entra-requests'
import type { UserRun } from './entra-users'
import { targetOf, unlinkGroup } from './links'
import { asObject } from './mapping'
import type { Verdict } from './judge'
import type { TenantGroup } from './tenant'

export interface GroupRun extends UserRun {
  membersPerPatch: number
  /** Provision on demand: only these people are considered as members. */
  only?: Set<string>
}

/** One group of a cycle: match or create, rename, then memberships in batches. Members who are not provisioned are left out. */
export async function syncGroup(run: GroupRun, objectId: string): Promise<void> {
  const group = run.tenant.groups.get(objectId)
  if (!group) return
  const targetId = run.links.groups.get(objectId) ?? (await matchOrCreate(run, group))
  if (targetId === null) return
  const isDone = (await rename(run, group, targetId)) && (await syncMembers(run, group, targetId))
  if (isDone && !run.only) run.tenant.changedGroups.delete(objectId)
}

async function matchOrCreate(run: GroupRun, group: TenantGroup): Promise<string | null> {
  const found = await run.provisioner.ask(requests.lookUpGroup('displayName', group.displayName))
  if (!found.isSuccess) {
    run.provisioner.fail(entryOf(group, 'Other', null), found)
    return null
  }
  const hits = Array.isArray(found.body.Resources) ? found.body.Resources.map(asObject) : []
  const hit = hits[0]
  if (hit && typeof hit.id === 'string') return link(run, group, hit.id)
  const created = await run.provisioner.ask(requests.createGroup(group.displayName, group.objectId))
  if (!created.isSuccess) {
    run.provisioner.fail(entryOf(group, 'Create', null), created)
    return null
  }
  succeed(run, group, 'Create', String(created.body.id), [
    { property: 'displayName', value: group.displayName }
  ])
  return link(run, group, String(created.body.id))
}

function link(run: GroupRun, group: TenantGroup, targetId: string): string {
  run.links.groups.set(group.objectId, targetId)
  run.links.groupNames.set(group.objectId, group.displayName)
  run.links.members.set(group.objectId, new Set())
  return targetId
}

async function rename(run: GroupRun, group: TenantGroup, targetId: string): Promise<boolean> {
  if (run.links.groupNames.get(group.objectId) === group.displayName) return true
  const verdict = await run.provisioner.ask(requests.renameGroup(targetId, group.displayName, run.dialect))
  if (!verdict.isSuccess) return failed(run, group, targetId, verdict)
  run.links.groupNames.set(group.objectId, group.displayName)
  succeed(run, group, 'Update', targetId, [{ property: 'displayName', value: group.displayName }])
  return true
}

async function syncMembers(run: GroupRun, group: TenantGroup, targetId: string): Promise<boolean> {
  const written = run.links.members.get(group.objectId) ?? new Set()
  const isPicked = (objectId: string) => run.only === undefined || run.only.has(objectId)
  const provisioned = (objectId: string) => targetOf(run.links, objectId) !== undefined
  const added = [...group.members].filter(id => isPicked(id) && provisioned(id) && !written.has(id))
  const removed = [...written].filter(id => isPicked(id) && provisioned(id) && !group.members.has(id))
  const { changedPeople, changedGroups } = run.tenant
  const left = [...group.members].some(
    id => !provisioned(id) && (changedPeople.has(id) || changedGroups.has(id))
  )

  for (const batch of batches(added, run.membersPerPatch)) {
    const check = await checkLone(run, targetId, batch)
    if (check !== null && !check.isSuccess) return failed(run, group, targetId, check, true)
    if (check !== null && Number(check.body.totalResults) > 0) {
      for (const id of batch) written.add(id)
      continue
    }
    const verdict = await run.provisioner.ask(requests.addMembers(targetId, targets(run, batch), run.dialect))
    if (!verdict.isSuccess) return failed(run, group, targetId, verdict, true)
    for (const id of batch) written.add(id)
    succeed(run, group, 'Update', targetId, [{ property: 'members', value: `added ${batch.length}` }], true)
  }
  for (const batch of batches(removed, run.membersPerPatch)) {
    const verdict = await run.provisioner.ask(
      requests.removeMembers(targetId, targets(run, batch), run.dialect)
    )
    if (!verdict.isSuccess) return failed(run, group, targetId, verdict, true)
    for (const id of batch) written.delete(id)
    succeed(run, group, 'Update', targetId, [{ property: 'members', value: `removed ${batch.length}` }], true)
  }
  run.links.members.set(group.objectId, written)
  return !left
}

/** The reference check. Recorded before a member is added by itself, never before several in one request. */
async function checkLone(run: GroupRun, targetId: string, batch: string[]): Promise<Verdict | null> {
  const [member] = targets(run, batch)
  if (batch.length > 1 || member === undefined) return null
  return run.provisioner.ask(requests.checkMember(targetId, member))
}

const targets = (run: GroupRun, objectIds: string[]) => objectIds.map(id => targetOf(run.links, id)!)

function* batches<T>(items: T[], size: number): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size)
}

function failed(
  run: GroupRun,
  group: TenantGroup,
  targetId: string,
  verdict: Extract<Verdict, { isSuccess: false }>,
  isReference = false
): false {
  if (verdict.fate === 'lost') unlinkGroup(run.links, group.objectId)
  run.provisioner.fail(entryOf(group, 'Update', targetId), verdict, isReference)
  return false
}

function entryOf(group: TenantGroup, action: ProvisioningEntry['action'], targetId: string | null) {
  return {
    action,
    source: { type: 'Group' as const, objectId: group.objectId, name: group.displayName },
    targetId,
    modified: []
  }
}

function succeed(
  run: GroupRun,
  group: TenantGroup,
  action: ProvisioningEntry['action'],
  targetId: string,
  modified: ProvisioningEntry['modified'],
  isReference = false
) {
  const entry = { ...entryOf(group, action, targetId), modified, code: null, detail: null }
  run.provisioner.report({ ...entry, status: 'Success' }, isReference)
}
