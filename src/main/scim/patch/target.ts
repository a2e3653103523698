import type { Json } from '../../../shared/scim'
import { invalidPath, invalidValue } from '../errors'
import { parsePath } from '../filter/path'
import type { Attribute, ResourceModel, Schema } from '../model'
import { findExtension, findSpelled, isCoreUrn } from '../registry'
import { isObject, shorten, shown } from './json'
import type { OperationPath } from './operation'
import type { NotedReading } from '../reading'
import { resolveAttribute, type Target } from './resolve-attribute'

export type { Target } from './resolve-attribute'

/** RFC 7644 §3.5.2, figure 7: a PATCH `path`. Throws 400 invalidPath for what is no path, 400 invalidFilter for a bad filter. */
export function readPath(
  model: ResourceModel,
  written: string,
  value: Json | undefined,
  reading: NotedReading
): Target {
  const spelled = spelledTarget(model, written)
  if (spelled !== null) return spelled
  const text = readDotAfterUrn(model, written, reading)
  const known = schemaTarget(model, text) ?? (reading.isLenient ? foreignTarget(model, text, value) : null)
  return known ?? resolveAttribute(model, parsePath(text, reading), text, reading)
}

function spelledTarget(model: ResourceModel, text: string): Target | null {
  const found = findSpelled(model, text)
  return found && { kind: 'attribute', path: { ...found, element: null } }
}

/** Entra's retired dialect (job ids customappsso) has a dot before an extension's attribute: `urn:…:2.0:User.department`. */
function readDotAfterUrn(model: ResourceModel, text: string, reading: NotedReading): string {
  if (!reading.isLenient || !text.startsWith('urn:')) return text
  const lower = text.toLowerCase()
  const schema = model.extensions.find(({ id }) => lower.startsWith(`${id.toLowerCase()}.`))
  if (schema === undefined) return text
  reading.use('dot-after-urn', text)
  return `${schema.id}:${text.slice(schema.id.length + 1)}`
}

/**
 * A key of a path-less object. By RFC it is an attribute's name or an extension's URN. Entra with its flag also writes
 * dotted (T14) and URN-prefixed keys (T15): entra-incremental-cycle.jsonl.
 */
export function readKey(model: ResourceModel, key: string, value: Json, reading: NotedReading): Target {
  if (!/[.:[]/.test(key)) {
    const written = { urn: null, name: key, sub: null, filter: null }
    return spelledTarget(model, key) ?? resolveAttribute(model, written, key, reading)
  }
  const known = schemaTarget(model, key)
  if (known !== null) return known
  if (!reading.isLenient) return { kind: 'unknown', name: key }
  return readPathKey(model, readDotAfterUrn(model, key, reading), value, reading)
}

function readPathKey(model: ResourceModel, key: string, value: Json, reading: NotedReading): Target {
  const foreign = FOREIGN_KEY.test(key) ? foreignTarget(model, key, value) : null
  if (foreign !== null) return foreign
  if (!PATH_LIKE.test(key) && !key.includes('[')) return { kind: 'unknown', name: key }
  reading.use(key.includes(':') ? 'urn-prefixed-key' : 'dotted-key', key)
  return resolveAttribute(model, parsePath(key, reading), key, reading)
}

/** A key inside an extension's object: its own attributes, dotted ones too. */
export function readExtensionKey(
  model: ResourceModel,
  schema: Schema,
  key: string,
  reading: NotedReading
): Target {
  const [name = '', sub, ...more] = key.split('.')
  if (more.length > 0 || (sub !== undefined && !reading.isLenient))
    return { kind: 'unknown', name: `${schema.id}:${key}` }
  if (sub !== undefined) reading.use('dotted-key', `${schema.id}:${key}`)
  const written = { urn: schema.id, name, sub: sub ?? null, filter: null }
  return resolveAttribute(model, written, `${schema.id}:${key}`, reading)
}

const NAME = '[A-Za-z$_][\\w$-]*'
const FOREIGN_KEY = /^urn:[^\s[\]"]+[^\s[\]".:]$/i
const PATH_LIKE = new RegExp(`^(urn:\\S+:)?${NAME}(\\.${NAME})?$`, 'i')

function schemaTarget(model: ResourceModel, text: string): Target | null {
  if (isCoreUrn(model, text)) return { kind: 'resource' }
  const schema = findExtension(model, text)
  return schema === null ? null : { kind: 'extension', schema }
}

// Names of the protocol itself and of other resource types are no place for a client's own values.
const RESERVED = /^urn:ietf:params:scim:(api|schemas:core):/i

function isForeign(model: ResourceModel, text: string): boolean {
  if (!/^urn:[^:]+:./i.test(text) || RESERVED.test(text)) return false
  const lower = text.toLowerCase()
  return ![model.core, ...model.extensions].some(schema => lower.startsWith(`${schema.id.toLowerCase()}:`))
}

// By custom a schema's URN ends in version and resource, `…:contoso:2.0:User`; what follows is an attribute.
const WHOLE_URN = /:\d+(\.\d+)*:[^:]+$/
const NAME_AND_PART = /^([^.]+)\.([^.]+)$/
const URN_AND_NAME = /:\d+(\.\d+)*:[^:]+:[^:]+$/

/**
 * Mappings may name a target attribute whose schema this server has never seen, such as
 * `urn:ietf:params:scim:schemas:extension:contoso:2.0:User:badge` (entra-protocol §10.3, T41): split at the last colon.
 */
function foreignTarget(model: ResourceModel, text: string, value: Json | undefined): Target | null {
  if (!isForeign(model, text)) return null
  if (text.includes('[')) return unknownFiltered(text)
  if (/\s|:$/.test(text)) throw invalidPath(`${shorten(text)} is not the path of an attribute.`)
  const isWhole = URN_AND_NAME.test(text) ? false : WHOLE_URN.test(text) || isObject(value)
  if (isWhole) return { kind: 'foreign', urn: text }

  const colon = text.lastIndexOf(':')
  const [, name = '', sub = null] = NAME_AND_PART.exec(text.slice(colon + 1)) ?? ['', text.slice(colon + 1)]
  return { kind: 'attribute', path: foreignPath(text.slice(0, colon), name, sub) }
}

/** A filter needs a schema to be read by; without one the value is ignored and named, as long as the path is one. */
function unknownFiltered(text: string): Target {
  parsePath(text)
  return { kind: 'unknown', name: text }
}

/** A path below a URN that no schema describes: any JSON is kept as sent. An empty name stands for the whole URN. */
export function foreignPath(urn: string, name: string, sub: string | null): OperationPath {
  return {
    urn,
    attribute: foreignAttribute(name),
    sub: sub === null ? null : foreignAttribute(sub),
    element: null,
    isForeign: true
  }
}

const foreignAttribute = (name: string): Attribute => ({
  name,
  type: 'string',
  multiValued: false,
  description: '',
  required: false,
  canonicalValues: [],
  caseExact: true,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
  referenceTypes: [],
  subAttributes: []
})

export function requireObject(value: Json, where: string) {
  if (!isObject(value))
    throw invalidValue(`${where} takes an object of attributes; ${shown(value)} was sent.`)
  return value
}
