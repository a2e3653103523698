import type { Term } from './query'

const NEEDS_QUOTES = /[\s",\\]/
const LOOKS_LIKE_CHIP = /^-|^[A-Za-z]+(>=|<=|!=|:|=|>|<)/

/** The query as text again: `parseLogQuery(printLogQuery(terms))` reads the same terms. */
export const printLogQuery = (terms: Term[]): string => terms.map(printTerm).join(' ')

export function printTerm(term: Term): string {
  const sign = term.isNegated ? '-' : ''
  if (term.kind === 'text') {
    return sign + (LOOKS_LIKE_CHIP.test(term.text) ? quote(term.text) : printValue(term.text))
  }
  return `${sign}${term.key}${term.operator}${term.values.map(printValue).join(',')}`
}

const printValue = (value: string): string => (NEEDS_QUOTES.test(value) ? quote(value) : value)
const quote = (text: string): string => `"${text.replaceAll(/["\\]/g, '\\$&')}"`
