import { readMoment } from './moment'
import {
  FLAGS,
  isKey,
  KEYS,
  type ChipTerm,
  type Key,
  type LogQuery,
  type Operator,
  type Problem,
  type Term
} from './query'

const BLANK = /\s/
const CHIP = /^([A-Za-z]+)(>=|<=|!=|:|=|>|<)/
const NUMBER = /^\d+(\.\d+)?$/
const STATUS_CLASS = /^[1-5]xx$/i
const DURATION = /^\d+(\.\d+)?(ms|s)?$/i

/**
 * Reads the filter bar. Never throws: what is not understood becomes a problem with its place, and the rest counts.
 * An unknown key is plain text (`urn:ietf:…` is a thing to search for), with a hint when it looks misspelt.
 */
export function parseLogQuery(text: string): LogQuery {
  const terms: Term[] = []
  const problems: Problem[] = []

  for (const piece of pieces(text)) {
    const isNegated = piece.text.startsWith('-') && piece.text.length > 1
    const body = isNegated ? piece.text.slice(1) : piece.text
    const place = { at: piece.at, length: piece.text.length }
    const chip = CHIP.exec(body)
    const name = chip?.[1]?.toLowerCase() ?? ''

    if (!chip || !isKey(name)) {
      const hint = chip && misspelling(name)
      if (hint) problems.push({ ...place, message: `There is no "${name}"; did you mean "${hint}"?` })
      const words = unquote(body)
      if (words !== '') terms.push({ kind: 'text', text: words, isNegated, ...place })
      continue
    }

    const written = chip[2] ?? ':'
    const term: ChipTerm = {
      kind: 'chip',
      key: name,
      operator: written === '!=' ? '=' : (written as Operator),
      values: splitValues(body.slice(chip[0].length)),
      isNegated: isNegated !== (written === '!='),
      ...place
    }
    const problem = findProblem(term)
    if (problem === null) terms.push(term)
    else problems.push({ ...place, message: problem })
  }
  return { terms, problems }
}

/** Pieces are separated by blanks outside quotes; an unclosed quote runs to the end. A backslash inside quotes keeps the next character. */
export function* pieces(text: string): Generator<{ text: string; at: number }> {
  let at = 0
  while (at < text.length) {
    if (BLANK.test(text.charAt(at))) {
      at++
      continue
    }
    let end = at
    let isQuoted = false
    while (end < text.length && (isQuoted || !BLANK.test(text.charAt(end)))) {
      if (text[end] === '\\' && isQuoted) end++
      else if (text[end] === '"') isQuoted = !isQuoted
      end++
    }
    end = Math.min(end, text.length)
    yield { text: text.slice(at, end), at }
    at = end
  }
}

function splitValues(text: string): string[] {
  const values: string[] = []
  let start = 0
  let isQuoted = false
  for (let at = 0; at <= text.length; at++) {
    if (text[at] === '\\' && isQuoted) at++
    else if (text[at] === '"') isQuoted = !isQuoted
    else if (at >= text.length || (text[at] === ',' && !isQuoted)) {
      values.push(unquote(text.slice(start, at)))
      start = at + 1
    }
  }
  if (start < text.length) values.push(unquote(text.slice(start)))
  return values.filter(value => value !== '')
}

function unquote(text: string): string {
  let plain = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\' && isQuoted && at + 1 < text.length) plain += text.charAt(++at)
    else if (text[at] === '"') isQuoted = !isQuoted
    else plain += text.charAt(at)
  }
  return plain
}

function findProblem({ key, operator, values }: ChipTerm): string | null {
  const reading = KEYS[key]
  if (values.length === 0) return `"${key}" needs a value after ${operator}`
  if (operator !== ':' && operator !== '=' && reading !== 'number') {
    return `"${key}" cannot be compared with ${operator}; write ${key}:${values[0] ?? ''}`
  }
  for (const value of values) {
    const problem = valueProblem(key, operator, value)
    if (problem !== null) return problem
  }
  return null
}

function valueProblem(key: Key, operator: Operator, value: string): string | null {
  switch (KEYS[key]) {
    case 'number':
      if (key === 'duration') {
        return DURATION.test(value) ? null : `"${value}" is no duration; write 250, 250ms or 2s`
      }
      if (key === 'status' && STATUS_CLASS.test(value) && (operator === ':' || operator === '=')) return null
      return NUMBER.test(value) ? null : `"${value}" is no number`
    case 'flag':
      return FLAGS.some(flag => flag === value.toLowerCase())
        ? null
        : `"is:${value}" is not known; there is ${FLAGS.join(', ')}`
    case 'time':
      return readMoment(value, 0) === null
        ? `"${value}" is no time; write 14:00, 2026-11-20, 2026-11-20T14:00 or 15m, 2h, 3d ago`
        : null
    case 'word':
    case 'text':
      return null
  }
}

/** The known key that is one or two letters away, if any. */
function misspelling(name: string): Key | null {
  if (name.length < 3 || name === 'urn') return null
  const near = (Object.keys(KEYS) as Key[]).filter(
    key => key.length > 2 && distance(name, key) <= (key.length > 4 ? 2 : 1)
  )
  return near[0] ?? null
}

function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + cost))
    }
    row = next
  }
  return row[other.length] ?? 0
}
