import type { Json } from '../../../shared/scim'
import { invalidPath, invalidSyntax, invalidValue, mutability } from '../errors'
import type { Attribute, Schema } from '../model'
import { findSubAttribute } from '../registry'
import type { Collected } from './collect'
import { copyJson, isHostileKey, isObject, shorten, shown } from './json'
import { isMembersPath, setMembers } from './members'
import type { OperationPath } from './operation'
import {
  isServersOwn,
  noteCase,
  readBareValue,
  readElement,
  readOneElementArray,
  readValue,
  saysThereIsNoValue
} from './read-value'
import { requireSimple } from './read-simple'
import type { NotedReading } from '../reading'
import { foreignPath, readExtensionKey, readKey, requireObject, type Target } from './target'

type SetOp = 'add' | 'replace'

/** An operation without path, or a whole resource: one operation per attribute of the object (RFC 7644 §3.5.2.1). */
export function setAttributes(out: Collected, op: SetOp, value: Json, where: string): void {
  const attributes = requireObject(
    out.form === 'patch' ? readOneElementArray(value, where, out.reading) : value,
    where
  )
  for (const [key, item] of Object.entries(attributes)) {
    if (key.toLowerCase() === 'schemas') continue
    if (isHostileKey(key)) ignoreUnknown(out, key)
    else setKey(out, op, key, item)
  }
}

/**
 * null members among the values of a PATCH, as serialisers write fields that were not set, are no order to empty a group. By the
 * letter null is the empty list (RFC 7643 §2.5), and in a whole resource it is the same as nothing.
 */
function setKey(out: Collected, op: SetOp, key: string, value: Json): void {
  const target = readKey(out.model, key, value, out.reading)
  const isMembers = target.kind === 'attribute' && isMembersPath(out.model, target.path)
  if (isMembers && value === null && out.form === 'resource') return
  if (isMembers && value === null && out.reading.isLenient)
    return out.reading.use('null-members-ignored', key)
  setTarget(out, op, target, value, key)
}

/** Sets what a path or key points at. `written` is how the client wrote it. */
export function setTarget(out: Collected, op: SetOp, target: Target, value: Json, written: string): void {
  switch (target.kind) {
    case 'resource':
      return setAttributes(out, op, value, written)
    case 'extension':
      return setExtension(out, op, target.schema, value)
    case 'foreign':
      return setForeign(out, op, target.urn, value)
    case 'unknown':
      return ignoreUnknown(out, target.name)
    case 'attribute':
      return target.path.isForeign
        ? keepForeign(out, op, target.path, value)
        : setAttribute(out, op, target.path, value)
  }
}

/** T16. One object per extension: its attributes one by one, so that what is not named stays. */
function setExtension(out: Collected, op: SetOp, schema: Schema, value: Json): void {
  if (value === null) return
  for (const [key, item] of Object.entries(requireObject(value, schema.id))) {
    // Libraries to which an extension is an object like any other repeat its URN inside.
    if (key.toLowerCase() === 'schemas') continue
    const target = readExtensionKey(out.model, schema, key, out.reading)
    setTarget(out, op, target, item, `${schema.id}:${key}`)
  }
}

function setForeign(out: Collected, op: SetOp, urn: string, value: Json): void {
  if (value === null) return
  if (!isObject(value))
    throw invalidValue(`${shorten(urn)} takes an object of attributes; ${shown(value)} was sent.`)
  for (const [key, item] of Object.entries(value)) {
    if (isHostileKey(key) || key === '') ignoreUnknown(out, `${urn}:${key}`)
    else keepForeign(out, op, foreignPath(urn, key, null), item)
  }
}

/** T41. Custom target attributes of Entra mappings whose schema this server has not: any JSON, kept as sent. */
function keepForeign(out: Collected, op: SetOp, path: OperationPath, value: Json): void {
  const names = [path.attribute.name, path.sub?.name ?? '']
  if ([path.urn ?? '', ...names].some(isHostileKey)) return ignoreUnknown(out, names.join('.'))
  out.reading.use('unknown-extension-kept', `${path.urn}:${names.filter(name => name !== '').join('.')}`)
  if (value !== null) out.operations.push({ op, path, value: copyJson(value) })
  else if (op === 'replace' && out.form === 'patch') out.operations.push({ op: 'remove', path })
}

/** T32. Unknown names never fail Entra's request; by the letter they are an error. */
function ignoreUnknown(out: Collected, name: string): void {
  if (out.reading.isLenient) return out.reading.use('unknown-attribute-ignored', name)
  const detail = `${out.model.type.name} has no attribute ${JSON.stringify(shorten(name))}.`
  throw out.form === 'patch' ? invalidPath(detail) : invalidSyntax(detail)
}

function setAttribute(out: Collected, op: SetOp, path: OperationPath, value: Json): void {
  const { attribute, sub } = path
  if (isReadOnly(path)) return ignoreReadOnly(out, path)
  if (attribute.mutability === 'writeOnly') return noticePassword(out, path, value)
  if (isMembersPath(out.model, path)) return setMembersOf(out, op, path, value)
  if (attribute.type === 'complex' && !attribute.multiValued && sub === null && path.element === null) {
    return setComplex(out, op, path, value)
  }
  setValue(out, op, readBareElement(path, value, out.reading.isLenient), value)
}

