import { findJsonFault } from '../../shared/json-fault'
import { isUtf8 } from 'node:buffer'
import type { Json } from '../../shared/scim'
import { invalidSyntax } from '../scim/errors'

/**
 * Parses a request body. Duplicate keys: the last one counts (as JSON.parse does). `__proto__` keys are dropped at any depth,
 * because no schema knows such a name and copying it elsewhere would change an object's prototype.
 *
 * @throws ScimError 400 invalidSyntax, naming line and column of the first fault
 */
export function parseJson(text: string): Json {
  try {
    const value = JSON.parse(text) as Json
    if (text.includes('__proto__') || text.includes('\\u00')) dropProto(value)
    return value
  } catch (error) {
    if (error instanceof SyntaxError) throw invalidSyntax(faultAt(text))
    throw error
  }
}

/**
 * The text of a body: UTF-8 (RFC 7644 §3.1), a byte order mark is skipped.
 *
 * @param text the same, where it has been made already
 */
export function checkedText(bytes: Buffer, text: string | null): string {
  if (!isUtf8(bytes)) throw invalidSyntax('The body is not valid UTF-8.')
  text ??= bytes.toString('utf8')
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

/** `__proto__` may be written with \u escapes too. */
function dropProto(root: Json): void {
  const open: Json[] = [root]
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue
    if (!Array.isArray(value) && Object.hasOwn(value, '__proto__')) Reflect.deleteProperty(value, '__proto__')
    for (const inner of Object.values(value)) open.push(inner)
  }
}

function faultAt(text: string): string {
  if (text.trim() === '') return 'The body is empty; a JSON object was expected.'
  const fault = findJsonFault(text)
  if (fault.found === null) return 'The body is not valid JSON: it ends too early.'
  return `The body is not valid JSON: unexpected ${fault.found} at line ${fault.line}, column ${fault.column}.`
}
