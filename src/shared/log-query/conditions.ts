import { readMoment } from './moment'
import { type ChipTerm, type Flag, type KeyOf, type Operator, type Term } from './query'

/** A comparison of one number; all of a list must hold. */
export interface Comparison {
  operator: Exclude<Operator, ':'>
  value: number
}

export type NumberField = 'status' | 'durationMs' | 'cycle' | 'id' | 'startedAt'

/**
 * A term with its values read: what `matches` evaluates and what becomes SQL, so that both start from one meaning. Lists
 * called `anyOf` need one of their entries to hold; an unknown number (no status yet) fulfils no comparison.
 */
export type Condition = { isNegated: boolean } & (
  | { on: 'anything'; needle: string }
  | { on: 'number'; field: NumberField; anyOf: Comparison[][] }
  | { on: 'word'; field: 'method' | 'kind'; anyOf: string[] }
  | { on: 'text'; field: KeyOf<'text'>; isWhole: boolean; anyOf: string[] }
  | { on: 'flag'; anyOf: Flag[] }
)

/** One meaning of upper and lower case for both sides. */
export const fold = (text: string): string => text.toLowerCase()

const NUMBER_FIELDS: Record<KeyOf<'number'>, NumberField> = {
  status: 'status',
  duration: 'durationMs',
  cycle: 'cycle',
  id: 'id'
}

/** @param now epoch milliseconds; `after:14:00` and `after:15m` depend on it. */
export const readConditions = (terms: Term[], now: number): Condition[] =>
  terms.map(term => ({
    isNegated: term.isNegated,
    ...(term.kind === 'text' ? { on: 'anything', needle: fold(term.text) } : readChip(term, now))
  }))

type Unsigned = Condition extends infer C ? (C extends Condition ? Omit<C, 'isNegated'> : never) : never

function readChip(term: ChipTerm, now: number): Unsigned {
  const { key, operator, values } = term
  switch (key) {
    case 'status':
    case 'duration':
    case 'cycle':
    case 'id':
      return {
        on: 'number',
        field: NUMBER_FIELDS[key],
        anyOf: values.map(value => readNumber(value, operator === ':' ? '=' : operator))
      }
    case 'after':
    case 'before': {
      const moments = values.map(value => readMoment(value, now) ?? now)
      const comparator = key === 'after' ? '>=' : '<'
      return {
        on: 'number',
        field: 'startedAt',
        anyOf: moments.map(value => [{ operator: comparator, value }])
      }
    }
    case 'method':
    case 'kind':
      return { on: 'word', field: key, anyOf: values.map(fold) }
    case 'is':
      return { on: 'flag', anyOf: values.map(value => fold(value) as Flag) }
    case 'user':
    case 'group':
    case 'token':
    case 'path':
      return { on: 'text', field: key, isWhole: operator === '=', anyOf: values.map(fold) }
  }
}

function readNumber(text: string, operator: Comparison['operator']): Comparison[] {
  if (/xx$/i.test(text)) {
    const first = Number(text[0]) * 100
    return [
      { operator: '>=', value: first },
      { operator: '<', value: first + 100 }
    ]
  }
  const factor = /\ds$/i.test(text) ? 1000 : 1
  return [{ operator, value: Number.parseFloat(text) * factor }]
}

/** Whether the query looks into bodies, headers and notes, which a row does not carry. */
export const needsTexts = (terms: Term[]): boolean => terms.some(term => term.kind === 'text')
