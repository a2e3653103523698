import { deleteGroup, deleteUser, refuseManyDeletions } from './entra-deletions'
import { syncGroup, type GroupRun } from './entra-groups'
import * as requests from './entra-requests'
import type { EntraDialect } from './entra-requests'
import { syncManager } from './entra-managers'
import { syncUser, type UserRun } from './entra-users'
import { createJob } from './job'
import { type Links, noLinks } from './links'
import type { MappingName } from './mapping'
import { probe } from './probe'
import { createProvisioner, type Provisioner, RunEnded, type RunHooks, type Watch } from './provisioner'
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
  /** Accidental deletions: more disabled and deleted users than this in one cycle quarantine the job; null: no such line. */
  mostDeletions: number | null
}
export const ENTRA_DEFAULTS: EntraOptions = {
  dialect: 'plain',
  mapping: 'default',
  concurrency: 8,
  membersPerPatch: 100,
  hasGroups: true,
  matching: 'userName',
  mostDeletions: null
}

/** `failed`: the connection test got no answer; the next cycle tries again. */
export type CycleResult = {
  ended: 'complete' | 'stopped' | 'quarantined' | 'failed'
  detail: string | null
}

/** Probes repeat up to three times with fresh GUIDs at the start of an on-demand run (observed). */
const ON_DEMAND_PROBES = 2
const DISABLED = 'The job was in quarantine for four weeks and is disabled.'
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
  const job = createJob()
  const watch: Watch = {
    onOutcome: ({ status }, isReference) => job.count(status, isReference),
    onEscrow(source) {
      job.putInEscrow(source)
      const changed = source.type === 'User' ? tenant.changedPeople : tenant.changedGroups
      changed.delete(source.objectId)
    }
  }

  const run = async (
    work: (provisioner: Provisioner) => Promise<void>,
    concurrency = options.concurrency
  ): Promise<CycleResult> => {
    try {
      await work(createProvisioner(client, hooks, concurrency, watch))
      return { ended: 'complete', detail: null }
    } catch (error) {
      if (error instanceof RunEnded) return { ended: error.why, detail: error.message }
      throw error
    }
  }

  /** A cycle as the job sees it: what waited in escrow long enough joins, and how it ends decides about quarantine. */
  const runCycle = async (): Promise<CycleResult> => {
    if (job.isDisabled()) return { ended: 'quarantined', detail: DISABLED }
    for (const { type, objectId } of job.begin()) {
      if (type === 'User' && tenant.people.has(objectId)) tenant.changedPeople.add(objectId)
      if (type === 'Group' && tenant.groups.has(objectId)) tenant.changedGroups.add(objectId)
    }
    const result = await run(provisioner =>
      cycle(provisioner, new Set(tenant.changedPeople), new Set(tenant.changedGroups))
    )
    if (result.ended === 'complete') job.complete()
    if (result.ended === 'quarantined') job.quarantine()
    return result
  }

  const notInEscrow = (type: 'User' | 'Group', objectIds: Set<string>) =>
    [...objectIds].filter(objectId => !job.isInEscrow({ type, objectId }))

  const probeOf = (kind: 'User' | 'Group') =>
    kind === 'User'
      ? requests.lookUpUser(options.matching, tenant.random.uuid())
      : requests.lookUpGroup('displayName', tenant.random.uuid())

  async function testConnection(provisioner: Provisioner) {
    await provisioner.inPhase('Test connection', ['User', 'Group'] as const, async kind => {
      if (kind === 'Group' && !options.hasGroups) return
      await probe(provisioner, () => probeOf(kind))
    })
  }

  /** Users first, then managers, then groups: a referenced id has always been answered before. */
  async function cycle(provisioner: Provisioner, people: Set<string>, groups: Set<string>) {
    await testConnection(provisioner)
    refuseManyDeletions({ tenant, links }, people, options.mostDeletions)
    const users: UserRun = { provisioner, tenant, links, options, dialect: options.dialect }
    const groupRun: GroupRun = { ...users, membersPerPatch: options.membersPerPatch }
    await provisioner.inPhase('Users', people, objectId => syncUser(users, objectId))
    await provisioner.inPhase('Managers', people, objectId => syncManager(users, objectId))
    await provisioner.inPhase('Deleted users', notInEscrow('User', tenant.purgedPeople), objectId =>
      deleteUser(users, objectId)
    )
    if (!options.hasGroups) return
    await provisioner.inPhase('Groups', groups, objectId => syncGroup(groupRun, objectId))
    await provisioner.inPhase('Deleted groups', notInEscrow('Group', tenant.deletedGroups), objectId =>
      deleteGroup(groupRun, objectId)
    )
  }

  return {
    links: links as Readonly<Links>,
    stepsPerCycle: options.hasGroups ? 6 : 4,
    testConnection: () => run(testConnection),
    /** Everybody and every group; objects that fail stay marked as changed and are tried in the next cycle. */
    /** What waits in escrow, and whether the job is quarantined. */
    job: job as Pick<typeof job, 'escrowCount' | 'isQuarantined' | 'isDisabled'>,
    /** "Restart provisioning": everybody and every group; links are kept. */
    async initialCycle(): Promise<CycleResult> {
      job.restart()
      for (const objectId of tenant.people.keys()) tenant.changedPeople.add(objectId)
      for (const objectId of tenant.groups.keys()) tenant.changedGroups.add(objectId)
      return runCycle()
    },
    /** Forty minutes later, or a day when quarantined: only what has changed since the last cycle, and what failed in it. */
    async incrementalCycle(): Promise<CycleResult> {
      job.wait()
      return runCycle()
    },
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
