import type { Json, JsonObject } from '../../../shared/scim'
import { compareText, fold } from '../fold'
import type { Attribute, AttributePath } from '../model'
import { isObject, own } from '../patch/json'
import type { CompareOperator, CompareValue, Filter } from './ast'
import { instantOf } from './instant'

/**
 * Whether a resource satisfies a resolved filter; for the filter of a value path, whether an element does. Reads what
 * the object holds under canonical names, own members only. The meaning of each operator is in README.md.
 */
export function matchFilter(filter: Filter, resource: JsonObject): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.terms.every(term => matchFilter(term, resource))
    case 'or':
      return filter.terms.some(term => matchFilter(term, resource))
    case 'not':
      return !matchFilter(filter.term, resource)
    case 'present':
      return valuesAt(filter.path, resource).some(isPresent)
    case 'compare':
      return matchComparison(filter.path, filter.op, filter.value, resource)
    case 'element':
      return valuesAt(filter.path, resource).some(
        element =>
          (isObject(element) || filter.path.attribute.type !== 'complex') &&
          matchElement(filter.filter, element)
      )
  }
}

/** Whether one element satisfies the filter of a value path; a simple one stands under `value`. */
export const matchElement = (filter: Filter, element: Json): boolean =>
  matchFilter(filter, isObject(element) ? element : { value: element })

/** Everything a path reaches: the elements of a multi-valued attribute one by one, nothing for what is absent. */
export function valuesAt(path: AttributePath, resource: JsonObject): Json[] {
  const home = path.urn === null ? resource : own(resource, path.urn)
  if (!isObject(home)) return []
  const values = each(own(home, path.attribute.name))
  const { sub } = path
  if (sub === null) return values
  return values.flatMap(value => (isObject(value) ? each(own(value, sub.name)) : []))
}

/** RFC 7644 §3.4.2.2 `pr`: somewhere in the value there is something that is neither null nor the empty text. */
function isPresent(value: Json): boolean {
  if (Array.isArray(value)) return value.some(isPresent)
  if (isObject(value)) return Object.values(value).some(isPresent)
  return value !== null && value !== ''
}

/** The form in which two texts of an attribute are compared: folded unless it is case exact. */
export function comparisonKey(attribute: Attribute, text: string): string {
  return attribute.caseExact ? text.toWellFormed() : fold(text)
}

function matchComparison(
  path: AttributePath,
  op: CompareOperator,
  literal: CompareValue,
  resource: JsonObject
): boolean {
  if (op === 'ne') return !matchComparison(path, 'eq', literal, resource)
  const leaf = path.sub ?? path.attribute
  const values = valuesAt(path, resource)
  if (values.length === 0 || literal === null) return false
  if (typeof literal !== 'string') {
    return values.some(value => typeof value === typeof literal && holds(op, Number(value) - Number(literal)))
  }
  if (leaf.type === 'dateTime' && !isSubstring(op)) return matchInstant(values, op, literal)

  const wanted = comparisonKey(leaf, literal)
  return values.some(value => typeof value === 'string' && matchText(op, comparisonKey(leaf, value), wanted))
}

function matchInstant(values: Json[], op: CompareOperator, literal: string): boolean {
  const wanted = instantOf(literal)
  return values.some(value => {
    const at = typeof value === 'string' ? instantOf(value) : null
    return at !== null && wanted !== null && holds(op, at - wanted)
  })
}

function matchText(op: CompareOperator, text: string, wanted: string): boolean {
  switch (op) {
    case 'eq':
      return text === wanted
    case 'co':
      return text.includes(wanted)
    case 'sw':
      return text.startsWith(wanted)
    case 'ew':
      return text.endsWith(wanted)
    default:
      return holds(op, compareText(text, wanted))
  }
}

function holds(op: CompareOperator, difference: number): boolean {
  switch (op) {
    case 'eq':
      return difference === 0
    case 'gt':
      return difference > 0
    case 'ge':
      return difference >= 0
    case 'lt':
      return difference < 0
    case 'le':
      return difference <= 0
    default:
      return false
  }
}

export const isSubstring = (op: CompareOperator) => op === 'co' || op === 'sw' || op === 'ew'

function each(value: Json | undefined): Json[] {
  if (Array.isArray(value)) return value
  return value === undefined || value === null ? [] : [value]
}
