import { EVENTS, type Tenant, type TenantEvent } from './tenant'
import type { CycleResult } from './entra'
import { hasPendingWork } from './links'

export type Dialect = 'entra' | 'entra-flag' | 'okta'

/** What a scenario may ask of a provisioning client; Okta has no provision on demand. */
export interface ScenarioClient {
  /** Phases of one cycle. */
  stepsPerCycle: number
  initialCycle(): Promise<CycleResult>
  incrementalCycle(): Promise<CycleResult>
  testConnection?(): Promise<CycleResult>
  provisionOnDemand?(picked: { person: string } | { group: string; members: string[] }): Promise<CycleResult>
}

export interface RunOptions {
  cycles: number
  say: (what: string) => void
  /** Goes on after a cycle that found nobody, and with more cycles until nothing is left to send. */
  isUntilSettled: boolean
}

export interface Scenario {
  name: string
  title: string
  /** What will be sent, in one sentence. */
  sends: string
  /** Size of the invented directory, unless the caller chooses. */
  users: number
  groups: number
  /** Sends a secret that nobody knows. */
  hasBadToken?: true
  /** The attribute with matching precedence 1, unless it is userName. */
  matching?: 'externalId'
  /** How many phases the run has. */
  steps(client: ScenarioClient, cycles: number): number
  run(client: ScenarioClient, tenant: Tenant, options: RunOptions): Promise<CycleResult>
}

/** What happens between two incremental cycles, weighted by repetition as in a real directory. */
const EVERYDAY: readonly TenantEvent[] = [
  'joins',
  'isPromoted',
  'isPromoted',
  'membersMove',
  'membersMove',
  'marries',
  'leaves',
  'returns',
  'isBlocked',
  'getsManager',
  'isRenamed',
  'groupIsRenamed'
]
/** Cycles in which everything that failed for a passing reason has long arrived. */
const MOST_MORE = 100
const RARE: readonly TenantEvent[] = ['isPurged', 'groupIsDeleted']

/**
 * Lets a few things happen; how many grows with the directory.
 *
 * @param rareShare how often something happens that cannot be undone: a purge, a group that is deleted
 */
export function passTime(tenant: Tenant, rareShare = 0.1): string[] {
  const happenings = 3 + tenant.random.integer(5 + Math.floor(tenant.people.size / 100))
  return Array.from({ length: happenings }, () =>
    EVENTS[tenant.random.pick(tenant.random.next() < rareShare ? RARE : EVERYDAY)](tenant)
  )
}

/** An initial cycle, then for each event an incremental cycle. */
const afterFirstSync = (...events: TenantEvent[]): Pick<Scenario, 'run' | 'steps'> => ({
  steps: client => client.stepsPerCycle * (1 + events.length),
  async run(client, tenant, { say }) {
    const first = await client.initialCycle()
    if (first.ended !== 'complete') return first
    let result: CycleResult = first
    for (const event of events) {
      say(EVENTS[event](tenant))
      result = await client.incrementalCycle()
      if (result.ended !== 'complete') return result
    }
    return result
  }
})

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'test-connection',
    title: 'Test connection',
    sends: 'A look-up of a random user and of a random group, as the button in Entra does.',
    users: 0,
    groups: 0,
    steps: client => (client.testConnection ? 1 : client.stepsPerCycle),
    run: async client => (client.testConnection ? client.testConnection() : client.initialCycle())
  },
  {
    name: 'initial',
    title: 'First sync',
    sends: 'Match and create every user, managers, groups, then memberships in batches.',
    users: 12,
    groups: 4,
    steps: client => client.stepsPerCycle,
    run: client => client.initialCycle()
  },
  {
    name: 'incremental',
    title: 'Everyday cycles',
    sends: 'A first sync, then cycles with joiners, leavers, moves, renames and membership changes.',
    users: 12,
    groups: 4,
    steps: (client, cycles) => client.stepsPerCycle * (1 + cycles),
    async run(client, tenant, { cycles, say, isUntilSettled }) {
      const mayGoOn = ({ ended }: CycleResult) =>
        ended === 'complete' || (isUntilSettled && ended === 'failed')
      let result = await client.initialCycle()
      for (let cycle = 0; cycle < cycles && mayGoOn(result); cycle++) {
        for (const happening of passTime(tenant)) say(happening)
        result = await client.incrementalCycle()
      }
      for (
        let cycle = 0;
        isUntilSettled && cycle < MOST_MORE && hasPendingWork(tenant) && mayGoOn(result);
        cycle++
      )
        result = await client.incrementalCycle()
      return result
    }
  },
  {
    name: 'joiner',
    title: 'Joiner',
    sends: 'Match and create one new person, set the manager, add the person to the group of everybody.',
    users: 6,
    groups: 2,
    ...afterFirstSync('joins')
  },
  {
    name: 'leaver',
    title: 'Leaver and re-hire',
    sends: 'Read one person and set active to false; then, assigned again, to true.',
    users: 6,
    groups: 2,
    ...afterFirstSync('leaves', 'returns')
  },
  {
    name: 'rename',
    title: 'Rename',
    sends: 'One PATCH with userName, e-mail and externalId; the id stays.',
    users: 6,
    groups: 2,
    ...afterFirstSync('isRenamed', 'marries')
  },
  {
    name: 'group-move',
    title: 'Group move',
    sends: 'Members leave one group and join another; a group gets a new name.',
    users: 10,
    groups: 3,
    ...afterFirstSync('membersMove', 'groupIsRenamed')
  },
  {
    name: 'nested-group',
    title: 'Nested group',
    sends: 'A first sync; then one group becomes a member of another, by its id.',
    users: 8,
    groups: 3,
    ...afterFirstSync('groupIsNested')
  },
  {
    name: 'bad-token',
    title: 'Bad token',
    sends: 'The connection test with a secret that nobody knows; Entra quarantines the job at once.',
    users: 0,
    groups: 0,
    hasBadToken: true,
    steps: client => client.stepsPerCycle,
    run: client => client.initialCycle()
  },
  {
    name: 'duplicate-user',
    title: 'Duplicate user',
    sends:
      'Matching on externalId finds nobody, the create meets a userName that is taken: 409, until somebody fixes the matching.',
    users: 4,
    groups: 1,
    matching: 'externalId',
    ...afterFirstSync('isDoubled')
  },
  {
    name: 'on-demand',
    title: 'Provision on demand',
    sends: 'Probe, match and create one person, then one group with at most five picked members.',
    users: 5,
    groups: 2,
    steps: client => (client.provisionOnDemand ? 4 : client.stepsPerCycle),
    async run(client, tenant) {
      if (!client.provisionOnDemand) return client.initialCycle()
      const [person] = tenant.people.keys()
      const [group] = tenant.groups.values()
      if (person === undefined || group === undefined) return { ended: 'complete', detail: null }
      const first = await client.provisionOnDemand({ person })
      if (first.ended !== 'complete') return first
      return client.provisionOnDemand({ group: group.objectId, members: [...group.members].slice(0, 5) })
    }
  }
]

export const scenarioNamed = (name: string): Scenario | undefined =>
  SCENARIOS.find(scenario => scenario.name === name)
