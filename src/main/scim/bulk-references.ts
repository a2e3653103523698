import type { Json, JsonObject } from '../../shared/scim'
import { PATCH_OP } from '../../shared/scim'
import { ScimError } from './errors'
import { isHostileKey, isObject } from './patch/json'

const REFERENCE = /^bulkId:(.+)$/s
// Inside the filter of a PATCH path: members[value eq "bulkId:qwerty"].
const QUOTED_REFERENCE = /"bulkId:([^"]+)"/g

/** RFC 7644 §3.7.2: the bulkIds that a value mentions as `bulkId:<id>`, anywhere in it, each once. */
export function referencesIn(value: Json): Set<string> {
  const found = new Set<string>()
  replaceReferences(value, id => {
    found.add(id)
    return id
  })
  return found
}

/**
 * The value with every `bulkId:<id>` replaced by the resource's id. `ids` has the id of every resource created so far; a
 * reference to anything else is 409, because the operation that should have made it failed or did not run.
 */
export function resolveReferences(value: Json, ids: ReadonlyMap<string, string>): Json {
  return replaceReferences(value, bulkId => {
    const id = ids.get(bulkId)
    if (id === undefined)
      throw new ScimError(409, null, `bulkId:${bulkId} has not been created, so nothing can refer to it.`)
    return id
  })
}

/**
 * The value without what refers to the given bulkIds: the element of a list or the attribute that holds such a reference. For
 * creating one of several resources that refer to each other in a circle; `completionOf` brings the rest.
 */
export function withoutReferences(value: Json, bulkIds: ReadonlySet<string>): Json {
  return prune(value, bulkIds) ?? {}
}

function prune(value: Json, bulkIds: ReadonlySet<string>): Json | undefined {
  if (typeof value === 'string') return bulkIds.has(bulkIdOf(value) ?? '') ? undefined : value
  if (Array.isArray(value)) return value.map(item => prune(item, bulkIds)).filter(item => item !== undefined)
  if (!isObject(value)) return value
  const left: JsonObject = {}
  for (const [key, item] of Object.entries(value)) {
    const kept = prune(item, bulkIds)
    if (kept === undefined && key === 'value') return undefined
    if (kept !== undefined && !isHostileKey(key)) left[key] = kept
  }
  return left
}

/** The body of a PATCH that sets every attribute of `data` which refers to one of the bulkIds; references still unresolved. */
export function completionOf(data: Json, bulkIds: ReadonlySet<string>): Json {
  const value: JsonObject = {}
  for (const [key, item] of Object.entries(isObject(data) ? data : {})) {
    const isHeldBack = [...referencesIn(item)].some(bulkId => bulkIds.has(bulkId))
    if (isHeldBack && !isHostileKey(key)) value[key] = item
  }
  return { schemas: [PATCH_OP], Operations: [{ op: 'replace', value }] }
}

/** `bulkId:qwerty` → `qwerty`; null for any other text. */
export const bulkIdOf = (text: string): string | null => REFERENCE.exec(text)?.[1] ?? null

function replaceReferences(value: Json, replace: (bulkId: string) => string, key = ''): Json {
  if (typeof value === 'string') return replaceInText(value, replace, key)
  if (Array.isArray(value)) return value.map(item => replaceReferences(item, replace, key))
  if (!isObject(value)) return value
  const replaced: JsonObject = {}
  for (const [name, item] of Object.entries(value)) {
    if (!isHostileKey(name)) replaced[name] = replaceReferences(item, replace, name)
  }
  return replaced
}

function replaceInText(text: string, replace: (bulkId: string) => string, key: string): string {
  const bulkId = bulkIdOf(text)
  if (bulkId !== null) return replace(bulkId)
  if (key.toLowerCase() !== 'path') return text
  return text.replace(QUOTED_REFERENCE, (_match, id: string) => JSON.stringify(replace(id)))
}
