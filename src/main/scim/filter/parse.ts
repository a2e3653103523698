import { invalidFilter } from '../errors'
import { LENIENT, type Reading } from '../reading'
import type { CompareOperator, CompareValue, WrittenFilter, WrittenPath } from './ast'
import { createLexer, say, unreadable, type Lexer, type Token } from './lex'

/** Longer filters are refused before they are read. Entra's longest look-up is below 300 characters. */
export const MAX_FILTER_LENGTH = 16_384
/** Nested parentheses, brackets and `not`. */
export const MAX_FILTER_DEPTH = 50
/** Comparisons in one filter. */
export const MAX_FILTER_TERMS = 200

const OPERATORS = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'] as const satisfies CompareOperator[]
const NAME = /^[\w$-]+$/
// Identifiers, names and addresses; not what looks like another language's quotes or operators.
const UNQUOTED = /^[\p{L}\p{N}_.@+:#/%-]+$/u
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

interface Parser {
  tokens: Lexer
  reading: Reading
  depth: number
  termCount: number
  isInElement: boolean
}

/**
 * A filter as written (RFC 7644 §3.4.2.2), in one pass: `not` binds before `and`, `and` before `or`. Anything that does
 * not follow the grammar, or passes a limit, is 400 invalidFilter with the place. Read leniently, an unquoted word on
 * the right side is a string (`externalId eq jyoung`, Microsoft's documentation).
 */
export function parseFilter(text: string, reading: Reading = LENIENT): WrittenFilter {
  if (text.length > MAX_FILTER_LENGTH)
    throw invalidFilter(`The filter is longer than ${MAX_FILTER_LENGTH} characters.`)
  const parser = createParser(createLexer(text), reading)
  const filter = parseOr(parser)
  const rest = parser.tokens.take()
  if (rest.kind !== 'end') throw unreadable(rest.at, `expected "and", "or" or the end, found ${say(rest)}`)
  return filter
}

/** The inside of a value path's brackets; the closing one is left for the caller. */
export function parseElementFilter(tokens: Lexer, reading: Reading): WrittenFilter {
  return parseOr({ ...createParser(tokens, reading), isInElement: true })
}

const createParser = (tokens: Lexer, reading: Reading): Parser => ({
  tokens,
  reading,
  depth: 0,
  termCount: 0,
  isInElement: false
})

const parseOr = (parser: Parser) => parseJoined(parser, 'or', parseAnd)
const parseAnd = (parser: Parser) => parseJoined(parser, 'and', parseTerm)

function parseJoined(
  parser: Parser,
  kind: 'and' | 'or',
  parsePart: (parser: Parser) => WrittenFilter
): WrittenFilter {
  const first = parsePart(parser)
  if (!isWord(parser.tokens.peek(), kind)) return first
  const terms = [first]
  while (isWord(parser.tokens.peek(), kind)) {
    parser.tokens.take()
    terms.push(parsePart(parser))
  }
  return { kind, terms }
}

function parseTerm(parser: Parser): WrittenFilter {
  const token = parser.tokens.take()
  if (token.kind === '(') return parseNested(parser, token, ')')
  if (token.kind !== 'word') throw unreadable(token.at, `expected an attribute, found ${say(token)}`)
  if (!isWord(token, 'not')) return parseExpression(parser, token)

  const open = parser.tokens.take()
  if (open.kind !== '(') throw unreadable(open.at, `expected "(" after "not", found ${say(open)}`)
  return { kind: 'not', term: parseNested(parser, open, ')') }
}

function parseNested(parser: Parser, open: Token, close: ')' | ']'): WrittenFilter {
  if (++parser.depth > MAX_FILTER_DEPTH)
    throw unreadable(open.at, `nested more than ${MAX_FILTER_DEPTH} levels deep`)
  const filter = parseOr(parser)
  const end = parser.tokens.take()
  if (end.kind !== close) throw unreadable(end.at, `expected "${close}", found ${say(end)}`)
  parser.depth--
  return filter
}

function parseExpression(parser: Parser, token: Extract<Token, { kind: 'word' }>): WrittenFilter {
  const path = parsePathWord(token.word)
  if (!path) throw unreadable(token.at, `${say(token)} is not an attribute's name`)
  const next = parser.tokens.peek()
  return next.kind === '[' ? parseElement(parser, path) : parseComparison(parser, path)
}

function parseElement(parser: Parser, path: WrittenPath): WrittenFilter {
  const open = parser.tokens.take()
  if (parser.isInElement) throw unreadable(open.at, 'a value path cannot stand inside a value path')
  parser.isInElement = true
  const filter = parseNested(parser, open, ']')
  parser.isInElement = false

  const next = parser.tokens.peek()
  if (next.kind !== 'word' || !next.word.startsWith('.')) return { kind: 'element', path, filter }

  // Entra: emails[type eq "work"].value eq "x". One element has to satisfy both.
  parser.tokens.take()
  const name = next.word.slice(1)
  if (!NAME.test(name)) throw unreadable(next.at, `${say(next)} is not a sub-attribute's name`)
  if (!parser.reading.isLenient)
    throw unreadable(next.at, `in a filter a value path ends with "]" (RFC 7644 §3.4.2.2)`)
  parser.reading.use('sub-attribute-of-value-path', `${path.name}[…].${name}`)
  const comparison = parseComparison(parser, { urn: null, name, sub: null })
  const terms = filter.kind === 'and' ? [...filter.terms, comparison] : [filter, comparison]
  return { kind: 'element', path, filter: { kind: 'and', terms } }
}

function parseComparison(parser: Parser, path: WrittenPath): WrittenFilter {
  const token = parser.tokens.take()
  if (++parser.termCount > MAX_FILTER_TERMS)
    throw unreadable(token.at, `more than ${MAX_FILTER_TERMS} comparisons`)
  if (isWord(token, 'pr')) return { kind: 'present', path }

  const op = OPERATORS.find(operator => isWord(token, operator))
  if (op === undefined) throw unreadable(token.at, `expected an operator such as "eq", found ${say(token)}`)
  return { kind: 'compare', path, op, value: parseValue(parser, path) }
}

function parseValue({ tokens, reading }: Parser, path: WrittenPath): CompareValue {
  const token = tokens.take()
  if (token.kind === 'text') return token.value
  if (token.kind !== 'word') throw unreadable(token.at, `expected a value, found ${say(token)}`)

  const { word } = token
  if (word === 'true') return true
  if (word === 'false') return false
  if (word === 'null') return null
  if (NUMBER.test(word) && isKept(Number(word))) return Number(word)
  const isText = UNQUOTED.test(word) && !isWord(token, 'and') && !isWord(token, 'or')
  if (!reading.isLenient || !isText)
    throw unreadable(token.at, `expected a value in quotes, found ${say(token)}`)
  reading.use('unquoted-filter-value', `${path.name} ${say(token)}`)
  return word
}

/** Not infinite, and not an integer of so many digits that some would be lost. */
const isKept = (number: number) =>
  Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number))

function isWord(token: Token, word: string): boolean {
  return token.kind === 'word' && token.word.length === word.length && token.word.toLowerCase() === word
}

/**
 * `urn:…:User:name.givenName` as URN, name and sub-attribute: the URN ends at the last colon (its version has a dot).
 * Null when the text is not a path.
 */
export function parsePathWord(word: string): WrittenPath | null {
  const colon = word.lastIndexOf(':')
  const urn = colon === -1 ? null : word.slice(0, colon)
  const [name = '', sub = null, more] = word.slice(colon + 1).split('.', 3)
  if (urn === '' || more !== undefined || !NAME.test(name) || (sub !== null && !NAME.test(sub))) return null
  return { urn, name, sub }
}
