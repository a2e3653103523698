import { BULK_REQUEST } from '../../shared/scim'
import type { Compatibility, Json, JsonObject } from '../../shared/scim'
import { referencesIn } from './bulk-references'
import { orderBulk, type BulkStep } from './bulk-order'
import { invalidSyntax, invalidValue, tooLarge, type ScimError } from './errors'
import { isObject, own, ownKey, requirePlainJson, shorten, shown } from './patch/json'

export type { BulkStep } from './bulk-order'

export const MAX_BULK_OPERATIONS = 1000

export type BulkMethod = 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One operation of a BulkRequest, in the request's order. */
export interface BulkOperation {
  /** Its place in the request and in the answer. */
  index: number
  /** As answered; upper case when it is one of the four. */
  method: string
  bulkId: string | null
  /** The `If-Match` of this operation, as written: `W/"3"`. */
  version: string | null
  /** As written. */
  path: string
  /** `/Users`. */
  endpoint: string
  /** The resource's id; null for POST. May be a reference, `bulkId:qwerty`. */
  id: string | null
  /** With references unresolved; null for DELETE. */
  data: Json
  /** What is wrong with the operation itself: it is not run, and this is its answer. It counts as an error. */
  problem: ScimError | null
}

export interface BulkPlan {
  /** Stop after this many errors; null to go on whatever happens (RFC 7644 §3.7). */
  failOnErrors: number | null
  operations: BulkOperation[]
  /** What to do, in order. */
  steps: BulkStep[]
}

/**
 * Reads a BulkRequest (RFC 7644 §3.7) and plans its execution. Throws ScimError for what is wrong with the request as a whole:
 * 400 invalidSyntax or invalidValue, 413 above 1,000 operations. What is wrong with one operation is its `problem`.
 *
 * How to execute: keep `ids`, a Map from bulkId to created id. For each step in order, until `failOnErrors` operations failed:
 * - `run` an operation with a problem: answer the problem. Else resolve `id` and `data` with `resolveReferences(…, ids)` after
 *   `withoutReferences(data, heldBack)`, run it, and remember the created id under its bulkId.
 * - `complete` an operation that succeeded: PATCH its resource with `resolveReferences(completionOf(data, heldBack), ids)`. If
 *   that fails, the operation's answer becomes that error.
 * Answer the operations that ran in the order of `operations`.
 */
export function planBulk(body: Json, compatibility: Compatibility): BulkPlan {
  requirePlainJson(body)
  if (!isObject(body)) throw invalidSyntax(`A BulkRequest is a JSON object; ${shown(body)} was sent.`)
  const schemas = own(body, 'schemas')
  const isBulkRequest = Array.isArray(schemas) && schemas.includes(BULK_REQUEST)
  if (!isBulkRequest && compatibility === 'rfc')
    throw invalidSyntax(`"schemas" must contain "${BULK_REQUEST}".`)

  const given = readPart(body, 'Operations')
  if (!Array.isArray(given)) throw invalidSyntax(`"Operations" takes an array; ${shown(given)} was sent.`)
  if (given.length === 0) throw invalidSyntax('"Operations" is empty; it takes one or more operations.')
  if (given.length > MAX_BULK_OPERATIONS) {
    throw tooLarge(`A bulk request has at most ${MAX_BULK_OPERATIONS} operations; ${given.length} were sent.`)
  }
  const operations = given.map(readOperation)
  const creators = requireDistinctBulkIds(operations)
  for (const operation of operations) operation.problem ??= unknownReference(operation, creators)
  return { failOnErrors: readFailOnErrors(body), operations, steps: orderBulk(operations, creators) }
}

function readFailOnErrors(body: JsonObject): number | null {
  const given = readPart(body, 'failOnErrors')
  if (given === undefined || given === null) return null
  if (typeof given !== 'number' || !Number.isInteger(given) || given < 0) {
    throw invalidValue(`"failOnErrors" takes a whole number; ${shown(given)} was sent.`)
  }
  return given === 0 ? null : given
}

