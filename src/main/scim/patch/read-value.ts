import type { Json, JsonObject } from '../../../shared/scim'
import { invalidSyntax, invalidValue } from '../errors'
import type { Attribute } from '../model'
import { findSubAttribute } from '../registry'
import { unionByTypeAndValue } from './elements'
import { isObject, own, shorten, shown } from './json'
import { readSimple } from './read-simple'
import type { NotedReading } from '../reading'

/**
 * A value as the schema wants it, or undefined when there is none: null, an empty array (RFC 7643 §2.5) and, for Entra,
 * an empty text mean "unassigned". `where` is the path as people know it.
 */
export function readValue(
  attribute: Attribute,
  value: Json,
  where: string,
  reading: NotedReading
): Json | undefined {
  return attribute.multiValued
    ? readElements(attribute, value, where, reading)
    : readElement(attribute, readOneElementArray(value, where, reading), where, reading)
}

/** One value of the attribute: the single value, or one element of a multi-valued one. */
export function readElement(
  attribute: Attribute,
  value: Json,
  where: string,
  reading: NotedReading
): Json | undefined {
  if (value === null || isEmptyText(value, reading)) return undefined
  if (attribute.type !== 'complex') {
    return readSimple(attribute, readWrappedValue(value, where, reading), where, reading)
  }
  return readComplex(attribute, readBareValue(attribute, value, where, reading), where, reading)
}

function readElements(
  attribute: Attribute,
  value: Json,
  where: string,
  reading: NotedReading
): Json | undefined {
  if (value === null || isEmptyText(value, reading)) return undefined
  const elements = readSingleForList(attribute, value, where, reading)
    .map((element, index) => readElement(attribute, element, `${where}[${index}]`, reading))
    .filter(element => element !== undefined)
  const distinct = unionByTypeAndValue(attribute, [], elements)
  return distinct.length === 0 ? undefined : onePrimary(attribute, distinct, where, reading)
}

/** T29, T30: Entra and Okta send "" for a value that is not there. Under the rfc switch "" is a text like any other. */
const isEmptyText = (value: Json, reading: NotedReading) => value === '' && reading.isLenient

/** T17. The documentation's manager is an array of one object (entra-initial-cycle.jsonl). Only for single-valued attributes. */
export function readOneElementArray(value: Json, where: string, reading: NotedReading): Json {
  if (!Array.isArray(value)) return value
  if (value.length === 0) return null
  if (!reading.isLenient || value.length > 1) {
    throw invalidValue(`${where} has one value; ${shown(value)} was sent.`)
  }
  reading.use('array-for-single-value', where)
  return value[0] ?? null
}

/** Entra's Provision on demand and several JSON templates send one object where a list belongs (entra-protocol §13, JumpCloud). */
function readSingleForList(attribute: Attribute, value: Json, where: string, reading: NotedReading): Json[] {
  if (Array.isArray(value)) return value
  const isElement = attribute.type !== 'complex' || isObject(value) || isBareValue(attribute, value)
  if (!reading.isLenient || !isElement) {
    throw invalidValue(`${where} is multi-valued and takes an array; ${shown(value)} was sent.`)
  }
  reading.use('single-value-for-list', where)
  return [value]
}

/** Entra's retired dialect wraps single values like members, `[{"$ref": null, "value": "x"}]` (job ids customappsso). */
function readWrappedValue(value: Json, where: string, reading: NotedReading): Json {
  if (!reading.isLenient || !isObject(value)) return value
  const inner = own(value, 'value')
  const isWrapped = inner !== undefined && Object.keys(value).every(key => key === 'value' || key === '$ref')
  if (!isWrapped) return value
  reading.use('wrapped-value', where)
  return inner
}

/** T17. A bare text where an object with `value` belongs: manager as "<id>" in all Entra traffic. */
export function readBareValue(attribute: Attribute, value: Json, where: string, reading: NotedReading): Json {
  if (!reading.isLenient || !isBareValue(attribute, value)) return value
  reading.use('bare-value', `${where}: ${JSON.stringify(value)}`)
  return { value }
}

