import { ENTERPRISE_SCHEMA, type JsonObject } from '../../shared/scim'
import type { ExpectedState } from './links'
import { asObject, valueAt } from './mapping'
import { createScimClient, type Target } from './scim-client'

/** A server that fails at times is asked again. */
const READ_TRIES = 10

/**
 * Reads everything the target holds and compares it with what the client believes to have written: users with every mapped
 * value and the manager, groups with name and exact members. Returns the differences in words; none means equal.
 */
export async function verifyTarget(target: Target, expected: ExpectedState): Promise<string[]> {
  const client = createScimClient(target, 'entra')
  const read = async (path: string): Promise<JsonObject> => {
    for (let tries = 1; ; tries++) {
      const answer = await client.send({ method: 'GET', path })
      if (answer.kind === 'answered' && answer.status === 200) return asObject(answer.json)
      const isPassing = answer.kind === 'unanswered' || answer.status === 429 || answer.status >= 500
      if (isPassing && tries < READ_TRIES) continue
      const seen =
        answer.kind === 'unanswered' ? answer.reason : `${answer.status} ${answer.text.slice(0, 200)}`
      throw new Error(`GET ${path}: ${seen}`)
    }
  }
  try {
    const users = new Map((await readAll(read, '/Users')).map(user => [String(user.id), user]))
    const groups = await readAll(read, '/Groups?excludedAttributes=members')
    const found = [...compareUsers(expected, users)]
    const known = new Map(groups.map(group => [String(group.id), group]))
    for (const group of expected.groups) {
      const present = known.get(group.id)
      if (!present) {
        found.push(`group ${group.displayName} is missing`)
        continue
      }
      if (present.displayName !== group.displayName)
        found.push(`group ${group.displayName} is called ${String(present.displayName)}`)
      found.push(...compareMembers(group, await read(`/Groups/${group.id}`)))
    }
    if (known.size !== expected.groups.length)
      found.push(`${known.size} groups instead of ${expected.groups.length}`)
    return found
  } finally {
    client.close()
  }
}

async function readAll(read: (path: string) => Promise<JsonObject>, path: string): Promise<JsonObject[]> {
  const resources: JsonObject[] = []
  for (;;) {
    const separator = path.includes('?') ? '&' : '?'
    const page = await read(`${path}${separator}startIndex=${resources.length + 1}&count=500`)
    const found = Array.isArray(page.Resources) ? page.Resources.map(asObject) : []
    resources.push(...found)
    if (found.length === 0 || resources.length >= Number(page.totalResults)) return resources
  }
}

function* compareUsers(expected: ExpectedState, users: Map<string, JsonObject>) {
  for (const { id, values, managerId } of expected.users) {
    const user = users.get(id)
    if (!user) {
      yield `user ${values.get('userName')} is missing`
      continue
    }
    for (const [path, value] of values) {
      const present = valueAt(user, path)
      if (present !== value)
        yield `${values.get('userName')}: ${path} is ${JSON.stringify(present)} instead of ${JSON.stringify(value)}`
    }
    const manager = asObject(asObject(user[ENTERPRISE_SCHEMA]).manager).value ?? null
    if (manager !== managerId)
      yield `${values.get('userName')}: manager is ${String(manager)} instead of ${managerId}`
  }
  if (users.size !== expected.users.length) yield `${users.size} users instead of ${expected.users.length}`
}

function* compareMembers(group: ExpectedState['groups'][number], present: JsonObject) {
  const members = new Set(
    (Array.isArray(present.members) ? present.members : []).map(member => String(asObject(member).value))
  )
  for (const id of group.memberIds)
    if (!members.has(id)) yield `${group.displayName}: member ${id} is missing`
  for (const id of members)
    if (!group.memberIds.has(id)) yield `${group.displayName}: member ${id} should not be there`
}
