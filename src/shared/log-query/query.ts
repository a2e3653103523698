import type { ExchangeSummary } from '../exchange'

/** What a chip can ask about, and how its values are read. */
export const KEYS = {
  status: 'number',
  duration: 'number',
  cycle: 'number',
  id: 'number',
  method: 'word',
  kind: 'word',
  user: 'text',
  group: 'text',
  token: 'text',
  path: 'text',
  is: 'flag',
  after: 'time',
  before: 'time'
} as const
export type Key = keyof typeof KEYS
export type KeyOf<Reading> = { [K in Key]: (typeof KEYS)[K] extends Reading ? K : never }[Key]

export const isKey = (text: string): text is Key => Object.hasOwn(KEYS, text)

export const FLAGS = [
  'error',
  'refused',
  'change',
  'lookup',
  'pinned',
  'simulated',
  'check',
  'replay',
  'slow',
  'open',
  'interrupted',
  'console'
] as const
export type Flag = (typeof FLAGS)[number]

/** From here on an answer counts as slow, in milliseconds. Entra's own limit is not published; a second is felt. */
export const SLOW_MS = 1_000

export type Operator = ':' | '=' | '>' | '>=' | '<' | '<='

interface Place {
  /** Where it stands in the text, in UTF-16 units. */
  at: number
  length: number
}

/** Bare words: they may stand anywhere in what was recorded. */
export interface TextTerm extends Place {
  kind: 'text'
  text: string
  isNegated: boolean
}

/** `key<op>value[,value]`: several values mean "one of these". */
export interface ChipTerm extends Place {
  kind: 'chip'
  key: Key
  operator: Operator
  values: string[]
  isNegated: boolean
}

/** All terms must hold. */
export type Term = TextTerm | ChipTerm

/** Something in the text that was not understood. The rest of the query still counts. */
export interface Problem extends Place {
  message: string
}

export interface LogQuery {
  terms: Term[]
  problems: Problem[]
}

/** The parts of a recorded exchange that a row does not carry. */
export interface RecordedTexts {
  note: string | null
  requestHeaders: [name: string, value: string][]
  requestBody: string | null
  responseHeaders: [name: string, value: string][]
  responseBody: string | null
}

export type Row = ExchangeSummary
