import { setImmediate } from 'node:timers/promises'
import { BULK_RESPONSE, type Json, type JsonObject } from '../../shared/scim'
import type { ToleranceUse } from '../../shared/exchange'
import type { Directory, RequestContext, Writing, Written } from '../directory/types'
import { type BulkOperation, type BulkPlan, type BulkStep, planBulk } from '../scim/bulk'
import { completionOf, resolveReferences, withoutReferences } from '../scim/bulk-references'
import { ScimError, notFound } from '../scim/errors'
import type { Registry } from '../scim/model'
import { modelAt } from '../scim/registry'
import { errorBody } from './respond'

interface Outcome {
  message: JsonObject
  operations: number
  failed: number
  hasChange: boolean
  tolerances: ToleranceUse[]
}

type Result = { written: Written } | { error: ScimError }

const ALL = { attributes: null, excludedAttributes: null }

/**
 * RFC 7644 §3.7: runs the operations of a BulkRequest, each for itself, and answers each for itself.
 *
 * @throws ScimError for what is wrong with the request as a whole
 */
export async function runBulk(
  { directory, registry }: { directory: Directory; registry: Registry },
  context: RequestContext,
  body: Json
): Promise<Outcome> {
  const plan = planBulk(body, context.compatibility)
  const bodies = plan.operations.map(({ data }) => data)
  return directory.writeTogether(bodies, now => runPlan(plan, now, registry, context))
}

/** A thousand operations are not run in one breath: others wait no longer than this. */
const BREATH_MS = 20

async function runPlan(
  { operations, steps, failOnErrors }: BulkPlan,
  directory: Writing,
  registry: Registry,
  context: RequestContext
): Promise<Outcome> {
  const results = new Map<BulkOperation, Result>()
  const ids = new Map<string, string>()
  let breathAt = performance.now()

  for (const step of steps) {
    if (failOnErrors !== null && failures(results) >= failOnErrors) break
    const operation = operations[step.index]
    if (operation) take(operation, step)
    if (performance.now() - breathAt < BREATH_MS) continue
    await setImmediate()
    breathAt = performance.now()
  }

  function take(operation: BulkOperation, step: BulkStep): void {
    const before = results.get(operation)
    if (step.kind === 'complete' && (before === undefined || 'error' in before)) return
    const result = attempt(() =>
      step.kind === 'run' ? run(operation, step.heldBack) : complete(operation, step.heldBack)
    )
    results.set(operation, result)
    if (operation.method === 'POST' && operation.bulkId !== null && 'written' in result) {
      ids.set(operation.bulkId, result.written.id)
    }
  }

  function run(operation: BulkOperation, heldBack: ReadonlySet<string>): Written {
    if (operation.problem) throw operation.problem
    const type = typeAt(operation)
    const id = operation.id === null ? '' : String(resolveReferences(operation.id, ids))
    const data = resolveReferences(withoutReferences(operation.data, heldBack), ids)
    const options = { ...ALL, ifMatch: operation.version, isUnread: true }
    switch (operation.method) {
      case 'POST':
        return directory.create(context, type, data, ALL)
      case 'PUT':
        return directory.replace(context, type, id, data, options)
      case 'PATCH':
        return directory.patch(context, type, id, data, options)
      default:
        return directory.remove(context, type, id, { ifMatch: operation.version })
    }
  }

  function complete(operation: BulkOperation, heldBack: ReadonlySet<string>): Written {
    const before = results.get(operation)
    const id = before && 'written' in before ? before.written.id : ''
    const patch = resolveReferences(completionOf(operation.data, heldBack), ids)
    return directory.patch(context, typeAt(operation), id, patch, { ...ALL, ifMatch: null, isUnread: true })
  }

  function typeAt({ endpoint }: BulkOperation): string {
    const model = modelAt(registry, endpoint)
    if (!model) throw notFound(`There is no resource type at ${endpoint}.`)
    return model.type.name
  }

  const answered = operations.flatMap(operation => {
    const result = results.get(operation)
    return result ? [answerOf(operation, result, context, ids)] : []
  })
  const written = [...results.values()].flatMap(result => ('written' in result ? [result.written] : []))
  return {
    message: { schemas: [BULK_RESPONSE], Operations: answered },
    operations: operations.length,
    failed: failures(results),
    hasChange: written.some(one => one.hasChange),
    tolerances: written.flatMap(one => one.tolerances)
  }
}

function attempt(work: () => Written): Result {
  try {
    return { written: work() }
  } catch (error) {
    if (error instanceof ScimError) return { error }
    throw error
  }
}

const failures = (results: ReadonlyMap<BulkOperation, Result>): number =>
  [...results.values()].filter(result => 'error' in result).length

const STATUS: Record<string, string> = { POST: '201', PUT: '200', PATCH: '200', DELETE: '204' }

function answerOf(
  operation: BulkOperation,
  result: Result,
  { baseUrl }: RequestContext,
  ids: ReadonlyMap<string, string>
): JsonObject {
  const { method, bulkId, endpoint } = operation
  const named = operation.id?.startsWith('bulkId:') ? ids.get(operation.id.slice(7)) : operation.id
  const id = 'written' in result ? result.written.id : named
  return {
    ...(id && { location: `${baseUrl}${endpoint}/${encodeURIComponent(id)}` }),
    method,
    ...(bulkId !== null && { bulkId }),
    ...('written' in result && result.written.etag && { version: result.written.etag }),
    status: 'written' in result ? (STATUS[method] ?? '200') : String(result.error.status),
    ...('error' in result && { response: errorBody(result.error) })
  }
}
