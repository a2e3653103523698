import type { Json } from '../../../shared/scim'
import { invalidValue } from '../errors'
import type { Attribute } from '../model'
import { shown } from './json'
import type { NotedReading } from '../reading'

/** Reads one value of a simple attribute (RFC 7643 §2.3) in the schema's own JSON type; anything else is 400 invalidValue. */
export function readSimple(attribute: Attribute, value: Json, where: string, reading: NotedReading): Json {
  const read = reading.isLenient
    ? readNumberText(attribute, readBooleanText(attribute, value, where, reading), where, reading)
    : value
  requireSimple(attribute, read, where)
  return read
}

/**
 * T10. Entra writes booleans as "True" and "False" (flag off), other clients as "true". Only where the schema says boolean.
 * Seen in entra-incremental-cycle.jsonl.
 */
function readBooleanText(attribute: Attribute, value: Json, where: string, reading: NotedReading): Json {
  if (attribute.type !== 'boolean' || typeof value !== 'string') return value
  const text = value.toLowerCase()
  if (text !== 'true' && text !== 'false') return value
  reading.use('boolean-as-text', `${where}: ${JSON.stringify(value)}`)
  return text === 'true'
}

/** Entra's mappings produce text for every custom target attribute, numbers included (entra-protocol §10.3). */
function readNumberText(attribute: Attribute, value: Json, where: string, reading: NotedReading): Json {
  const isNumber = attribute.type === 'integer' || attribute.type === 'decimal'
  if (!isNumber || typeof value !== 'string' || !/^-?\d{1,15}(\.\d{1,15})?$/.test(value)) return value
  reading.use('number-as-text', `${where}: ${JSON.stringify(value)}`)
  return Number(value)
}

const EXPECTED: Record<Attribute['type'], string> = {
  string: 'a text',
  boolean: 'true or false',
  decimal: 'a number',
  integer: 'a whole number',
  dateTime: 'a date and time such as "2026-11-21T08:30:00Z"',
  binary: 'a text in Base64',
  reference: 'a text with a URI',
  complex: 'an object'
}

// xsd:dateTime, RFC 7643 §2.3.5.
const DATE_TIME = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/
const BASE64 = /^[A-Za-z0-9+/_-]*={0,2}$/

/** RFC 7643 §2.3: does this JSON value have the attribute's type? Throws 400 invalidValue naming attribute and value. */
export function requireSimple(attribute: Attribute, value: Json, where: string): void {
  if (isOfType(attribute.type, value)) return
  const given = attribute.mutability === 'writeOnly' ? 'something else' : shown(value)
  throw invalidValue(`${where} takes ${EXPECTED[attribute.type]}; ${given} was sent.`)
}

function isOfType(type: Attribute['type'], value: Json): boolean {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean'
    case 'integer':
      return Number.isInteger(value)
    case 'decimal':
      return typeof value === 'number' && Number.isFinite(value)
    case 'dateTime':
      return typeof value === 'string' && DATE_TIME.test(value) && !Number.isNaN(Date.parse(value))
    case 'binary':
      return typeof value === 'string' && BASE64.test(value)
    case 'string':
    case 'reference':
      return typeof value === 'string'
    case 'complex':
      return false
  }
}
