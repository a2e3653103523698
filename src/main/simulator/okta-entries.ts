import type { ProvisioningEntry } from '../../shared/provisioning'
import type { MappedValue } from './mapping'
import type { Person } from './people'
import type { Provisioner } from './provisioner'
import type { TenantGroup } from './tenant'

/** What Okta's PUT sets, as comparable values. */
export function valuesOf(person: Person): MappedValue[] {
  return [
    { path: 'userName', value: person.userPrincipalName },
    { path: 'name.givenName', value: person.givenName },
    { path: 'name.familyName', value: person.surname },
    { path: 'displayName', value: person.displayName },
    { path: 'emails[type eq "work"].value', value: person.userPrincipalName },
    { path: 'active', value: person.isAssigned && person.isEnabled }
  ]
}

export function entryOf(person: Person, action: ProvisioningEntry['action'], targetId: string | null) {
  return {
    action,
    source: { type: 'User' as const, objectId: person.objectId, name: person.displayName },
    targetId,
    modified: []
  }
}

export function groupEntry(group: TenantGroup, action: ProvisioningEntry['action'], targetId: string | null) {
  return {
    action,
    source: { type: 'Group' as const, objectId: group.objectId, name: group.displayName },
    targetId,
    modified: []
  }
}

export function succeed(
  provisioner: Provisioner,
  person: Person,
  action: ProvisioningEntry['action'],
  targetId: string,
  values: MappedValue[]
) {
  provisioner.report({
    ...entryOf(person, action, targetId),
    status: 'Success',
    modified: values.map(({ path, value }) => ({ property: path, value: String(value) })),
    code: null,
    detail: null
  })
}
