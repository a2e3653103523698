import { setImmediate } from 'node:timers/promises'
import type { Json, JsonObject } from '../../shared/scim'
import { isObject, ownKey } from '../scim/patch/json'
import type { Stores } from '../store/stores'

/** Ids whose refs were looked up before the write began. Only a shortcut: whoever is not in it is looked up then. */
export interface KnownMembers {
  refs: ReadonlyMap<string, number>
  /** `resources.removals` when the looking up began. */
  removals: number
}

/** What of a body with thousands of members was done before its write: who they are, and what it says. */
export interface ReadAhead<Body> {
  known: KnownMembers | null
  read: Body | null
}

/** Fewer are looked up within the write. */
const MANY = 1_000
const SLICE = 1_000

/**
 * Looks up the members that bodies name before the write that adds or removes them, in slices between which others are answered:
 * for 20,000 members that is the larger half of the work. Null when they are few.
 */
export function foreseeMembers(stores: Stores, bodies: Json[]): Promise<KnownMembers> | null {
  const ids = bodies.flatMap(longListsIn).flatMap(list => list.flatMap(idOf))
  return ids.length <= MANY ? null : lookUp(stores, ids)
}

async function lookUp({ members, resources }: Stores, ids: string[]): Promise<KnownMembers> {
  const removals = resources.removals()
  const refs = new Map<string, number>()
  for (let at = 0; at < ids.length; at += SLICE) {
    await setImmediate()
    for (const [id, ref] of members.resolve(ids.slice(at, at + SLICE))) refs.set(id, ref)
  }
  await setImmediate()
  return { refs, removals }
}

/** The refs of the ids, in the order of the ids; null for nobody's. */
export function refsOf(
  { members, resources }: Stores,
  ids: string[],
  known: KnownMembers | null
): (number | null)[] {
  const foreseen = known && known.removals === resources.removals() ? known.refs : new Map<string, number>()
  const found = members.resolve(ids.filter(id => !foreseen.has(id)))
  return ids.map(id => foreseen.get(id) ?? found.get(id) ?? null)
}

/** The value lists of a PATCH, and the members of a whole group. */
function longListsIn(body: Json): Json[][] {
  if (!isObject(body)) return []
  const key = ownKey(body, 'Operations')
  const operations = key === null ? undefined : body[key]
  const given = Array.isArray(operations)
    ? operations.filter(isObject).map(({ value = null }) => value)
    : [body]
  return given
    .map(value => (isObject(value) ? (value.members ?? null) : value))
    .filter(value => Array.isArray(value) && value.length > MANY) as Json[][]
}

function idOf(member: Json): string[] {
  const id = isObject(member) ? (member as JsonObject).value : member
  return typeof id === 'string' ? [id] : []
}
