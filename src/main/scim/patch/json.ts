import type { Json, JsonObject } from '../../../shared/scim'
import { invalidSyntax, invalidValue } from '../errors'

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An own value, or undefined: what Object.prototype offers (`constructor`, `__proto__`) is never data. */
export const own = (object: JsonObject, name: string): Json | undefined =>
  Object.hasOwn(object, name) ? object[name] : undefined

/** The own key that spells `name`, exactly or else in another case (RFC 7643 §2.1: names are case-insensitive). */
export function ownKey(object: JsonObject, name: string): string | null {
  if (Object.hasOwn(object, name)) return name
  const wanted = name.toLowerCase()
  return Object.keys(object).find(key => key.toLowerCase() === wanted) ?? null
}

/** The one key that would change an object's prototype when assigned; never used as a name. */
export const isHostileKey = (key: string) => key === '__proto__'

/** A deep copy of JSON without hostile keys. Depth must have been checked (requirePlainJson). */
export function copyJson(value: Json): Json {
  if (Array.isArray(value)) return value.map(copyJson)
  if (!isObject(value)) return value
  const copy: JsonObject = {}
  for (const key of Object.keys(value)) if (!isHostileKey(key)) copy[key] = copyJson(value[key] ?? null)
  return copy
}

/** Deep equality of JSON; the order of keys does not matter, the order of elements does. */
export function sameJson(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => sameJson(item, right[index]))
    )
  }
  if (!isObject(left) || !isObject(right)) return false
  const keys = Object.keys(left)
  return (
    keys.length === Object.keys(right).length &&
    keys.every(key => Object.hasOwn(right, key) && sameJson(left[key], right[key]))
  )
}

const MAX_DEPTH = 64

/**
 * Refuses what cannot be worked on safely: nesting deeper than 64 (a client's recursion would become ours) and numbers
 * that JSON text can spell but a double cannot hold (`1e999`). Iterative, linear in the size of the body.
 */
export function requirePlainJson(body: Json): void {
  requireFinite(body)
  const open: { value: Json; depth: number }[] = [{ value: body, depth: 0 }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next
    if (typeof value !== 'object' || value === null) continue
    if (depth >= MAX_DEPTH) throw invalidSyntax(`The body is nested deeper than ${MAX_DEPTH} levels.`)
    for (const item of Array.isArray(value) ? value : Object.values(value)) {
      if (typeof item === 'object') open.push({ value: item, depth: depth + 1 })
      else requireFinite(item)
    }
  }
}

function requireFinite(value: Json): void {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw invalidValue('A number is too large to be kept.')
}

/** A value as an error's detail shows it: what it is, short enough to be read in Entra's log. */
export function shown(value: Json | undefined): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : `an array of ${value.length}`
  if (isObject(value)) return 'an object'
  if (typeof value === 'string') return `the text ${JSON.stringify(shorten(value))}`
  return `${value === null ? '' : `the ${typeof value} `}${String(value)}`
}

/** Cuts what a person is shown. */
export const shorten = (text: string) => (text.length > 120 ? `${text.slice(0, 117)}…` : text)
