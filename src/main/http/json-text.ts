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
    if (mayNameProto.test(text)) dropProto(value)
    return value
  } catch (error) {
    if (error instanceof SyntaxError) throw invalidSyntax(faultAt(text))
    throw error
  }
}

/** Bytes to text: UTF-8 (RFC 7644 §3.1), a byte order mark is skipped. */
export function decodeUtf8(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw invalidSyntax('The body is not valid UTF-8.')
  const text = bytes.toString('utf8')
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

/** `__proto__`, also when some of it is written with \u escapes. */
const mayNameProto = /__proto__|\\u00(5f|70|72|6f|74)/i

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
  const at = firstFault(text)
  if (at >= text.length) return 'The body is not valid JSON: it ends too early.'

  const before = text.slice(0, at).split('\n')
  const column = (before.at(-1) ?? '').length + 1
  return `The body is not valid JSON: unexpected ${shown(text, at)} at line ${before.length}, column ${column}.`
}

const shown = (text: string, at: number): string => {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return character < ' ' ? 'control character' : `"${character}"`
}

const TOKEN =
  /[{}[\],:]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y

/** Where the first fault is. Engines word it differently and often leave the position out, so it is found here, in one pass. */
function firstFault(text: string): number {
  const inside: ('{' | '[')[] = []
  let expected: 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' = 'value'
  let at = skipBlanks(text, 0)

  while (at < text.length) {
    TOKEN.lastIndex = at
    const token = TOKEN.exec(text)?.[0]
    if (token === undefined) return text[at] === '"' ? faultInString(text, at) : at

    const container = inside.at(-1)
    if (token === '}' && container === '{' && (expected === 'key or }' || expected === ', or end')) {
      inside.pop()
      expected = ', or end'
    } else if (token === ']' && container === '[' && (expected === 'value or ]' || expected === ', or end')) {
      inside.pop()
      expected = ', or end'
    } else if (token === ',' && container !== undefined && expected === ', or end') {
      expected = container === '{' ? 'key' : 'value'
    } else if (token === ':' && expected === ':') {
      expected = 'value'
    } else if (token.startsWith('"') && (expected === 'key' || expected === 'key or }')) {
      expected = ':'
    } else if (expected.startsWith('value') && !/^[}\],:]$/.test(token)) {
      if (token === '{' || token === '[') inside.push(token)
      expected = token === '{' ? 'key or }' : token === '[' ? 'value or ]' : ', or end'
    } else {
      return at
    }
    at = skipBlanks(text, at + token.length)
  }
  return at
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at += 1
  return at
}

/** The first character that a JSON string may not hold; the end of the text when it is merely not closed. */
function faultInString(text: string, from: number): number {
  const sound = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y
  sound.lastIndex = from
  return from + (sound.exec(text)?.[0].length ?? 0)
}
