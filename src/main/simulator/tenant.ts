import { freeGroupName, groupName } from './group-names'
import { DEPARTMENTS } from './names'
import { inventPeople, inventPerson, type Person } from './people'
import type { Random } from './random'

export interface TenantGroup {
  objectId: string
  displayName: string
  /** objectIds of people, or of groups that are assigned themselves: Entra reads no nested groups, but sends the id of such a one. */
  members: Set<string>
}

/**
 * An invented identity provider's directory: what a provisioning client reads from. It remembers what has changed since the last
 * cycle (the watermark), and what was purged.
 */
export interface Tenant {
  people: Map<string, Person>
  groups: Map<string, TenantGroup>
  changedPeople: Set<string>
  changedGroups: Set<string>
  /** Purged 30 days after a soft delete: the client sends DELETE if they were still linked. */
  purgedPeople: Set<string>
  deletedGroups: Set<string>
  random: Random
  nicknames: Set<string>
  /** Every name that a group has or had: none is given twice, so that renames of one cycle never meet. */
  groupNames: Set<string>
  domain: string
}

/** Seeded: the same numbers and seed make the same tenant. The first group holds everybody. */
export function inventTenant(
  size: { users: number; groups: number },
  random: Random,
  domain = 'contoso.example'
): Tenant {
  const people = inventPeople(size.users, random, domain)
  const tenant: Tenant = {
    people: new Map(people.map(person => [person.objectId, person])),
    groups: new Map(),
    changedPeople: new Set(),
    changedGroups: new Set(),
    purgedPeople: new Set(),
    deletedGroups: new Set(),
    random,
    nicknames: new Set(people.map(person => person.mailNickname)),
    groupNames: new Set(),
    domain
  }
  for (let number = 0; number < size.groups; number++) {
    const group: TenantGroup = { objectId: random.uuid(), displayName: groupName(number), members: new Set() }
    if (number === 0) for (const person of people) group.members.add(person.objectId)
    else
      for (let index = 0, most = Math.min(people.length, 4 + random.integer(20)); index < most; index++)
        group.members.add(random.pick(people).objectId)
    tenant.groups.set(group.objectId, group)
    tenant.groupNames.add(group.displayName)
  }
  return tenant
}

