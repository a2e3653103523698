import { GROUP_SCHEMA } from '../../../shared/scim'
import type { Json } from '../../../shared/scim'
import { invalidSyntax, invalidValue, mutability } from '../errors'
import type { Filter } from '../filter/ast'
import type { ResourceModel } from '../model'
import { isObject, own, ownKey, shown } from './json'
import type { MemberOperation, OperationPath } from './operation'
import type { NotedReading } from '../reading'

/** Members of a group are rows of the store, not part of its document (design: data). */
export const isMembersPath = (model: ResourceModel, path: OperationPath) =>
  model.core.id === GROUP_SCHEMA && path.urn === null && path.attribute.name === 'members'

/** `add` or `replace` on members, with or without a filter. */
export function setMembers(
  op: 'add' | 'replace',
  path: OperationPath,
  value: Json,
  reading: NotedReading
): MemberOperation[] {
  if (path.element !== null) return setFilteredMember(op, path, path.element, value, reading)
  if (path.sub !== null && path.sub.name !== 'value') return keepMembers(path, reading)
  return [{ op, ids: readMemberIds(value, 'members', reading) }]
}

/** `remove` on members. What is removed is always spelled out; only a remove without any value empties the group. */
export function removeMembers(
  path: OperationPath,
  value: Json | undefined,
  reading: NotedReading
): MemberOperation[] {
  const hasValue = value !== undefined && value !== null
  if (path.sub !== null && (path.sub.name !== 'value' || (path.element === null && !hasValue))) {
    return keepMembers(path, reading)
  }
  if (path.element !== null) {
    const ids = idsOf(path.element)
    return ids === null ? [{ op: 'remove-where', filter: path.element }] : [{ op: 'remove', ids }]
  }
  return hasValue ? [{ op: 'remove', ids: readRemovedIds(value, reading) }] : [{ op: 'remove-all' }]
}

/**
 * T22. Entra with its flag off removes members with a `value` array; RFC 7644 has no such form, and libraries that ignore the
 * array empty the group. Seen in entra-incremental-cycle.jsonl.
 */
function readRemovedIds(value: Json, reading: NotedReading): string[] {
  if (!reading.isLenient) {
    throw invalidSyntax('A remove takes no value. Name the members in the path: members[value eq "…"].')
  }
  const ids = readMemberIds(value, 'members', reading)
  reading.use('members-removed-by-value', ids.join(', '))
  return ids
}

/** The ids that a value names, each once, in order. Anything that names no member is 400: never "replace with nothing". */
export function readMemberIds(value: Json, where: string, reading: NotedReading): string[] {
  if (Array.isArray(value)) {
    return [...new Set(value.map((member, index) => readMemberId(member, `${where}[${index}]`, reading)))]
  }
  if (!reading.isLenient || value === null || value === '') throw invalidMember(where, value)
  const id = readMemberId(value, where, reading)
  reading.use('single-value-for-list', where)
  return [id]
}

/** A member is an object with `value`; bare texts are JumpCloud's (entra-protocol §13). `$ref`, `type`, `display` are ours (T24). */
function readMemberId(member: Json, where: string, reading: NotedReading): string {
  if (typeof member === 'string' && member !== '' && reading.isLenient) {
    reading.use('bare-member-id', `${where}: ${member}`)
    return requireId(member, where)
  }
  if (!isObject(member)) throw invalidMember(where, member)
  const key = ownKey(member, 'value')
  const id = key === null ? undefined : own(member, key)
  if (typeof id !== 'string' || id === '') throw invalidMember(`${where}.value`, id)
  if (own(member, '$ref') === null) reading.use('member-ref-null', where)
  return requireId(id, where)
}

function requireId(id: string, where: string): string {
  if (id.includes('\0')) throw invalidValue(`${where} holds a NUL character, which no identifier has.`)
  return id
}

const invalidMember = (where: string, value: Json | undefined) =>
  invalidValue(`${where} names a member as {"value": "<id>"}; ${shown(value)} was sent.`)

/** RFC 7643 §8.7.1: the parts of a member are immutable or computed; a change of them alone changes no membership. */
function keepMembers(path: OperationPath, reading: NotedReading): MemberOperation[] {
  const name = `members.${path.sub?.name ?? ''}`
  if (!reading.isLenient) throw mutability(`${name} cannot be changed; remove the member and add it again.`)
  reading.use('read-only-ignored', name)
  return []
}

/** `members[value eq "a"]`: add means the member itself (T12); a replacing value swaps one member for another. */
function setFilteredMember(
  op: 'add' | 'replace',
  path: OperationPath,
  filter: Filter,
  value: Json,
  reading: NotedReading
): MemberOperation[] {
  if (path.sub !== null && path.sub.name !== 'value') return keepMembers(path, reading)
  const ids = idsOf(filter)
  if (ids === null) {
    throw invalidValue(
      'Members are added by their value: members[value eq "…"], or an array of {"value": "…"}.'
    )
  }
  const given = readMemberIds(Array.isArray(value) ? value : [value], 'members', reading)
  return op === 'add'
    ? [{ op: 'add', ids: [...new Set([...ids, ...given])] }]
    : [
        { op: 'remove', ids: ids.filter(id => !given.includes(id)) },
        { op: 'add', ids: given }
      ]
}

/** The ids that a filter spells out, `value eq "a" or value eq "b"`; null for any other filter. */
function idsOf(filter: Filter): string[] | null {
  if (filter.kind === 'or') {
    const parts = filter.terms.map(idsOf)
    return parts.includes(null) ? null : [...new Set(parts.flatMap(ids => ids ?? []))]
  }
  const isId = filter.kind === 'compare' && filter.op === 'eq' && leafOf(filter.path).name === 'value'
  return isId && typeof filter.value === 'string' ? [filter.value] : null
}

const leafOf = (path: { attribute: { name: string }; sub: { name: string } | null }) =>
  path.sub ?? path.attribute
