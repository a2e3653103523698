import type { ProvisioningEntry } from '../../shared/provisioning'
import { ENTERPRISE_SCHEMA, type JsonObject } from '../../shared/scim'
import * as requests from './entra-requests'
import type { EntraDialect } from './entra-requests'
import { type Links, unlinkUser } from './links'
import {
  asObject,
  createBody,
  type Difference,
  differences,
  type MappedValue,
  mapPerson,
  type MappingName
} from './mapping'
import type { Person } from './people'
import type { Provisioner } from './provisioner'
import type { Tenant } from './tenant'

export interface UserRun {
  provisioner: Provisioner
  tenant: Tenant
  links: Links
  options: { mapping: MappingName; matching: 'userName' | 'externalId' }
  dialect: EntraDialect
}

/**
 * One user of a cycle. Linked: read by id, compare, PATCH what differs. Not linked: match, then create, or link and
 * update. Who is out of scope is disabled if linked, else skipped.
 */
export async function syncUser(run: UserRun, objectId: string): Promise<void> {
  const person = run.tenant.people.get(objectId)
  if (!person) return
  const isInScope = person.isAssigned && person.isEnabled
  const linkedId = run.links.users.get(objectId)
  if (linkedId === undefined) {
    if (!isInScope) return skip(run, person)
    return match(run, person)
  }
  const read = await run.provisioner.ask(requests.readUser(linkedId))
  if (read.isSuccess) return update(run, person, linkedId, read.body)
  if (read.fate !== 'lost') return run.provisioner.fail(entryOf(person, 'Update', linkedId), read)
  unlinkUser(run.links, objectId)
  return isInScope ? match(run, person) : skip(run, person)
}

function skip(run: UserRun, person: Person) {
  run.tenant.changedPeople.delete(person.objectId)
  run.provisioner.report({
    ...entryOf(person, 'Other', null),
    status: 'Skipped',
    code: 'EntrySynchronizationSkipped',
    detail: 'Not in scope and not known to the target.'
  })
}

async function match(run: UserRun, person: Person) {
  const { matching, mapping } = run.options
  const key = mapPerson(person, mapping).find(({ path }) => path === matching)
  const found = await run.provisioner.ask(requests.lookUpUser(matching, String(key?.value ?? '')))
  if (!found.isSuccess) return run.provisioner.fail(entryOf(person, 'Other', null), found)
  const hits = Array.isArray(found.body.Resources) ? found.body.Resources.map(asObject) : []
  if (hits.length > 1) {
    const detail = `${hits.length} users have the ${matching} ${String(key?.value)}.`
    const several = { code: 'DuplicateTargetEntries', detail, fate: 'escrow' } as const
    return run.provisioner.fail(entryOf(person, 'Other', null), several)
  }
  const hit = hits[0]
  if (hit && typeof hit.id === 'string') {
    run.links.users.set(person.objectId, hit.id)
    return update(run, person, hit.id, hit)
  }
  return create(run, person)
}

async function create(run: UserRun, person: Person) {
  const values = mapPerson(person, run.options.mapping)
  const created = await run.provisioner.ask(requests.createUser(createBody(values, run.options.mapping)))
  if (!created.isSuccess) return run.provisioner.fail(entryOf(person, 'Create', null), created)
  const targetId = String(created.body.id)
  run.links.users.set(person.objectId, targetId)
  settle(run, person, values)
  succeed(run, person, 'Create', targetId, values)
}

async function update(run: UserRun, person: Person, targetId: string, resource: JsonObject) {
  const isInScope = person.isAssigned && person.isEnabled
  if (isInScope && person.managerId !== null) noteManager(run.links, person.objectId, resource)
  const mapped = mapPerson(person, run.options.mapping)
  // Leaving scope only disables; nothing else is written to somebody who is no longer managed.
  const values = isInScope ? mapped : mapped.filter(({ path }) => path === 'active')
  const found = differences(values, resource)
  if (found.length === 0) return settle(run, person, values)
  const verdict = await run.provisioner.ask(requests.updateUser(targetId, found, run.dialect))
  const action = found.some(({ path, value }) => path === 'active' && value === false) ? 'Disable' : 'Update'
  if (!verdict.isSuccess) {
    if (verdict.fate === 'lost') unlinkUser(run.links, person.objectId)
    return run.provisioner.fail(entryOf(person, action, targetId, found), verdict)
  }
  settle(run, person, values)
  succeed(run, person, action, targetId, found)
}

/** What the target says about the manager: one that is missing or another there is written again in every cycle (observed). */
function noteManager(links: Links, objectId: string, resource: JsonObject) {
  const { value } = asObject(asObject(resource[ENTERPRISE_SCHEMA]).manager)
  if (typeof value === 'string' && value !== '') links.managers.set(objectId, value)
  else links.managers.delete(objectId)
}

/** The target now holds these values; what is not among them keeps what was written before. */
function settle(run: UserRun, person: Person, values: MappedValue[]) {
  const written = run.links.values.get(person.objectId) ?? new Map<string, string | boolean>()
  for (const { path, value } of values) written.set(path, value)
  run.links.values.set(person.objectId, written)
  run.tenant.changedPeople.delete(person.objectId)
}

export function entryOf(
  person: Person,
  action: ProvisioningEntry['action'],
  targetId: string | null,
  modified: (MappedValue | Difference)[] = []
): Omit<ProvisioningEntry, 'status' | 'code' | 'detail'> {
  return {
    action,
    source: { type: 'User', objectId: person.objectId, name: person.displayName },
    targetId,
    modified: modified.map(({ path, value }) => ({ property: path, value: String(value) }))
  }
}

export function succeed(
  run: UserRun,
  person: Person,
  action: ProvisioningEntry['action'],
  targetId: string,
  modified: MappedValue[],
  isReference = false
) {
  const entry = entryOf(person, action, targetId, modified)
  run.provisioner.report({ ...entry, status: 'Success', code: null, detail: null }, isReference)
}