/** What happens in a directory between two cycles. Each says in words what it did. */
export const EVENTS = {
  joins: (tenant: Tenant): string => {
    const colleagues = [...tenant.people.values()]
    const person = inventPerson(
      tenant.nicknames.size,
      colleagues,
      tenant.nicknames,
      tenant.random,
      tenant.domain
    )
    tenant.people.set(person.objectId, person)
    tenant.changedPeople.add(person.objectId)
    const group = tenant.groups.values().next().value
    if (group) {
      group.members.add(person.objectId)
      tenant.changedGroups.add(group.objectId)
    }
    return `${person.displayName} joins`
  },
  leaves: (tenant: Tenant): string =>
    alterSomebody(
      tenant,
      person => person.isAssigned,
      person => {
        person.isAssigned = false
        return `${person.displayName} is unassigned`
      }
    ),
  returns: (tenant: Tenant): string =>
    alterSomebody(
      tenant,
      person => !person.isAssigned,
      person => {
        person.isAssigned = true
        return `${person.displayName} is assigned again`
      }
    ),
  isBlocked: (tenant: Tenant): string =>
    alterSomebody(
      tenant,
      person => person.isAssigned,
      person => {
        person.isEnabled = !person.isEnabled
        return `${person.displayName} is ${person.isEnabled ? 'unblocked' : 'blocked'}`
      }
    ),
  marries: (tenant: Tenant): string =>
    alterSomebody(
      tenant,
      person => person.isAssigned,
      person => {
        const old = person.displayName
        person.surname = `${person.surname}-${tenant.random.pick(['Holm', 'Silva', 'Novak', 'Reyes', 'Baptiste'])}`
        person.displayName = `${person.givenName} ${person.surname}`
        return `${old} is now ${person.displayName}`
      }
    ),
  isRenamed: (tenant: Tenant): string =>
    alterSomebody(
      tenant,
      person => person.isAssigned,
      person => {
        const old = person.userPrincipalName
        let nickname = `${person.mailNickname}.${1 + tenant.random.integer(99)}`
        while (tenant.nicknames.has(nickname)) nickname = `${nickname}x`
        tenant.nicknames.add(nickname)
        person.mailNickname = nickname
        person.userPrincipalName = `${nickname}@${tenant.domain}`
        if (person.mail !== '') person.mail = person.userPrincipalName
        return `${old} is now ${person.userPrincipalName}`
      }
    ),
  isPromoted: (tenant: Tenant): string =>
    alterSomebody(
      tenant,
      person => person.isAssigned,
      person => {
        person.jobTitle = `Senior ${person.jobTitle.replace(/^Senior /, '')}`
        person.department = tenant.random.pick(DEPARTMENTS).name
        return `${person.displayName} moves to ${person.department}`
      }
    ),
  getsManager: (tenant: Tenant): string =>
    alterSomebody(
      tenant,
      person => person.isAssigned,
      person => {
        const manager = tenant.random.pick([...tenant.people.values()])
        person.managerId = manager.objectId === person.objectId ? null : manager.objectId
        return `${person.displayName} reports to ${manager.displayName}`
      }
    ),
  isPurged: (tenant: Tenant): string =>
    alterSomebody(
      tenant,
      () => true,
      person => {
        tenant.people.delete(person.objectId)
        tenant.changedPeople.delete(person.objectId)
        // Unassigned before: no longer managed, so nothing more is sent (entra-protocol: disable, delete, restore).
        if (person.isAssigned) tenant.purgedPeople.add(person.objectId)
        for (const group of tenant.groups.values()) group.members.delete(person.objectId)
        for (const other of tenant.people.values())
          if (other.managerId === person.objectId) other.managerId = null
        return `${person.displayName} is purged`
      },
      false
    ),
  membersMove: (tenant: Tenant): string => {
    const groups = [...tenant.groups.values()].slice(1)
    const people = [...tenant.people.values()]
    if (groups.length === 0 || people.length === 0) return 'nobody moves'
    const group = tenant.random.pick(groups)
    for (let index = 0; index < 4; index++) {
      const person = tenant.random.pick(people)
      if (!group.members.delete(person.objectId)) group.members.add(person.objectId)
    }
    tenant.changedGroups.add(group.objectId)
    return `the members of ${group.displayName} change`
  },
  groupIsRenamed: (tenant: Tenant): string => {
    const groups = [...tenant.groups.values()].slice(1)
    if (groups.length === 0) return 'no group is renamed'
    const group = tenant.random.pick(groups)
    const old = group.displayName
    group.displayName = freeGroupName(tenant.groupNames, old, tenant.random)
    tenant.changedGroups.add(group.objectId)
    return `${old} is now ${group.displayName}`
  },
  groupIsNested: (tenant: Tenant): string => {
    const [, outer, inner] = [...tenant.groups.values()]
    if (!outer || !inner) return 'no group is nested'
    outer.members.add(inner.objectId)
    tenant.changedGroups.add(outer.objectId)
    return `${inner.displayName} becomes a member of ${outer.displayName}`
  },
  /** A second account with a userName that is taken, as after a restore or a merger. */
  isDoubled: (tenant: Tenant): string =>
    alterSomebody(
      tenant,
      person => person.isAssigned,
      person => {
        const twin: Person = {
          ...person,
          objectId: tenant.random.uuid(),
          mailNickname: `${person.mailNickname}.new`,
          managerId: null
        }
        tenant.people.set(twin.objectId, twin)
        tenant.changedPeople.add(twin.objectId)
        return `a second account has the userName ${person.userPrincipalName}`
      },
      false
    ),
  groupIsDeleted: (tenant: Tenant): string => {
    const groups = [...tenant.groups.values()].slice(1)
    if (groups.length < 2) return 'no group is deleted'
    const group = tenant.random.pick(groups)
    tenant.groups.delete(group.objectId)
    for (const other of tenant.groups.values()) other.members.delete(group.objectId)
    tenant.changedGroups.delete(group.objectId)
    tenant.deletedGroups.add(group.objectId)
    return `${group.displayName} is deleted`
  }
} as const
export type TenantEvent = keyof typeof EVENTS

function alterSomebody(
  tenant: Tenant,
  isCandidate: (person: Person) => boolean,
  alter: (person: Person) => string,
  isChange = true
): string {
  const candidates = [...tenant.people.values()].filter(isCandidate)
  if (candidates.length === 0) return 'nobody changes'
  const person = tenant.random.pick(candidates)
  if (isChange) tenant.changedPeople.add(person.objectId)
  return alter(person)
}
