import { invalidFilter, type ScimError } from '../errors'
import { shorten } from '../patch/json'

/** `at` is the 0-based place of the token's first character. */
export type Token =
  | { kind: '(' | ')' | '[' | ']' | 'end'; at: number }
  | { kind: 'text'; value: string; at: number }
  | { kind: 'word'; word: string; at: number }

const SPACE = /\s/
const WORD_END = /[\s"()[\]]/g

export interface Lexer {
  peek(): Token
  take(): Token
}

/**
 * The tokens of a filter or a PATCH path from `start` on, one at a time, each character looked at once. Words are
 * whatever stands between blanks, quotes and brackets: names, URNs, operators, numbers.
 */
export function createLexer(text: string, start = 0): Lexer {
  let position = start
  let next: Token | null = null

  function read(): Token {
    while (position < text.length && SPACE.test(text[position]!)) position++
    const at = position
    const character = text[at]
    switch (character) {
      case undefined:
        return { kind: 'end', at }
      case '(':
      case ')':
      case '[':
      case ']':
        position++
        return { kind: character, at }
      case '"':
        position = endOfText(text, at)
        return { kind: 'text', value: readText(text.slice(at, position), at), at }
      default:
        WORD_END.lastIndex = at
        position = WORD_END.exec(text)?.index ?? text.length
        return { kind: 'word', word: text.slice(at, position), at }
    }
  }

  return {
    peek: () => (next ??= read()),
    take() {
      const token = next ?? read()
      next = null
      return token
    }
  }
}

/** The place after the closing quote. */
function endOfText(text: string, start: number): number {
  for (let position = start + 1; position < text.length; position++) {
    if (text[position] === '\\') position++
    else if (text[position] === '"') return position + 1
  }
  throw unreadable(start, 'the text that begins here has no closing quote')
}

/** A JSON string (RFC 7644 §3.4.2.2). Lone surrogates become U+FFFD, as they do in the database. */
function readText(quoted: string, at: number): string {
  try {
    return (JSON.parse(quoted) as string).toWellFormed()
  } catch {
    throw unreadable(at, 'this is not a JSON string')
  }
}

export const unreadable = (at: number, what: string): ScimError =>
  invalidFilter(`The filter cannot be read at character ${at + 1}: ${what}.`)

/** A token as people are told about it. */
export function say(token: Token): string {
  if (token.kind === 'end') return 'the end'
  if (token.kind === 'text') return `"${shorten(token.value)}"`
  return token.kind === 'word' ? `"${shorten(token.word)}"` : `"${token.kind}"`
}
