import { PATCH_OP } from '../../../shared/scim'
import type { Json, JsonObject } from '../../../shared/scim'
import { invalidPath, invalidSyntax } from '../errors'
import { isObject, own, ownKey, shown } from './json'
import type { NotedReading } from '../reading'

/** One element of `Operations`, with `op` in lower case; path and value still as the client wrote them. */
export interface RawOperation {
  op: 'add' | 'remove' | 'replace'
  path: string | null
  value: Json | undefined
  /** Where it stands, for people: `Operations[2]`. */
  where: string
}

/** RFC 7644 §3.5.2: the message PatchOp with one or more operations; anything else is 400 invalidSyntax. */
export function readOperations(body: Json, reading: NotedReading): RawOperation[] {
  if (!isObject(body))
    throw invalidSyntax(`A PATCH body is an object with "Operations"; ${shown(body)} was sent.`)
  requireMessage(body, reading)
  const operations = readList(body, reading)
  if (operations.length === 0) throw invalidSyntax('"Operations" is empty; it takes one or more operations.')
  return operations.map((operation, index) => readOperation(operation, `Operations[${index}]`, reading))
}

/** T28. Clients that leave `schemas` out, or write another one, still mean a PatchOp. */
function requireMessage(body: JsonObject, reading: NotedReading): void {
  const schemas = own(body, 'schemas')
  if (Array.isArray(schemas) && schemas.includes(PATCH_OP)) return
  if (!reading.isLenient) throw invalidSyntax(`"schemas" must contain "${PATCH_OP}".`)
  reading.use('schemas-not-as-agreed', 'schemas')
}

/** Clients that write `operations`, or a single operation without the array around it. */
function readList(body: JsonObject, reading: NotedReading): Json[] {
  const key = reading.isLenient ? ownKey(body, 'Operations') : 'Operations'
  const given = key === null ? undefined : own(body, key)
  if (key !== 'Operations' && key !== null) reading.use('operations-in-another-form', key)
  if (Array.isArray(given)) return given
  if (!reading.isLenient || !isObject(given)) {
    throw invalidSyntax(`"Operations" takes an array of operations; ${shown(given)} was sent.`)
  }
  reading.use('operations-in-another-form', 'one operation without an array')
  return [given]
}

function readOperation(given: Json, where: string, reading: NotedReading): RawOperation {
  if (!isObject(given))
    throw invalidSyntax(`${where} is ${shown(given)}; an operation is an object with "op".`)
  const part = (name: string) => {
    const key = ownKey(given, name)
    return key === null ? undefined : own(given, key)
  }
  return {
    op: readOp(part('op'), where, reading),
    path: readPathText(part('path'), where, reading),
    value: part('value'),
    where
  }
}

/** T8. Entra with its flag off writes Add, Replace, Remove (entra-incremental-cycle.jsonl). */
function readOp(given: Json | undefined, where: string, reading: NotedReading): RawOperation['op'] {
  const op = typeof given === 'string' ? given.toLowerCase() : given
  if (op !== 'add' && op !== 'remove' && op !== 'replace') {
    throw invalidSyntax(`${where}.op is "add", "remove" or "replace"; ${shown(given)} was sent.`)
  }
  if (op !== given) reading.use('op-in-capitals', String(given))
  return op
}

function readPathText(given: Json | undefined, where: string, reading: NotedReading): string | null {
  if (given === undefined || given === null) return null
  if (typeof given !== 'string') throw invalidPath(`${where}.path takes a text; ${shown(given)} was sent.`)
  if (given.trim() !== '') return given
  if (!reading.isLenient) throw invalidPath(`${where}.path is empty.`)
  reading.use('empty-path', where)
  return null
}
