import type { Json, JsonObject } from '../../shared/scim'

/** What is wrong with one field of a schema or resource type file, as the rest of a sentence: `attributes[0].type must be …`. */
export class FieldProblem extends Error {
  constructor(
    readonly field: string | null,
    message: string
  ) {
    super(message)
  }
}

const fieldName = (parent: string | null, name: string) => (parent === null ? name : `${parent}.${name}`)

export function textAt(content: JsonObject, name: string, parent: string | null = null): string {
  const text = optionalText(content, name, parent)
  if (text === null || text === '') throw new FieldProblem(fieldName(parent, name), 'is missing')
  return text
}

export function optionalText(content: JsonObject, name: string, parent: string | null = null): string | null {
  const value = valueAt(content, name)
  if (value === null || typeof value === 'string') return value
  throw new FieldProblem(fieldName(parent, name), 'must be a text')
}

export function booleanAt(content: JsonObject, name: string, parent: string | null): boolean {
  const value = valueAt(content, name)
  if (value === null) return false
  if (typeof value === 'boolean') return value
  throw new FieldProblem(fieldName(parent, name), 'must be true or false')
}

export function textsAt(content: JsonObject, name: string, parent: string | null): string[] {
  const value = valueAt(content, name) ?? []
  if (Array.isArray(value) && value.every(element => typeof element === 'string')) return value
  throw new FieldProblem(fieldName(parent, name), 'must be an array of texts')
}

/** One of the words that RFC 7643 §7 allows for a field, in its spelling; the first one when the field is missing. */
export function wordAt<Word extends string>(
  content: JsonObject,
  name: string,
  parent: string | null,
  words: readonly [Word, ...Word[]]
): Word {
  const text = optionalText(content, name, parent)
  if (text === null) return words[0]
  const word = words.find(candidate => candidate.toLowerCase() === text.toLowerCase())
  if (word === undefined)
    throw new FieldProblem(fieldName(parent, name), `must be one of ${words.join(', ')}, not "${text}"`)
  return word
}

/** Own members only: a file cannot reach what objects inherit. */
export const valueAt = (content: JsonObject, name: string): Json =>
  Object.hasOwn(content, name) ? (content[name] ?? null) : null
