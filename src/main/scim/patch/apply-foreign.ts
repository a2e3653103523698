import type { Json, JsonObject } from '../../../shared/scim'
import { invalidValue } from '../errors'
import { isHostileKey, isObject, own, ownKey } from './json'
import type { Operation, ResourceDocument } from './operation'

// Far more than any mapping names; keeps the search for a URN in another case short.
const MAX_FOREIGN_URNS = 100

/** An operation below a URN that no schema here knows. Any JSON, kept as sent, as own properties only. */
export function applyForeign(document: ResourceDocument, operation: Operation): void {
  const { urn, attribute, sub } = operation.path
  const names = [urn ?? '', attribute.name, sub?.name ?? '']
  if (urn === null || names.some(isHostileKey)) return
  const key = ownKey(document, urn) ?? urn
  if (operation.op === 'remove') return remove(document, [key, ...names.slice(1).filter(name => name !== '')])

  const extension = objectIn(document, key)
  if (sub === null) extension[attribute.name] = operation.value
  else objectIn(extension, attribute.name)[sub.name] = operation.value
  if (countUrns(document) > MAX_FOREIGN_URNS) {
    throw invalidValue(`A resource holds values of at most ${MAX_FOREIGN_URNS} unknown extensions.`)
  }
}

function objectIn(container: JsonObject, name: string): JsonObject {
  const present = own(container, name)
  if (isObject(present)) return present
  const created: JsonObject = {}
  container[name] = created
  return created
}

/** Removes what the names lead to, and every object that is left empty on the way. */
function remove(container: JsonObject, [name = '', ...rest]: string[]): void {
  const present: Json | undefined = own(container, name)
  if (rest.length > 0 && isObject(present)) remove(present, rest)
  const isEmptied = rest.length > 0 && isObject(present) && Object.keys(present).length === 0
  if (rest.length === 0 || isEmptied) delete container[name]
}

const countUrns = (document: ResourceDocument) =>
  Object.keys(document).reduce((count, key) => (key.includes(':') ? count + 1 : count), 0)
