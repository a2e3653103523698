import type { Story } from '../../shared/exchange'
import type { Named } from '../../shared/scim'
import type { Filter } from '../scim/filter/ast'
import type { AttributePath } from '../scim/model'

export interface Search {
  /** null: several types at once. */
  type: string | null
  /** As written, and resolved; null when everything was asked for. */
  text: string | null
  filter: Filter | null
  hits: Named[]
  total: number
  /** What somebody of this type is called; the id itself where nobody is known. */
  nameOf(type: string, id: string): Named
}

/** What a query was for, seen by its shape: Entra's only queries are look-ups, probes and reference checks (entra-protocol 3.1, 4.1, 4.6, 5.2). */
export function storyOfSearch({ type, text, filter, hits, total, nameOf }: Search): Story {
  if (!filter || text === null) return { kind: 'listed', type, returned: hits.length, total }
  if (type !== null) {
    const check = referenceCheck(filter)
    if (check?.name === 'members') {
      const group = nameOf('Group', check.id)
      return { kind: 'checked-member', group, member: nameOf('User', check.value), isMember: total > 0 }
    }
    if (check?.name === 'manager') {
      const user = nameOf('User', check.id)
      return { kind: 'checked-manager', user, manager: nameOf('User', check.value), isManager: total > 0 }
    }
    const lookUp = lookUpOf(filter)
    if (lookUp) {
      const isProbe = total === 0 && lookUp.attribute !== 'id' && GUID.test(lookUp.value)
      return isProbe
        ? { kind: 'tested-connection', type, ...lookUp }
        : { kind: 'looked-up', type, ...lookUp, found: hits[0] ?? null, count: total }
    }
  }
  return { kind: 'searched', type, filter: text, count: total }
}

// Test Connection asks for a random one: 200 and an empty list, not 404 (entra-test-connection.jsonl).
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

const LOOKED_UP = ['id', 'userName', 'externalId', 'displayName', 'emails.value', 'emails']

/** `userName eq "x"`, `emails[type eq "work"].value eq "x"`. */
function lookUpOf(filter: Filter): { attribute: string; value: string } | null {
  if (filter.kind === 'element') {
    const terms = filter.filter.kind === 'and' ? filter.filter.terms : [filter.filter]
    const value = terms.map(equality).find(term => term?.name === 'value')
    const attribute = filter.path.attribute.name
    return value && LOOKED_UP.includes(attribute) ? { attribute, value: value.value } : null
  }
  const term = equality(filter)
  return term && LOOKED_UP.includes(term.name) ? { attribute: term.name, value: term.value } : null
}

/** `id eq "g" and members eq "u"`, in either order. */
function referenceCheck(filter: Filter): { id: string; name: 'members' | 'manager'; value: string } | null {
  if (filter.kind !== 'and' || filter.terms.length !== 2) return null
  const terms = filter.terms.map(asValueEquality)
  const id = terms.find(term => term?.name === 'id')
  const other = terms.find(term => term !== id)
  if (!id || !other) return null
  if (other.name === 'members.value') return { id: id.value, name: 'members', value: other.value }
  return other.name === 'manager.value' ? { id: id.value, name: 'manager', value: other.value } : null
}

/** `members[value eq "u"]` says the same as `members.value eq "u"`. */
function asValueEquality(filter: Filter) {
  if (filter.kind !== 'element') return equality(filter)
  const inner = equality(filter.filter)
  return inner && { ...inner, name: `${filter.path.attribute.name}.${inner.name}` }
}

function equality(filter: Filter): { name: string; value: string } | null {
  if (filter.kind !== 'compare' || filter.op !== 'eq' || typeof filter.value !== 'string') return null
  return { name: nameOf(filter.path), value: filter.value }
}

const nameOf = ({ attribute, sub }: AttributePath) => (sub ? `${attribute.name}.${sub.name}` : attribute.name)