function readOperation(given: Json, index: number): BulkOperation {
  const object = isObject(given) ? given : {}
  const text = (name: string) => {
    const value = readPart(object, name)
    return typeof value === 'string' ? value : null
  }
  const method = text('method') ?? ''
  const path = text('path') ?? ''
  const { endpoint, id } = splitPath(path)
  const operation: BulkOperation = {
    index,
    method: isMethod(method.toUpperCase()) ? method.toUpperCase() : method,
    bulkId: text('bulkId'),
    version: text('version'),
    path,
    endpoint,
    id,
    data: method.toUpperCase() === 'DELETE' ? null : (readPart(object, 'data') ?? null),
    problem: null
  }
  return { ...operation, problem: problemOf(given, operation) }
}

function readPart(object: JsonObject, name: string): Json | undefined {
  const key = ownKey(object, name)
  return key === null ? undefined : own(object, key)
}

const isMethod = (method: string): method is BulkMethod => ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method)

/** `/Users/4f1c` → `/Users` and `4f1c`. Clients also leave out the first slash. */
function splitPath(path: string): { endpoint: string; id: string | null } {
  const [type = '', id, ...more] = path.replace(/^\/+/, '').replace(/\/+$/, '').split('/')
  return { endpoint: `/${type}`, id: id === undefined ? null : [id, ...more].join('/') }
}

/** RFC 7644 §3.7: what every operation needs. */
function problemOf(given: Json, operation: BulkOperation): ScimError | null {
  const { index, method, path, id, data, bulkId } = operation
  const where = `Operations[${index}]`
  if (!isObject(given)) return invalidSyntax(`${where} takes an object; ${shown(given)} was sent.`)
  if (!isMethod(method)) {
    return invalidSyntax(
      `${where}.method is POST, PUT, PATCH or DELETE; ${JSON.stringify(shorten(method))} was sent.`
    )
  }
  if (path === '') return invalidSyntax(`${where} needs a "path" such as "/Users".`)
  if (id?.includes('/') || /[?#]/.test(path)) return invalidPathOf(where, path)
  if (method === 'POST' && id !== null)
    return invalidSyntax(`${where}.path of a POST names a resource type, not a resource.`)
  if (method === 'POST' && bulkId === null)
    return invalidSyntax(`${where} needs a "bulkId", as every POST in a bulk does.`)
  if (method !== 'POST' && id === null)
    return invalidSyntax(`${where}.path of a ${method} names one resource: "/Users/<id>".`)
  if (method !== 'DELETE' && !isObject(data))
    return invalidSyntax(`${where}.data takes an object; ${shown(data)} was sent.`)
  return null
}

const invalidPathOf = (where: string, path: string) =>
  invalidSyntax(`${where}.path is "/<type>" or "/<type>/<id>"; ${JSON.stringify(shorten(path))} was sent.`)

/** RFC 7644 §3.7.2: a bulkId is unique within the request. The POST that creates each. */
function requireDistinctBulkIds(operations: BulkOperation[]): Map<string, BulkOperation> {
  const creators = new Map<string, BulkOperation>()
  for (const operation of operations) {
    if (operation.method !== 'POST' || operation.bulkId === null) continue
    if (creators.has(operation.bulkId)) {
      throw invalidValue(`The bulkId ${JSON.stringify(shorten(operation.bulkId))} is used twice.`)
    }
    creators.set(operation.bulkId, operation)
  }
  return creators
}

function unknownReference(operation: BulkOperation, creators: Map<string, BulkOperation>): ScimError | null {
  const unknown = [...referencesIn([operation.id, operation.data])].find(bulkId => !creators.has(bulkId))
  return unknown === undefined
    ? null
    : invalidValue(
        `Operations[${operation.index}] refers to bulkId:${shorten(unknown)}, which no POST of this request has.`
      )
}
