import type { AttributeChange } from '../../shared/change'
import type { Json, JsonObject } from '../../shared/scim'
import { fold } from './fold'
import type { Attribute, ResourceModel } from './model'
import { isObject, own, sameJson } from './patch/json'
import type { ResourceDocument } from './patch/operation'

/**
 * What differs between two documents of one resource, with paths as a PATCH would write them and null for "no value": in the
 * order of the schemas, then unknown extensions by name. Equal documents give []; the order of typed elements is no difference.
 */
export function compareDocuments(
  model: ResourceModel,
  before: ResourceDocument,
  after: ResourceDocument
): AttributeChange[] {
  if (before === after) return []
  const changes = change('externalId', own(before, 'externalId'), own(after, 'externalId'))
  compareAttributes(changes, model.core.attributes, before, after, '')
  for (const { id, attributes } of model.extensions) {
    compareAttributes(changes, attributes, objectIn(before, id), objectIn(after, id), `${id}:`)
  }
  for (const one of compareForeign(model, before, after)) changes.push(one)
  return changes
}

function compareAttributes(
  changes: AttributeChange[],
  attributes: Attribute[],
  before: JsonObject,
  after: JsonObject,
  prefix: string
): void {
  for (const attribute of attributes) {
    const old = own(before, attribute.name)
    const now = own(after, attribute.name)
    if (!sameJson(old, now)) compareValue(changes, attribute, old, now, `${prefix}${attribute.name}`)
  }
}

function compareValue(
  changes: AttributeChange[],
  attribute: Attribute,
  old: Json | undefined,
  now: Json | undefined,
  path: string
): void {
  if (attribute.type === 'complex' && !attribute.multiValued) {
    return compareAttributes(changes, attribute.subAttributes, asObject(old), asObject(now), `${path}.`)
  }
  const [left, right] = attribute.type === 'complex' ? [byType(old), byType(now)] : [null, null]
  if (left === null || right === null) changes.push({ path, old: old ?? null, new: now ?? null })
  else
    for (const key of new Set([...left.keys(), ...right.keys()]))
      compareElements(changes, attribute, left.get(key), right.get(key), path)
}

/** Elements that a type tells apart: `emails[type eq "work"].value`, one change per part. */
function compareElements(
  changes: AttributeChange[],
  attribute: Attribute,
  old: JsonObject | undefined,
  now: JsonObject | undefined,
  path: string
): void {
  const type = own(now ?? old ?? {}, 'type')
  const elementPath = `${path}[type eq ${JSON.stringify(type)}]`
  const isRespelled = old !== undefined && now !== undefined
  const parts = attribute.subAttributes.filter(sub => sub.name !== 'type' || isRespelled)
  const before = changes.length
  compareAttributes(changes, parts, old ?? {}, now ?? {}, `${elementPath}.`)
  if (changes.length === before) changes.push(...change(elementPath, old, now))
}

/** The elements by type; null when types are missing or repeated and so name no element. */
function byType(elements: Json | undefined): Map<string, JsonObject> | null {
  const found = new Map<string, JsonObject>()
  for (const element of Array.isArray(elements) ? elements : []) {
    const type = isObject(element) ? own(element, 'type') : undefined
    if (!isObject(element) || typeof type !== 'string' || found.has(fold(type))) return null
    found.set(fold(type), element)
  }
  return found
}

function compareForeign(
  model: ResourceModel,
  before: ResourceDocument,
  after: ResourceDocument
): AttributeChange[] {
  const isForeign = (urn: string) => urn.includes(':') && !model.extensions.some(({ id }) => id === urn)
  const urns = [...Object.keys(before), ...Object.keys(after)].filter(isForeign)
  if (urns.length === 0) return []
  return [...new Set(urns)].sort().flatMap(urn => {
    const [old, now] = [objectIn(before, urn), objectIn(after, urn)]
    const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort()
    return names.flatMap(name => change(`${urn}:${name}`, own(old, name), own(now, name)))
  })
}

function change(path: string, old: Json | undefined, now: Json | undefined): AttributeChange[] {
  return sameJson(old, now) ? [] : [{ path, old: old ?? null, new: now ?? null }]
}

const objectIn = (document: ResourceDocument, name: string) => asObject(own(document, name))

const asObject = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})
