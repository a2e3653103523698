import type { Json, JsonObject } from '../../../shared/scim'
import { mutability, noTarget, tooLarge } from '../errors'
import type { Filter } from '../filter/ast'
import { matchFilter } from '../filter/match'
import type { Draft } from './apply'
import type { ElementList, Slot } from './element-list'
import { unionByTypeAndValue } from './elements'
import { isObject, own, sameJson } from './json'
import type { Operation, OperationPath } from './operation'
import { isPrimary } from './read-value'
import { nameOf } from './set-target'

type SetOperation = Extract<Operation, { value: Json }>

// About a second of work. Ten thousand operations on a dozen elements are a tenth of it.
const MAX_WORK = 2_000_000

/** One operation on a multi-valued attribute (RFC 7644 §3.5.2.1-3). */
export function applyToElements(draft: Draft, list: ElementList, operation: Operation): void {
  if (list.work() > MAX_WORK) {
    throw tooLarge(
      `The operations on ${nameOf(operation.path)} reach too many values; send them in several requests.`
    )
  }
  if (operation.op === 'remove') return removeFrom(draft, list, operation.path)
  const { path } = operation
  if (path.element === null && path.sub === null) return setWhole(list, operation)

  const touched = path.element === null ? list.all() : list.find(path.element)
  if (touched.length > 0) for (const slot of touched) list.change(slot, valueOf(draft, slot.value, operation))
  else touched.push(list.append(createElement(draft, operation)))
  keepOnePrimary(list, touched)
}

/** RFC 7644 §3.5.2.1: added to the values; §3.5.2.3: the attribute and all its values are replaced. */
function setWhole(list: ElementList, { op, value }: SetOperation): void {
  const elements = Array.isArray(value) ? value : [value]
  if (op === 'replace') list.reset([])
  keepOnePrimary(
    list,
    elements.map(element => list.add(element))
  )
}

/**
 * RFC 7644 §3.5.2.2. A filter that matches nothing is noTarget by the letter; Entra may repeat a removal after a lost answer,
 * so for it there is nothing left to do (T21).
 */
function removeFrom(draft: Draft, list: ElementList, path: OperationPath): void {
  if (path.element === null && path.sub === null) return list.reset([])
  const touched = path.element === null ? list.all() : list.find(path.element)
  if (touched.length === 0 && path.element !== null && !draft.isLenient) throw noMatch(path)
  for (const slot of touched) {
    const left = path.sub === null ? null : without(slot.value, path.sub.name)
    if (left === null || isLeftover(left, draft.isLenient)) list.remove(slot)
    else list.change(slot, left)
  }
}

function without(element: Json, name: string): Json {
  if (!isObject(element)) return element
  const left = { ...element }
  delete left[name]
  return left
}

/** An element of which only its label is left. Entra finds its values by type: such a shell would read as a value without one. */
function isLeftover(element: Json, isLenient: boolean): boolean {
  if (!isObject(element)) return false
  const names = Object.keys(element)
  return names.length === 0 || (isLenient && names.every(name => name === 'type' || name === 'primary'))
}

/** The element after the operation: a part of it set, added to, or replaced as a whole. */
function valueOf(draft: Draft, present: Json, { op, path, value }: SetOperation): Json {
  if (!isObject(present)) return value
  if (path.sub !== null) return withPart(present, path, op, value)
  if (!isObject(value)) return value
  // A replaced element stays the one that the path names: Entra goes on asking for emails[type eq "work"].
  const kept = op === 'add' ? present : draft.isLenient ? (partsOf(path.element) ?? {}) : {}
  return { ...kept, ...value }
}

function withPart(present: JsonObject, path: OperationPath, op: 'add' | 'replace', value: Json): Json {
  const { sub } = path
  if (sub === null) return present
  const before = own(present, sub.name)
  const after =
    op === 'add' && sub.multiValued && Array.isArray(before) && Array.isArray(value)
      ? unionByTypeAndValue(sub, before, value)
      : value
  if (sub.mutability === 'immutable' && before !== undefined && !sameJson(before, after)) {
    throw mutability(`${nameOf(path)} cannot be changed once it has a value.`)
  }
  return { ...present, [sub.name]: after }
}

/**
 * T12. RFC 7644 §3.5.2.3 wants noTarget for a filter that matches nothing; Entra sends emails[type eq "work"].value for users
 * who have none and would fail in every cycle. The filter's equalities become the new element (entra-incremental-cycle.jsonl).
 */
function createElement(draft: Draft, { path, value }: SetOperation): Json {
  const parts = path.element === null ? {} : partsOf(path.element)
  if (parts === null || (path.element !== null && !draft.isLenient)) throw noMatch(path)
  if (path.element !== null) draft.note('element-created-from-filter', nameOf(path))
  if (path.sub !== null) return { ...parts, [path.sub.name]: value }
  return isObject(value) ? { ...parts, ...value } : value
}

const noMatch = (path: OperationPath) =>
  noTarget(`No value of ${nameOf(path)} matches the filter of the path.`)

/** What an element must hold to match: the filter's equalities; null when the filter does not spell them out. */
function partsOf(filter: Filter | null): JsonObject | null {
  if (filter === null) return {}
  switch (filter.kind) {
    case 'and': {
      const parts = filter.terms.map(partsOf)
      return parts.includes(null) ? null : Object.assign({}, ...parts)
    }
    case 'compare':
      return filter.op === 'eq' && filter.path.sub === null
        ? { [filter.path.attribute.name]: filter.value }
        : null
    case 'not':
      // `primary eq false` is read as `not (primary eq true)`, since an absent primary is false (RFC 7643 §2.4).
      return filter.term.kind === 'compare' && filter.term.value === true
        ? { [filter.term.path.attribute.name]: false }
        : null
    default:
      return null
  }
}

/** RFC 7644 §3.5.2: an operation that sets `primary` to true sets it to false on every other value. */
function keepOnePrimary(list: ElementList, touched: Slot[]): void {
  const primary = touched.find(slot => isPrimary(slot.value))
  if (primary === undefined) return
  for (const slot of list.primaries()) {
    if (slot !== primary && isObject(slot.value)) list.change(slot, { ...slot.value, primary: false })
  }
}

/** `manager[value eq "…"]`: a single complex value, reached only when it matches the filter. */
export function applyToFilteredValue(
  draft: Draft,
  container: JsonObject,
  operation: Operation,
  filter: Filter
): void {
  const { attribute, sub } = operation.path
  const present = own(container, attribute.name)
  const isMatch = isObject(present) && matchFilter(filter, present)
  if (operation.op !== 'remove') {
    const current = isMatch ? valueOf(draft, present, operation) : createElement(draft, operation)
    container[attribute.name] = current
    return
  }
  if (!isMatch) {
    if (!draft.isLenient) throw noMatch(operation.path)
    return
  }
  const left = sub === null ? null : without(present, sub.name)
  if (left === null) delete container[attribute.name]
  else container[attribute.name] = left
}
