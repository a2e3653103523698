import { invalidFilter, invalidPath } from '../errors'
import { shorten } from '../patch/json'
import { LENIENT, type Reading } from '../reading'
import type { WrittenFilter, WrittenPath } from './ast'
import { createLexer, say } from './lex'
import { MAX_FILTER_LENGTH, parseElementFilter, parsePathWord } from './parse'

/** A PATCH path as written. `filter` is null for an attribute path; `sub` follows the name or the closing bracket. */
export interface WrittenTarget extends WrittenPath {
  filter: WrittenFilter | null
}

/**
 * RFC 7644 §3.5.2: `name.familyName`, `urn:…:User:department`, `emails[type eq "work"]`, `emails[type eq "work"].value`.
 * A malformed path is 400 invalidPath; what is wrong inside the brackets is 400 invalidFilter (§3.12).
 */
export function parsePath(text: string, reading: Reading = LENIENT): WrittenTarget {
  const open = text.indexOf('[')
  const word = (open === -1 ? text : text.slice(0, open)).trim()
  const path = parsePathWord(word)
  if (!path) throw invalidPath(`"${shorten(text)}" is not the path of an attribute.`)
  if (open === -1) return { ...path, filter: null }

  if (path.sub !== null)
    throw invalidPath(
      `"${shorten(text)}" filters a sub-attribute; a filter follows the name of an attribute.`
    )
  if (text.length > MAX_FILTER_LENGTH)
    throw invalidFilter(`The path's filter is longer than ${MAX_FILTER_LENGTH} characters.`)
  if (!text.includes(']', open)) throw invalidPath(`"${shorten(text)}": the bracket is not closed.`)
  const tokens = createLexer(text, open + 1)
  const filter = parseElementFilter(tokens, reading)
  const close = tokens.take()
  if (close.kind !== ']') throw invalidPath(`"${shorten(text)}": expected "]", found ${say(close)}.`)
  return { ...path, sub: parseTrailingSub(text, text.slice(close.at + 1).trim()), filter }
}

function parseTrailingSub(text: string, rest: string): string | null {
  if (rest === '') return null
  const sub = rest.startsWith('.') ? parsePathWord(rest.slice(1)) : null
  if (!sub || sub.urn !== null || sub.sub !== null)
    throw invalidPath(`"${shorten(text)}": expected a sub-attribute after "]".`)
  return sub.name
}
