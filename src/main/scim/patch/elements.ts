import type { Json, JsonObject } from '../../../shared/scim'
import { comparisonKey } from '../filter/match'
import type { Attribute } from '../model'
import { isObject, own, sameJson } from './json'

/**
 * RFC 7643 §2.4: the same (type, value) pair appears once per attribute. Appends `added` to `present`; an element whose pair
 * is already there is merged into it, so adding what is there changes nothing (RFC 7644 §3.5.2.1). Linear in both lists.
 */
export function unionByTypeAndValue(attribute: Attribute, present: Json[], added: Json[]): Json[] {
  const union = [...present]
  if (present.length + added.length < 2) return [...union, ...added]
  const places = new Map(union.map((element, index) => [identityOf(attribute, element), index]))
  for (const element of added) {
    const key = identityOf(attribute, element)
    const place = places.get(key)
    if (place === undefined) {
      places.set(key, union.length)
      union.push(element)
    } else {
      union[place] = mergeElement(union[place] ?? null, element)
    }
  }
  return union
}

/** What is added wins, except that type and value keep the spelling in which the client already got them back. */
export function mergeElement(present: Json, added: Json): Json {
  if (!isObject(present) || !isObject(added)) return present
  const merged: JsonObject = { ...present, ...added }
  for (const name of ['type', 'value']) {
    const spelled = own(present, name)
    if (spelled !== undefined) merged[name] = spelled
  }
  return sameJson(present, merged) ? present : merged
}

/**
 * Two elements with the same identity are one: equal type and value in the schema's sense of equal, or, for elements without
 * a `value` such as addresses, equal throughout.
 */
export function identityOf(attribute: Attribute, element: Json): string {
  if (!isObject(element)) return `simple ${comparable(attribute, element)}`
  if (own(element, 'value') === undefined) return `whole ${JSON.stringify(sorted(element))}`
  return `pair ${part(attribute, element, 'type')} ${part(attribute, element, 'value')}`
}

function part(attribute: Attribute, element: JsonObject, name: string): string {
  const sub = attribute.subAttributes.find(candidate => candidate.name === name)
  const value = own(element, name)
  return value === undefined || sub === undefined ? '-' : comparable(sub, value)
}

/** The text under which values of an attribute are equal: folded unless it is case exact. */
export const comparable = (attribute: Attribute, value: Json): string =>
  JSON.stringify(typeof value === 'string' ? comparisonKey(attribute, value) : value)

const sorted = (object: JsonObject) =>
  Object.entries(object).sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