/** A bare text for one filtered element, `emails[type eq "work"]`, is its `value`; what else the element has stays. */
function readBareElement(path: OperationPath, value: Json, isLenient: boolean): OperationPath {
  const isBare = isLenient && path.element !== null && path.sub === null && typeof value === 'string'
  const sub = isBare ? findSubAttribute(path.attribute, 'value') : null
  return sub === null ? path : { ...path, sub }
}

export const isReadOnly = ({ urn, attribute, sub }: OperationPath) =>
  attribute.mutability === 'readOnly' ||
  sub?.mutability === 'readOnly' ||
  (urn === null && attribute.name === 'schemas')

/**
 * T31. Okta repeats `id`, and whole resources carry `meta` and `groups` (okta-lifecycle.jsonl). In a resource every read-only
 * value is ignored (RFC 7644 §3.5.1); in a PATCH only these, others are 400 mutability.
 */
export function ignoreReadOnly(out: Collected, path: OperationPath): void {
  if (out.form === 'resource' || path.attribute.name === 'schemas') return
  const name = nameOf(path)
  const isUsual = path.urn === null && ['id', 'meta', 'groups'].includes(path.attribute.name)
  if (!out.reading.isLenient || !isUsual) throw mutability(`${name} is read-only: this server writes it.`)
  out.reading.use('read-only-ignored', name)
}

/** The password is never stored; only that it was set. Its value appears nowhere, not even in an error. */
function noticePassword(out: Collected, path: OperationPath, value: Json): void {
  if (value === null || (value === '' && out.reading.isLenient)) return
  requireSimple(path.attribute, value, nameOf(path))
  out.passwordSet = true
  out.reading.use('password-not-kept', nameOf(path))
}

/**
 * Adding null adds nothing. members replaced by null is a shape nobody can have meant: refused, unless the letter of RFC 7643 §2.5
 * is asked for.
 */
function setMembersOf(out: Collected, op: SetOp, path: OperationPath, value: Json): void {
  const given = value === null && !out.reading.isLenient ? [] : value
  if (given === null && op === 'add') return out.reading.use('null-members-ignored', nameOf(path))
  if (given === null)
    throw invalidValue('members takes an array of {"value": "<id>"}; null was sent. [] removes all members.')
  out.members.push(...setMembers(op, path, given, out.reading))
}

/** RFC 7644 §3.5.2.1, §3.5.2.3: a single complex value is set part by part; parts that are not named stay. */
function setComplex(out: Collected, op: SetOp, path: OperationPath, value: Json): void {
  const { attribute } = path
  const name = nameOf(path)
  const single = readOneElementArray(value, name, out.reading)
  if (single === null || single === '') return setAbsent(out, op, path, single)
  const object = readBareValue(attribute, single, name, out.reading)
  if (!isObject(object)) throw invalidValue(`${name} takes an object; ${shown(object)} was sent.`)
  if (saysThereIsNoValue(attribute, object, name, out.reading)) return setAbsent(out, op, path, null)
  const parts = Object.entries(object)
  if (parts.length === 0 && isReference(attribute, out.reading)) return setAbsent(out, op, path, null)
  for (const [key, item] of parts) setPart(out, op, path, key, item)
}

/** T17: a manager replaced by `{}` is none, as with `{"value": ""}`: an object that refers to somebody has no part without the other. */
const isReference = (attribute: Attribute, { isLenient }: NotedReading): boolean =>
  isLenient && findSubAttribute(attribute, '$ref') !== null

function setPart(out: Collected, op: SetOp, path: OperationPath, key: string, value: Json): void {
  const sub = isHostileKey(key) ? null : findSubAttribute(path.attribute, key)
  if (sub === null) return ignoreUnknown(out, `${nameOf(path)}.${key}`)
  noteCase(key, sub.name, out.reading)
  if (!isServersOwn(path.attribute, sub)) setValue(out, op, { ...path, sub }, value)
}

function setValue(out: Collected, op: SetOp, path: OperationPath, value: Json): void {
  const name = nameOf(path)
  const read =
    path.sub !== null
      ? readValue(path.sub, value, name, out.reading)
      : path.element === null
        ? readValue(path.attribute, value, name, out.reading)
        : readElement(path.attribute, readOneElementArray(value, name, out.reading), name, out.reading)
  if (read === undefined) setAbsent(out, op, path, value)
  else out.operations.push({ op, path, value: read })
}

/**
 * T29, T30. Nothing was sent: in a new resource that is no value; a replace clears, and so does Entra's Add of "", for which
 * Add and Replace are one (T19). Adding null or an empty list adds nothing.
 */
function setAbsent(out: Collected, op: SetOp, path: OperationPath, value: Json): void {
  const name = nameOf(path)
  const isRequired = path.sub === null && path.element === null && path.attribute.required
  if (isRequired)
    throw invalidValue(`${name} is required; ${value === '' ? 'an empty text' : shown(value)} was sent.`)
  if (out.form === 'resource') {
    if (value === '') out.reading.use('empty-means-absent', name)
    return
  }
  const isList = path.attribute.multiValued && path.sub === null && path.element === null
  if (op === 'add' && (value !== '' || isList)) return
  if (value === '') out.reading.use('empty-clears', name)
  out.operations.push({ op: 'remove', path })
}

/** How people know the path: `name.familyName`, `urn:…:User:department`. */
export function nameOf({ urn, attribute, sub }: OperationPath): string {
  return `${urn === null ? '' : `${urn}:`}${attribute.name}${sub === null ? '' : `.${sub.name}`}`
}
