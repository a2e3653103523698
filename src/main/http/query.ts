import type { FastifyRequest } from 'fastify'
import type { Json, JsonObject } from '../../shared/scim'
import type { ListQuery, ProjectionQuery } from '../directory/types'
import { invalidCount, invalidSyntax, invalidValue } from '../scim/errors'

/**
 * Query strings are form-encoded: `+` and `%20` are both blanks. Keys we do not know (Entra's `aadOptscim062020`) are ignored; of
 * a key given twice the first one counts, except that lists of attributes add up.
 */
export function queryOf(request: Pick<FastifyRequest, 'url'>): URLSearchParams {
  const at = request.url.indexOf('?')
  if (at < 0) return NOTHING
  const written = new URLSearchParams(request.url.slice(at + 1))
  if (written.keys().every(name => (KNOWN.get(name.toLowerCase()) ?? name) === name)) return written
  const query = new URLSearchParams()
  for (const [name, value] of written) query.append(KNOWN.get(name.toLowerCase()) ?? name, value)
  return query
}

/** Read only, as all of them. */
const NOTHING = new URLSearchParams()

const NAMES = [
  'attributes',
  'excludedAttributes',
  'filter',
  'sortBy',
  'sortOrder',
  'startIndex',
  'count',
  'cursor'
]
const KNOWN = new Map(NAMES.map(name => [name.toLowerCase(), name]))

/** RFC 7644 §3.9. */
export const projectionOf = (query: URLSearchParams): ProjectionQuery => ({
  attributes: names(query.getAll('attributes')),
  excludedAttributes: names(query.getAll('excludedAttributes'))
})

/** RFC 7644 §3.4.2 and RFC 9865 §2.1. @throws ScimError 400 invalidValue for numbers that are none */
export function listQueryOf(query: URLSearchParams): ListQuery {
  const cursor = query.get('cursor')
  return {
    ...projectionOf(query),
    filter: query.get('filter') || null,
    sortBy: query.get('sortBy') || null,
    sortOrder: sortOrder(query.get('sortOrder')),
    startIndex: cursor === null ? Math.max(1, wholeNumber('startIndex', query.get('startIndex')) ?? 1) : null,
    count: countOf(query.get('count'), cursor !== null),
    ...(cursor !== null && { cursor })
  }
}

/** RFC 7644 §3.4.3: the same parameters as a message. @throws ScimError 400 */
export function searchQueryOf(message: Json): ListQuery {
  if (!isObject(message)) throw invalidSyntax('A search request is a JSON object.')

  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(message)) {
    const known = KNOWN.get(name.toLowerCase())
    if (known === undefined || value === null) continue
    query.append(known, parameterText(known, value))
  }
  return listQueryOf(query)
}

function parameterText(name: string, value: Json): string {
  if (name === 'attributes' || name === 'excludedAttributes') {
    const list = Array.isArray(value) ? value : [value]
    if (list.every(one => typeof one === 'string')) return list.join(',')
    throw invalidValue(`"${name}" is a list of attribute names.`)
  }
  if (typeof value === 'string') return value
  if (typeof value === 'number' && (name === 'startIndex' || name === 'count')) return String(value)
  throw invalidValue(`"${name}" has a value of the wrong type.`)
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function names(lists: string[]): string[] | null {
  const found = lists.flatMap(list => list.split(',')).flatMap(name => name.trim() || [])
  return found.length === 0 ? null : found
}

function sortOrder(written: string | null): ListQuery['sortOrder'] {
  const order = written?.toLowerCase() || 'ascending'
  if (order === 'ascending' || order === 'descending') return order
  throw invalidValue('"sortOrder" is "ascending" or "descending".')
}

/** A negative count asks for none (RFC 7644 §3.4.2.4); under cursors it is an error of its own (RFC 9865 §2.3). */
function countOf(written: string | null, isWithCursor: boolean): number | null {
  if (!isWithCursor) {
    const count = wholeNumber('count', written)
    return count === null ? null : Math.max(0, count)
  }
  if (written === null) return null
  if (/^\d+$/.test(written)) return Math.min(Number(written), FARTHEST)
  throw invalidCount(`"count" is a whole number that is not negative, not "${written}".`)
}

function wholeNumber(name: string, written: string | null): number | null {
  if (written === null || written.trim() === '') return null
  if (!/^[+-]?\d+$/.test(written.trim())) throw invalidValue(`"${name}" is a whole number, not "${written}".`)
  return Math.max(-FARTHEST, Math.min(Number(written), FARTHEST))
}

/** Beyond any directory, and still an integer for SQLite. */
const FARTHEST = 999_999_999_999_999
