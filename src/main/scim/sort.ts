import type { Json, JsonObject } from '../../shared/scim'
import { invalidPath } from './errors'
import { instantOf } from './filter/instant'
import { comparisonKey, valuesAt } from './filter/match'
import { parsePathWord } from './filter/parse'
import { compareText } from './fold'
import type { Attribute, AttributePath, ResourceModel } from './model'
import { isObject, shorten } from './patch/json'
import { LENIENT, type Reading } from './reading'
import { findAttribute, findUnprefixed } from './registry'

export type SortOrder = 'ascending' | 'descending'

/** What resources are sorted by, down to a simple attribute. */
export interface Sort {
  path: AttributePath
  order: SortOrder
}

/** A value as it is ordered: texts as their keys, dates as epoch milliseconds, booleans as 0 and 1; null when missing. */
type SortKey = string | number | null

/**
 * `sortBy` of RFC 7644 §3.4.2.3. A complex attribute stands for its `value`. What no type has, or what has no order, is
 * 400 invalidPath. With several types, a type without the attribute has no value.
 */
export function resolveSort(
  models: ResourceModel[],
  sortBy: string,
  order: SortOrder,
  reading: Reading = LENIENT
): Sort {
  const path = findSortPath(models, sortBy.trim(), reading)
  if (!path) throw invalidPath(`sortBy: ${typeNames(models)} has no attribute "${shorten(sortBy)}".`)
  const simple = path.sub === null && path.attribute.type === 'complex' ? withValue(path) : path
  const leaf = simple && leafOf(simple)
  if (!leaf || leaf.type === 'complex')
    throw invalidPath(`sortBy: "${shorten(sortBy)}" is complex; name one of its sub-attributes.`)
  if (leaf.returned === 'never' || path.attribute.returned === 'never')
    throw invalidPath(`sortBy: "${sortBy}" is never returned.`)
  return { path: simple, order }
}

function findSortPath(models: ResourceModel[], sortBy: string, reading: Reading): AttributePath | null {
  const written = parsePathWord(sortBy)
  if (!written) return null
  for (const model of models) {
    const found = findAttribute(model, written)
    if (found) return found
  }
  if (!reading.isLenient) return null
  for (const model of models) {
    const found = findUnprefixed(model, written)
    if (!found) continue
    reading.use('unprefixed-extension-attribute', `sortBy ${sortBy}`)
    return found
  }
  return null
}

const typeNames = (models: ResourceModel[]) => models.map(model => model.type.name).join(', ')

function withValue(path: AttributePath): AttributePath | null {
  const sub = path.attribute.subAttributes.find(candidate => candidate.name === 'value')
  return sub ? { ...path, sub } : null
}

const leafOf = ({ attribute, sub }: AttributePath): Attribute => sub ?? attribute

/** The key of a resource: of a multi-valued attribute the primary element, if there is none the first. */
function sortKeyOf({ path }: Sort, resource: JsonObject): SortKey {
  const elements = valuesAt({ ...path, sub: null }, resource)
  const element = elements.find(isPrimary) ?? elements[0]
  const value = path.sub === null ? element : isObject(element) ? element[path.sub.name] : undefined
  const first = Array.isArray(value) ? value[0] : value
  return keyOf(leafOf(path), first)
}

function keyOf(leaf: Attribute, value: Json | undefined): SortKey {
  if (typeof value === 'boolean') return Number(value)
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return null
  return leaf.type === 'dateTime' ? instantOf(value) : comparisonKey(leaf, value)
}

/** Resources without a value come last when ascending and first when descending (RFC 7644 §3.4.2.3). */
export function compareBy(sort: Sort): (left: JsonObject, right: JsonObject) => number {
  const direction = sort.order === 'ascending' ? 1 : -1
  return (left, right) => direction * compareKeys(sortKeyOf(sort, left), sortKeyOf(sort, right))
}

/** Ascending: numbers, then texts by code point, then missing values. */
function compareKeys(left: SortKey, right: SortKey): number {
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right)
  if (typeof left === 'number' && typeof right === 'number') return left - right
  return rank(left) - rank(right)
}

const rank = (key: SortKey) => (key === null ? 2 : typeof key === 'string' ? 1 : 0)

const isPrimary = (element: Json) => isObject(element) && element.primary === true
