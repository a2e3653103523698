import type { Json, JsonObject } from './scim'

/** One place where two JSON values differ; undefined where it is absent. */
export interface Difference {
  path: string
  left: Json | undefined
  right: Json | undefined
}

/** Told at most; two bodies that have nothing in common differ everywhere. */
const MOST = 500
const PLAIN_NAME = /^[A-Za-z$][\w$-]*$/

/** Where two JSON values differ, by path, in the order of the left one and then of the right one. */
export function jsonDifferences(left: Json | undefined, right: Json | undefined): Difference[] {
  const found: Difference[] = []
  const rest: Difference[] = [{ path: '', left, right }]

  for (let next = rest.pop(); next && found.length < MOST; next = rest.pop()) {
    const { path, left: a, right: b } = next
    if (a === b) continue
    if (Array.isArray(a) && Array.isArray(b)) {
      for (let index = Math.max(a.length, b.length) - 1; index >= 0; index--) {
        rest.push({ path: `${path}[${index}]`, left: a[index], right: b[index] })
      }
    } else if (isObject(a) && isObject(b)) {
      const names = [...new Set([...Object.keys(a), ...Object.keys(b)])]
      for (const name of names.reverse()) {
        rest.push({ path: below(path, name), left: a[name], right: b[name] })
      }
    } else found.push(next)
  }
  return found
}

const below = (path: string, name: string): string => {
  if (!PLAIN_NAME.test(name)) return `${path}["${name}"]`
  return path === '' ? name : `${path}.${name}`
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
