import type { Json } from '../../../shared/scim'
import type { Filter } from '../filter/ast'
import { matchElement } from '../filter/match'
import type { Attribute } from '../model'
import { comparable, identityOf, mergeElement, unionByTypeAndValue } from './elements'
import { isObject, own } from './json'
import { isPrimary } from './read-value'

// A change costs about as much as looking at this many elements, because it is indexed anew.
const CHANGE_WORK = 5

/** One element while operations work on it; its identity survives changes of its value. */
export interface Slot {
  value: Json
}

/**
 * The elements of one multi-valued attribute while a PATCH works on them, in order. Identities and the sub-attributes that
 * filters ask for are indexed, so that 10,000 operations on 10,000 elements stay linear.
 */
export function openElementList(attribute: Attribute, elements: Json[]) {
  let slots: Set<Slot>
  let byIdentity: Map<string, Slot>
  let bySub: Map<string, Map<string, Set<Slot>>>
  let primaries: Set<Slot>
  let work = 0
  reset(elements)

  function reset(values: Json[]): void {
    slots = new Set()
    byIdentity = new Map()
    bySub = new Map()
    primaries = new Set()
    for (const value of values) insert({ value })
  }

  function insert(slot: Slot): void {
    slots.add(slot)
    index(slot)
  }

  function index(slot: Slot): void {
    if (isPrimary(slot.value)) primaries.add(slot)
    const identity = identityOf(attribute, slot.value)
    if (!byIdentity.has(identity)) byIdentity.set(identity, slot)
    for (const [name, places] of bySub) placeOf(places, name, slot)?.add(slot)
  }

  function unindex(slot: Slot): void {
    primaries.delete(slot)
    const identity = identityOf(attribute, slot.value)
    if (byIdentity.get(identity) === slot) byIdentity.delete(identity)
    for (const [name, places] of bySub) placeOf(places, name, slot)?.delete(slot)
  }

  function placeOf(places: Map<string, Set<Slot>>, name: string, slot: Slot): Set<Slot> | null {
    const sub = attribute.subAttributes.find(candidate => candidate.name === name)
    const value = isObject(slot.value) ? own(slot.value, name) : undefined
    if (sub === undefined || value === undefined) return null
    const key = comparable(sub, value)
    const known = places.get(key) ?? new Set()
    places.set(key, known)
    return known
  }

  /** The slots a filter can match at most: those with the right value where it asks for equality, else all. */
  function candidates(filter: Filter): Iterable<Slot> {
    const term = equalityOf(filter)
    const sub = attribute.subAttributes.find(candidate => candidate === term?.sub)
    if (term === null || sub === undefined) return slots
    let places = bySub.get(sub.name)
    if (places === undefined) {
      places = new Map()
      bySub.set(sub.name, places)
      for (const slot of slots) placeOf(places, sub.name, slot)?.add(slot)
    }
    return places.get(comparable(sub, term.value)) ?? []
  }

  return {
    reset,
    /** The elements in order; those that have become the same are one (RFC 7643 §2.4). */
    values: () =>
      unionByTypeAndValue(
        attribute,
        [],
        [...slots].map(({ value }) => value)
      ),
    primaries: () => [...primaries],
    /** How many elements were looked at or changed so far: what an operation on many elements costs. */
    work: () => work,
    all(): Slot[] {
      work += slots.size
      return [...slots]
    },
    find(filter: Filter): Slot[] {
      const possible = [...candidates(filter)]
      work += possible.length
      return possible.filter(slot => matchElement(filter, slot.value))
    },
    append(value: Json): Slot {
      const slot = { value }
      insert(slot)
      return slot
    },
    /** RFC 7644 §3.5.2.1: what is already there is not added a second time. */
    add(value: Json): Slot {
      const present = byIdentity.get(identityOf(attribute, value))
      if (present === undefined) return this.append(value)
      this.change(present, mergeElement(present.value, value))
      return present
    },
    change(slot: Slot, value: Json): void {
      work += CHANGE_WORK
      unindex(slot)
      slot.value = value
      index(slot)
    },
    remove(slot: Slot): void {
      unindex(slot)
      slots.delete(slot)
    }
  }
}
export type ElementList = ReturnType<typeof openElementList>

/** An equality that every match satisfies, if the filter has one that an index can serve. */
function equalityOf(filter: Filter): { sub: Attribute; value: Json } | null {
  if (filter.kind === 'and') {
    const terms = filter.terms.map(equalityOf).filter(term => term !== null)
    // Thousands may share a type; hardly any two a value.
    return terms.find(({ sub }) => sub.name === 'value') ?? terms[0] ?? null
  }
  if (filter.kind !== 'compare' || filter.op !== 'eq') return null
  const sub = filter.path.attribute
  const isIndexable = !sub.multiValued && sub.type !== 'dateTime' && filter.path.sub === null
  return isIndexable ? { sub, value: filter.value } : null
}
