import type { Json, JsonObject } from '../../shared/scim'
import { invalidValue } from './errors'
import type { Attribute, ResourceModel } from './model'
import { isObject, own, sameJson, shown } from './patch/json'
import { isMembersPath } from './patch/members'
import type { ResourceDocument } from './patch/operation'
import { requireSimple } from './patch/read-simple'
import { topAttributes } from './registry'

/**
 * Holds a document against its schemas (RFC 7643 §2.2, §2.3, §7): JSON types, required attributes, and texts that can be
 * keys. Throws 400 invalidValue naming attribute and value. canonicalValues are suggestions and not enforced (§7).
 * With `before`, what was so already is let be: a schema that has changed meanwhile fails nobody's unrelated request.
 */
export function validateDocument(
  model: ResourceModel,
  document: ResourceDocument,
  before: ResourceDocument | null = null
): void {
  validateAttributes(heldBy(model), document, before, '')

  for (const { schema, required } of model.type.schemaExtensions) {
    const extension = model.extensions.find(candidate => candidate.id === schema)
    const values = own(document, schema)
    const old = own(before ?? {}, schema)
    if (extension === undefined || (values === undefined && (!required || before !== null))) continue
    if (values !== undefined && !isObject(values)) {
      throw invalidValue(`${schema} takes an object of attributes; ${shown(values)} was sent.`)
    }
    validateAttributes(extension.attributes, values ?? {}, isObject(old) ? old : null, `${schema}:`)
  }
}

const held = new WeakMap<ResourceModel, Attribute[]>()

function heldBy(model: ResourceModel): Attribute[] {
  const known = held.get(model) ?? topAttributes(model).filter(attribute => isHeld(model, attribute))
  held.set(model, known)
  return known
}

/** What the document itself holds: not what the server computes, and not members, which are rows. */
function isHeld(model: ResourceModel, attribute: Attribute): boolean {
  if (attribute.name === 'schemas' || attribute.name === 'id' || attribute.name === 'meta') return false
  return !isMembersPath(model, { urn: null, attribute, sub: null, element: null })
}

function validateAttributes(
  attributes: Attribute[],
  container: JsonObject,
  before: JsonObject | null,
  prefix: string
): void {
  for (const attribute of attributes) {
    const value = own(container, attribute.name)
    if (value === undefined && !attribute.required) continue
    if (before !== null && sameJson(value, own(before, attribute.name))) continue
    const where = `${prefix}${attribute.name}`
    if (value === undefined) requireOptional(attribute, where)
    else validateValue(attribute, value, where)
  }
}

function requireOptional(attribute: Attribute, where: string): void {
  const isClients = attribute.mutability !== 'readOnly' && attribute.mutability !== 'writeOnly'
  if (isClients) throw invalidValue(`${where} is required and has no value.`)
}

function validateValue(attribute: Attribute, value: Json, where: string): void {
  if (!attribute.multiValued) return validateSingle(attribute, value, where)
  if (!Array.isArray(value)) throw invalidValue(`${where} takes an array; ${shown(value)} was sent.`)
  value.forEach((element, index) => validateSingle(attribute, element, `${where}[${index}]`))
}

function validateSingle(attribute: Attribute, value: Json, where: string): void {
  if (attribute.type !== 'complex') {
    requireSimple(attribute, value, where)
    if (typeof value === 'string' && isKey(attribute)) requireKeyText(attribute, value, where)
  } else if (isObject(value)) {
    validateAttributes(attribute.subAttributes, value, null, `${where}.`)
  } else {
    throw invalidValue(`${where} takes an object; ${shown(value)} was sent.`)
  }
}

const isKey = (attribute: Attribute) =>
  attribute.required || attribute.uniqueness !== 'none' || attribute.name === 'externalId'

const MAX_KEY_LENGTH = 1024

/**
 * Texts that resources are found by have to survive the database and be seen by people: no NUL, no half of a surrogate pair,
 * not blank where a value is required. Everything else is kept as sent (T34, T42).
 */
function requireKeyText(attribute: Attribute, text: string, where: string): void {
  if (attribute.required && text.trim() === '')
    throw invalidValue(`${where} is required and cannot be blank.`)
  if (text.includes('\0')) throw invalidValue(`${where} holds a NUL character.`)
  if (!text.isWellFormed()) throw invalidValue(`${where} holds half of a Unicode surrogate pair.`)
  if (text.length > MAX_KEY_LENGTH) {
    throw invalidValue(`${where} is longer than ${MAX_KEY_LENGTH} characters.`)
  }
}
