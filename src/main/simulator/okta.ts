import type { JsonObject } from '../../shared/scim'
import type { CycleResult } from './entra'
import { type Links, noLinks, unlinkGroup, unlinkUser } from './links'
import { asObject, differences } from './mapping'
import { entryOf, groupEntry, succeed, valuesOf } from './okta-entries'
import * as requests from './okta-requests'
import type { Person } from './people'
import { probe } from './probe'
import { createProvisioner, type Provisioner, RunEnded, type RunHooks } from './provisioner'
import type { ScimClient } from './scim-client'
import type { Tenant, TenantGroup } from './tenant'

/** Okta's custom SCIM integration with Group Push as a client: PUT for updates, disabling instead of deleting users. */
export function createOkta(
  tenant: Tenant,
  client: ScimClient,
  hooks: RunHooks,
  options: { concurrency: number }
) {
  const links = noLinks()
  /** Groups whose name could not be sent again. */
  const nameOwed = new Set<string>()

  async function testConnection(provisioner: Provisioner) {
    const questions = [requests.probeUsers, requests.probeGroups]
    await provisioner.inPhase('Test connection', questions, question => probe(provisioner, () => question))
  }

  async function syncUser(provisioner: Provisioner, objectId: string) {
    const person = tenant.people.get(objectId)
    if (!person) return
    const linked = links.users.get(objectId)
    if (linked !== undefined) {
      const read = await provisioner.ask(requests.readUser(linked))
      if (read.isSuccess) return replace(provisioner, person, linked, read.body)
      if (read.fate === 'lost') unlinkUser(links, objectId)
      return provisioner.fail(entryOf(person, 'Update', linked), read)
    }
    if (!person.isAssigned || !person.isEnabled) {
      tenant.changedPeople.delete(objectId)
      return
    }
    const found = await provisioner.ask(requests.lookUpUser(person.userPrincipalName))
    if (!found.isSuccess) return provisioner.fail(entryOf(person, 'Other', null), found)
    const hit = asObject((found.body.Resources as JsonObject[] | undefined)?.[0])
    if (typeof hit.id === 'string') {
      links.users.set(objectId, hit.id)
      return replace(provisioner, person, hit.id, hit)
    }
    const created = await provisioner.ask(requests.createUser(person))
    if (!created.isSuccess) return provisioner.fail(entryOf(person, 'Create', null), created)
    links.users.set(objectId, String(created.body.id))
    settle(person)
    succeed(provisioner, person, 'Create', String(created.body.id), valuesOf(person))
  }

  async function replace(provisioner: Provisioner, person: Person, targetId: string, read: JsonObject) {
    const found = differences(valuesOf(person), read)
    if (found.length === 0) return settle(person)
    const verdict = await provisioner.ask(requests.replaceUser(targetId, person, read))
    const action = found.some(({ path, value }) => path === 'active' && value === false)
      ? 'Disable'
      : 'Update'
    if (!verdict.isSuccess) return provisioner.fail(entryOf(person, action, targetId), verdict)
    settle(person)
    succeed(provisioner, person, action, targetId, found)
  }

  function settle(person: Person) {
    links.values.set(person.objectId, new Map(valuesOf(person).map(({ path, value }) => [path, value])))
    tenant.changedPeople.delete(person.objectId)
  }

  async function syncGroup(provisioner: Provisioner, objectId: string) {
    const group = tenant.groups.get(objectId)
    if (!group) return
    const targetId = links.groups.get(objectId) ?? (await matchOrCreate(provisioner, group))
    if (targetId === null) return
    const written = links.members.get(objectId)!
    const added = [...group.members].filter(id => links.users.has(id) && !written.has(id))
    const removed = [...written].filter(id => links.users.has(id) && !group.members.has(id))
    const isRenamed = links.groupNames.get(objectId) !== group.displayName
    if (added.length + removed.length === 0 && !isRenamed && !nameOwed.has(objectId))
      return void tenant.changedGroups.delete(objectId)

    if (added.length + removed.length > 0) {
      const pushed = await provisioner.ask(
        requests.pushMembers(
          targetId,
          added.map(id => ({
            id: links.users.get(id)!,
            userName: tenant.people.get(id)?.userPrincipalName ?? id
          })),
          removed.map(id => links.users.get(id)!)
        )
      )
      if (!pushed.isSuccess) return failGroup(provisioner, group, targetId, pushed)
      for (const id of added) written.add(id)
      for (const id of removed) written.delete(id)
    }
    // The name is sent again after every change of members (okta-lifecycle.jsonl).
    const named = await provisioner.ask(requests.pushName(targetId, group.displayName))
    if (!named.isSuccess) {
      nameOwed.add(objectId)
      return failGroup(provisioner, group, targetId, named)
    }
    nameOwed.delete(objectId)
    links.groupNames.set(objectId, group.displayName)
    tenant.changedGroups.delete(objectId)
    provisioner.report({
      ...groupEntry(group, 'Update', targetId),
      status: 'Success',
      modified: [{ property: 'members', value: `added ${added.length}, removed ${removed.length}` }],
      code: null,
      detail: null
    })
  }

  async function matchOrCreate(provisioner: Provisioner, group: TenantGroup): Promise<string | null> {
    const found = await provisioner.ask(requests.lookUpGroup(group.displayName))
    if (!found.isSuccess) {
      provisioner.fail(groupEntry(group, 'Other', null), found)
      return null
    }
    const hit = asObject((found.body.Resources as JsonObject[] | undefined)?.[0])
    let targetId = typeof hit.id === 'string' ? hit.id : null
    if (targetId === null) {
      const created = await provisioner.ask(requests.createGroup(group.displayName))
      if (!created.isSuccess) {
        provisioner.fail(groupEntry(group, 'Create', null), created)
        return null
      }
      targetId = String(created.body.id)
    }
    links.groups.set(group.objectId, targetId)
    links.groupNames.set(group.objectId, group.displayName)
    links.members.set(group.objectId, new Set())
    return targetId
  }

  function failGroup(
    provisioner: Provisioner,
    group: TenantGroup,
    targetId: string,
    verdict: Parameters<Provisioner['fail']>[1]
  ) {
    if (verdict.fate === 'lost') unlinkGroup(links, group.objectId)
    provisioner.fail(groupEntry(group, 'Update', targetId), verdict)
  }

  async function deleteGroup(provisioner: Provisioner, objectId: string) {
    const targetId = links.groups.get(objectId)
    const verdict = targetId === undefined ? null : await provisioner.ask(requests.deleteGroup(targetId))
    if (verdict && !verdict.isSuccess) return
    unlinkGroup(links, objectId)
    tenant.deletedGroups.delete(objectId)
  }

  async function disableGone(provisioner: Provisioner, objectId: string) {
    const targetId = links.users.get(objectId)
    if (targetId === undefined) return void tenant.purgedPeople.delete(objectId)
    const entry = {
      action: 'Disable' as const,
      source: {
        type: 'User' as const,
        objectId,
        name: String(links.values.get(objectId)?.get('userName') ?? objectId)
      },
      targetId,
      modified: [{ property: 'active', value: 'false' }]
    }
    const read = await provisioner.ask(requests.readUser(targetId))
    if (!read.isSuccess) return provisioner.fail(entry, read)
    const verdict = await provisioner.ask(requests.disableUser(targetId, read.body))
    if (!verdict.isSuccess) return provisioner.fail(entry, verdict)
    links.values.get(objectId)?.set('active', false)
    tenant.purgedPeople.delete(objectId)
    provisioner.report({ ...entry, status: 'Success', code: null, detail: null })
  }

  async function cycle(provisioner: Provisioner): Promise<void> {
    await testConnection(provisioner)
    await provisioner.inPhase('Users', tenant.changedPeople, objectId => syncUser(provisioner, objectId))
    await provisioner.inPhase('Deleted users', tenant.purgedPeople, objectId =>
      disableGone(provisioner, objectId)
    )
    await provisioner.inPhase('Groups', tenant.changedGroups, objectId => syncGroup(provisioner, objectId))
    await provisioner.inPhase('Deleted groups', tenant.deletedGroups, objectId =>
      deleteGroup(provisioner, objectId)
    )
  }

  const run = async (prepare: () => void): Promise<CycleResult> => {
    try {
      prepare()
      await cycle(createProvisioner(client, hooks, options.concurrency))
      return { ended: 'complete', detail: null }
    } catch (error) {
      if (error instanceof RunEnded) return { ended: error.why, detail: error.message }
      throw error
    }
  }

  return {
    links: links as Readonly<Links>,
    stepsPerCycle: 5,
    initialCycle: () =>
      run(() => {
        for (const objectId of tenant.people.keys()) tenant.changedPeople.add(objectId)
        for (const objectId of tenant.groups.keys()) tenant.changedGroups.add(objectId)
      }),
    incrementalCycle: () => run(() => {})
  }
}
