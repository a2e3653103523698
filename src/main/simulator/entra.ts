import type { ProvisioningEntry } from '../../shared/provisioning'
import { syncGroup, type GroupRun } from './entra-groups'
import * as requests from './entra-requests'
import type { EntraDialect } from './entra-requests'
import { syncManager, syncUser, type UserRun } from './entra-users'
import { forgetManager, type Links, noLinks, unlinkGroup, unlinkUser } from './links'
import type { MappingName } from './mapping'
import { createProvisioner, type Provisioner, RunEnded, type RunHooks } from './provisioner'
import type { ScimClient } from './scim-client'
import type { Tenant } from './tenant'

export interface EntraOptions {
  dialect: EntraDialect
  mapping: MappingName
  /** Objects handled at the same time. */
  concurrency: number
  membersPerPatch: number
  hasGroups: boolean
  /** The attribute with matching precedence 1. */
  matching: 'userName' | 'externalId'
}
export const ENTRA_DEFAULTS: EntraOptions = {
  dialect: 'plain',
  mapping: 'default',
  concurrency: 8,
  membersPerPatch: 100,
  hasGroups: true,
  matching: 'userName'
}

export type CycleResult = { ended: 'complete' | 'stopped' | 'quarantined'; detail: string | null }

/** Probes repeat up to three times with fresh GUIDs at the start of an on-demand run (observed). */
const ON_DEMAND_PROBES = 2
/** Members of a group that can be picked on demand. */
const MOST_PICKED = 5

/**
 * Entra's provisioning service as a client. It keeps its links between cycles; every run begins with the connection test, never
 * lists, never reads members back (entra-protocol: notes for a simulator).
 */
export function createEntra(
  tenant: Tenant,
  client: ScimClient,
  hooks: RunHooks,
  options: EntraOptions = ENTRA_DEFAULTS
) {
  const links = noLinks()

  const run = async (
    work: (provisioner: Provisioner) => Promise<void>,
    concurrency = options.concurrency
  ): Promise<CycleResult> => {
    try {
      await work(createProvisioner(client, hooks, concurrency))
      return { ended: 'complete', detail: null }
    } catch (error) {
      if (error instanceof RunEnded) return { ended: error.why, detail: error.message }
      throw error
    }
  }

  async function testConnection(provisioner: Provisioner) {
    await provisioner.inPhase('Test connection', ['User', 'Group'], async kind => {
      if (kind === 'Group' && !options.hasGroups) return
      const guid = tenant.random.uuid()
      const probe =
        kind === 'User'
          ? requests.lookUpUser(options.matching, guid)
          : requests.lookUpGroup('displayName', guid)
      const verdict = await provisioner.ask(probe)
      if (!verdict.isSuccess && verdict.fate !== 'next-cycle')
        throw new RunEnded('quarantined', verdict.detail)
    })
  }

  /** Users first, then managers, then groups: a referenced id has always been answered before. */
  async function cycle(provisioner: Provisioner, people: Set<string>, groups: Set<string>) {
    await testConnection(provisioner)
    const users: UserRun = { provisioner, tenant, links, options, dialect: options.dialect }
    const groupRun: GroupRun = { ...users, membersPerPatch: options.membersPerPatch }
    await provisioner.inPhase('Users', people, objectId => syncUser(users, objectId))
    await provisioner.inPhase('Managers', people, objectId => syncManager(users, objectId))
    await provisioner.inPhase('Deleted users', [...tenant.purgedPeople], objectId =>
      deletePurged(provisioner, objectId)
    )
    if (!options.hasGroups) return
    await provisioner.inPhase('Groups', groups, objectId => syncGroup(groupRun, objectId))
    await provisioner.inPhase('Deleted groups', [...tenant.deletedGroups], objectId =>
      deleteGroup(provisioner, objectId)
    )
  }

  async function deletePurged(provisioner: Provisioner, objectId: string) {
    const targetId = links.users.get(objectId)
    if (targetId === undefined) {
      tenant.purgedPeople.delete(objectId)
      return
    }
    const source: ProvisioningEntry['source'] = { type: 'User', objectId, name: objectId }
    const verdict = await provisioner.ask(requests.deleteUser(targetId))
    if (!verdict.isSuccess)
      return provisioner.fail({ action: 'Delete', source, targetId, modified: [] }, verdict)
    unlinkUser(links, objectId)
    forgetManager(links, objectId)
    tenant.purgedPeople.delete(objectId)
    provisioner.report({
      action: 'Delete',
      status: 'Success',
      source,
      targetId,
      modified: [],
      code: null,
      detail: null
    })
  }

  async function deleteGroup(provisioner: Provisioner, objectId: string) {
    const targetId = links.groups.get(objectId)
    if (targetId === undefined) {
      tenant.deletedGroups.delete(objectId)
      return
    }
    const source: ProvisioningEntry['source'] = {
      type: 'Group',
      objectId,
      name: links.groupNames.get(objectId) ?? objectId
    }
    const verdict = await provisioner.ask(requests.deleteGroup(targetId))
    if (!verdict.isSuccess)
      return provisioner.fail({ action: 'Delete', source, targetId, modified: [] }, verdict)
    unlinkGroup(links, objectId)
    tenant.deletedGroups.delete(objectId)
    provisioner.report({
      action: 'Delete',
      status: 'Success',
      source,
      targetId,
      modified: [],
      code: null,
      detail: null
    })
  }

  return {
    links: links as Readonly<Links>,
    stepsPerCycle: options.hasGroups ? 6 : 4,
    testConnection: () => run(testConnection),
    /** Everybody and every group; objects that fail stay marked as changed and are tried in the next cycle. */
    initialCycle: () =>
      run(async provisioner => {
        for (const objectId of tenant.people.keys()) tenant.changedPeople.add(objectId)
        for (const objectId of tenant.groups.keys()) tenant.changedGroups.add(objectId)
        await cycle(provisioner, new Set(tenant.changedPeople), new Set(tenant.changedGroups))
      }),
    /** Only what has changed since the last cycle. */
    incrementalCycle: () =>
      run(provisioner => cycle(provisioner, new Set(tenant.changedPeople), new Set(tenant.changedGroups))),
    /** One person, or one group with at most five picked members; the flag never applies here. */
    provisionOnDemand: (picked: { person: string } | { group: string; members: string[] }) =>
      run(async provisioner => {
        const users: UserRun = { provisioner, tenant, links, options, dialect: 'plain' }
        const members = 'group' in picked ? picked.members.slice(0, MOST_PICKED) : []
        const probes = Array.from({ length: ON_DEMAND_PROBES }, () =>
          requests.lookUpUser('userName', tenant.random.uuid())
        )
        if ('group' in picked) probes.push(requests.lookUpGroup('displayName', tenant.random.uuid()))
        await provisioner.inPhase(
          'Test connection',
          probes,
          async probe => void (await provisioner.ask(probe))
        )
        await provisioner.inPhase('Provision on demand', [picked], async () => {
          if ('person' in picked) return syncUser(users, picked.person)
          for (const member of members) await syncUser(users, member)
          await syncGroup({ ...users, membersPerPatch: MOST_PICKED, only: new Set(members) }, picked.group)
        })
      }, 1)
  }
}
export type Entra = ReturnType<typeof createEntra>