/**
 * Only single values, references, and the JSON text of Entra's role expression (T33). Any other text in place of a list, such as
 * "emails": "x", is a mistake of which nobody would learn if it were stored.
 */
function isBareValue({ multiValued, subAttributes }: Attribute, value: Json): value is string {
  const has = (name: string) => subAttributes.some(sub => sub.name === name)
  if (typeof value !== 'string' || !has('value')) return false
  return !multiValued || has('$ref') || /^\{.*\}$/s.test(value)
}

function readComplex(
  attribute: Attribute,
  value: Json,
  where: string,
  reading: NotedReading
): Json | undefined {
  if (!isObject(value)) throw invalidValue(`${where} takes an object; ${shown(value)} was sent.`)
  if (saysThereIsNoValue(attribute, value, where, reading)) return undefined

  const read: JsonObject = {}
  for (const [key, item] of Object.entries(value)) {
    const sub = findSubAttribute(attribute, key)
    if (sub === null) refuseOrIgnore(`${where}.${key}`, reading)
    else if (isServersOwn(attribute, sub)) continue
    else {
      const part = readValue(sub, item, `${where}.${sub.name}`, reading)
      if (part !== undefined) read[sub.name] = part
      noteCase(key, sub.name, reading)
    }
  }
  return Object.keys(read).length === 0 ? undefined : read
}

/**
 * T17, T30. `{"value": ""}` clears a manager (Microsoft's validator), and an e-mail of `{"type": "work", "value": ""}`
 * (Okta) is none.
 */
export function saysThereIsNoValue(
  attribute: Attribute,
  value: JsonObject,
  where: string,
  reading: NotedReading
): boolean {
  if (!reading.isLenient || !attribute.subAttributes.some(sub => sub.name === 'value')) return false
  const given = own(value, 'value')
  if (given !== '' && given !== null) return false
  reading.use('empty-value-means-none', where)
  return true
}

/**
 * What this server computes and a client's copy of it is ignored (RFC 7644 §3.5.1): read-only parts, and the `$ref` of a
 * manager, which Entra sends absolute, under a host of its own, or null (T24).
 */
export const isServersOwn = (attribute: Attribute, sub: Attribute) =>
  sub.mutability === 'readOnly' || (attribute.name === 'manager' && sub.name === '$ref')

/** T32. Unknown names never fail Entra's request; they are named in the log. By the letter they are an error. */
export function refuseOrIgnore(name: string, reading: NotedReading): void {
  if (!reading.isLenient) throw invalidSyntax(`There is no attribute ${JSON.stringify(shorten(name))}.`)
  reading.use('unknown-attribute-ignored', name)
}

/** T9: bodies in another case. No more than a note: RFC 7643 §2.1 asks for it. */
export function noteCase(written: string, canonical: string, reading: NotedReading): void {
  if (written !== canonical) reading.use('name-in-another-case', `${written} → ${canonical}`)
}

/** RFC 7643 §2.4: `primary` is true at most once. Ping may send more (entra-protocol §13.2): the first one stays. */
function onePrimary(attribute: Attribute, elements: Json[], where: string, reading: NotedReading): Json[] {
  const first = elements.findIndex(isPrimary)
  const others = elements.filter((element, index) => index > first && isPrimary(element))
  if (first === -1 || others.length === 0 || findSubAttribute(attribute, 'primary')?.type !== 'boolean')
    return elements
  if (!reading.isLenient)
    throw invalidValue(`${where} has ${others.length + 1} primary values; one is allowed.`)
  reading.use('several-primary', where)
  return elements.map((element, index) =>
    index > first && isPrimary(element) ? { ...element, primary: false } : element
  )
}

export const isPrimary = (element: Json): element is JsonObject =>
  isObject(element) && own(element, 'primary') === true
