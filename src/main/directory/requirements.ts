import { GROUP_SCHEMA, type Compatibility, type JsonObject } from '../../shared/scim'
import { notFound, Taken, UnknownMember, versionMismatch } from '../scim/errors'
import { etagOf, namesEtag } from '../scim/etag'
import { valuesAt } from '../scim/filter/match'
import { printPath } from '../scim/filter/print'
import type { ResourceModel } from '../scim/model'
import { uniquePaths } from '../scim/unique'
import { keysOf } from '../store/keys'
import type { ResourceStore, StoredResource } from '../store/resources'
import type { Stores } from '../store/stores'

/** @throws ScimError 404 */
export function requireResource(resources: ResourceStore, type: string, id: string): StoredResource {
  const found = resources.find(type, id)
  if (!found) throw notFound(`There is no ${type} with id ${JSON.stringify(id)}.`)
  return found
}

/** RFC 7644 §3.14. @throws ScimError 412 when the client's copy is not the present one. */
export function requireVersion({ version, id }: StoredResource, ifMatch: string | null): void {
  if (ifMatch === null || namesEtag(ifMatch, etagOf(version))) return
  throw versionMismatch(
    `Resource ${id} is at version ${etagOf(version)} now; the request expected ${ifMatch}.`
  )
}

/**
 * `userName` is unique among users, without case. A group's `displayName` is unique among groups as Microsoft's validator
 * expects, unless the RFC switch allows duplicates. Of custom schemas, whatever they call unique.
 *
 * @param before what it is now; its own userName needs no look-up. Null for a new one.
 * @throws ScimError 409 uniqueness, naming the value and who has it
 */
export function requireUnique(
  { resources, uniqueValues }: Pick<Stores, 'resources' | 'uniqueValues'>,
  model: ResourceModel,
  compatibility: Compatibility,
  id: string,
  document: JsonObject,
  before: JsonObject | null
): void {
  const { userNameKey, displayNameKey } = keysOf(model.core.id, id, document)
  const isOwn = before !== null && before.userName === document.userName
  const holder = userNameKey === null || isOwn ? null : resources.userNameHolder(userNameKey)
  if (holder && holder.id !== id) {
    throw new Taken('userName', JSON.stringify(document.userName), holder)
  }
  for (const path of uniquePaths(model)) {
    const [value] = valuesAt(path, document)
    if (typeof value !== 'string' && typeof value !== 'number') continue
    const other = uniqueValues.holder(model, path, value, id)
    if (other) throw new Taken(printPath(path), JSON.stringify(value), other)
  }
  if (model.core.id !== GROUP_SCHEMA || compatibility === 'rfc' || displayNameKey === null) return
  const twin = resources.displayNameHolder(model.type.name, displayNameKey, id)
  if (twin) throw new Taken('displayName', JSON.stringify(document.displayName), twin)
}

/** @throws ScimError 400 invalidValue, naming the first id that is no user or group here */
export function requireKnownMembers(ids: string[], refs: (number | null)[]): number[] {
  return refs.map((ref, index) => {
    if (ref !== null) return ref
    throw new UnknownMember(ids[index] ?? '')
  })
}
