import type { DeckStep } from '../../../shared/deck'
import type { ProvisioningEntry } from '../../../shared/provisioning'
import type { Json, JsonObject } from '../../../shared/scim'
import { judge } from '../judge'
import { asObject } from '../mapping'
import type { Answer } from '../scim-client'

const ACTIONS = { GET: 'Other', POST: 'Create', PUT: 'Update', PATCH: 'Update', DELETE: 'Delete' } as const

/**
 * What a step of a deck did, as a provisioning log tells it: about whom, and what was modified.
 *
 * @param names by id, as answers told them
 */
export function entryOf(step: DeckStep, answer: Answer, names: Map<string, string>): ProvisioningEntry {
  const { method, path } = step
  const body = asObject(step.body ?? undefined)
  const verdict = judge({ method, path, ...(step.body !== null && { body }) }, answer)
  const [, endpoint, id = ''] = path.split(/[/?]/)
  const modified = method === 'PATCH' ? patched(body) : method === 'GET' ? [] : written(body)
  const isDisabled = modified.some(
    ({ property, value }) => property === 'active' && /^false$/i.test(value) && method !== 'POST'
  )
  return {
    action: isDisabled ? 'Disable' : ACTIONS[method],
    status: verdict.isSuccess ? 'Success' : 'Failure',
    source: {
      type: endpoint === 'Groups' ? 'Group' : 'User',
      objectId: '',
      name: nameIn(body) ?? names.get(id) ?? inWords(step)
    },
    targetId: id === '' ? null : id,
    modified,
    code: verdict.isSuccess ? null : verdict.code,
    detail: verdict.isSuccess ? null : verdict.detail
  }
}

/** `POST /Users anna@…`, as a step is called. */
export function inWords({ method, path, body }: Pick<DeckStep, 'method' | 'path' | 'body'>): string {
  const name = nameIn(asObject(body ?? undefined))
  return name === undefined
    ? `${method} ${decodeURIComponent(path.replaceAll('+', ' '))}`
    : `${method} ${path} ${name}`
}

/** Notes what the resources of an answer are called. */
export function learnNames(answer: Json | undefined, names: Map<string, string>): void {
  const { Resources } = asObject(answer)
  for (const resource of [asObject(answer), ...(Array.isArray(Resources) ? Resources.map(asObject) : [])]) {
    const name = nameIn(resource)
    if (typeof resource.id === 'string' && name !== undefined) names.set(resource.id, name)
  }
}

const nameIn = ({ displayName, userName }: JsonObject): string | undefined =>
  [displayName, userName].find(value => typeof value === 'string')

type Modified = ProvisioningEntry['modified']

/** The simple values of a whole resource. */
const written = (body: JsonObject): Modified =>
  Object.entries(body).flatMap(([property, value]) =>
    value === null || typeof value === 'object' ? [] : [{ property, value: String(value) }]
  )

const patched = ({ Operations }: JsonObject): Modified =>
  (Array.isArray(Operations) ? Operations.map(asObject) : []).flatMap(({ op, path, value }) => {
    if (path === undefined) return written(asObject(value))
    const told = value === undefined ? String(op).toLowerCase() : textOf(value)
    return [{ property: String(path), value: told }]
  })

const textOf = (value: Json): string =>
  Array.isArray(value)
    ? String(value.length)
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)
