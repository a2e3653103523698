import type { Json, JsonObject } from '../../shared/scim'
import { mutability } from './errors'
import type { Attribute, ResourceModel } from './model'
import { isObject, own, sameJson } from './patch/json'
import type { ResourceDocument } from './patch/operation'

/**
 * RFC 7643 §2.2: an immutable attribute that has a value keeps it. Throws 400 mutability naming the attribute. Parts of
 * multi-valued attributes are held where they are written, element by element.
 */
export function requireImmutable(
  model: ResourceModel,
  before: ResourceDocument,
  after: ResourceDocument
): void {
  requireSame(model.core.attributes, before, after, '')
  for (const { id, attributes } of model.extensions) {
    requireSame(attributes, objectIn(before, id), objectIn(after, id), `${id}:`)
  }
}

function requireSame(attributes: Attribute[], before: JsonObject, after: JsonObject, prefix: string): void {
  for (const attribute of attributes) {
    const old = own(before, attribute.name)
    if (old === undefined) continue
    const now: Json | undefined = own(after, attribute.name)
    if (attribute.mutability === 'immutable' && !sameJson(old, now)) {
      throw mutability(`${prefix}${attribute.name} cannot be changed once it has a value.`)
    }
    if (attribute.type === 'complex' && !attribute.multiValued && isObject(old)) {
      requireSame(attribute.subAttributes, old, isObject(now) ? now : {}, `${prefix}${attribute.name}.`)
    }
  }
}

function objectIn(document: ResourceDocument, name: string): JsonObject {
  const value = own(document, name)
  return isObject(value) ? value : {}
}
