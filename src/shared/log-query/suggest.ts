import { pieces } from './parse'
import { printTerm } from './print'
import { FLAGS, isKey, KEYS, type Flag, type Key, type Operator } from './query'
import { en, type FilterWords } from './words'

/** What the console knows of its own rows, to propose values that exist. */
export interface KnownValues {
  users: string[]
  groups: string[]
  tokens: string[]
  cycles: number[]
}

export interface Suggestion {
  /** Takes the place of the text from `from` to `to`. */
  insert: string
  /** What it means: "status 400 or more". */
  label: string
  from: number
  to: number
}

const SHOWN = 8
/** Before anything is typed: one of each kind, so that the list teaches what can be asked. */
const TO_BEGIN_WITH = [
  'is:error',
  'is:change',
  'status>=400',
  'method=PATCH',
  'path:/Users',
  'user:',
  'after:1h',
  'duration>1s'
]

/** What could stand where the caret is. Each suggestion describes itself; nothing is proposed inside bare words. */
export function suggest(
  text: string,
  caret: number,
  known: KnownValues,
  words: FilterWords = en
): Suggestion[] {
  const piece = [...pieces(text)].find(one => one.at <= caret && caret <= one.at + one.text.length)
  const from = piece?.at ?? caret
  const to = piece ? piece.at + piece.text.length : caret
  const typed = text.slice(from, caret)
  const sign = typed.startsWith('-') ? '-' : ''
  const wanted = typed.slice(sign.length).toLowerCase()

  const all = proposals(known, words)
  const fitting = wanted === '' ? beginnings(all) : all.filter(proposal => fits(proposal, wanted))
  // What begins so before what only says so.
  const begins = ({ insert }: Proposal) => insert.toLowerCase().startsWith(wanted)
  return [...fitting.filter(begins), ...fitting.filter(one => !begins(one))]
    .filter(({ insert }) => sign + insert !== text.slice(from, to))
    .slice(0, SHOWN)
    .map(({ insert, label }) => ({ insert: sign + insert, label: sign ? words.not(label) : label, from, to }))
}

interface Proposal {
  insert: string
  label: string
}

const beginnings = (all: Proposal[]): Proposal[] =>
  TO_BEGIN_WITH.flatMap(insert => all.filter(one => one.insert === insert))

const fits = ({ insert, label }: Proposal, wanted: string): boolean =>
  wanted.includes(':') || /[=<>]/.test(wanted)
    ? insert.replaceAll('"', '').toLowerCase().startsWith(wanted.replaceAll('"', ''))
    : insert.toLowerCase().startsWith(wanted) || label.toLowerCase().includes(wanted)

const fixed = (words: FilterWords): Proposal[] => [
  { insert: 'status>=400', label: words.status('>=', '400') },
  { insert: 'status:4xx', label: words.status(':', '400') },
  { insert: 'status>=500', label: words.status('>=', '500') },
  { insert: 'status=200', label: words.status('=', '200') },
  { insert: 'status=409', label: words.conflict },
  { insert: 'status=401', label: words.noToken },
  ...['POST', 'PATCH', 'GET', 'PUT', 'DELETE'].map(method => ({
    insert: `method=${method}`,
    label: words.method(method)
  })),
  ...['/Users', '/Groups'].map(path => ({ insert: `path:${path}`, label: words.pathContains(path) })),
  { insert: 'duration>100', label: words.longerThan('100 ms') },
  { insert: 'duration>1s', label: words.longerThan('1 s') },
  ...(['15m', '1h', '1d'] as const).map(span => ({ insert: `after:${span}`, label: words.within[span] })),
  { insert: 'before:1h', label: words.beforeAnHour }
]

function proposals({ users, groups, tokens, cycles }: KnownValues, words: FilterWords): Proposal[] {
  return [
    ...FLAGS.map(flag => ({ insert: `is:${flag}`, label: words.flags[flag] })),
    ...fixed(words),
    ...named('token', tokens, words.sentWith),
    ...named('user', users, words.aboutUser),
    ...named('group', groups, words.aboutGroup),
    ...cycles.map(cycle => ({ insert: `cycle:${cycle}`, label: words.cycle(cycle) })),
    ...(Object.keys(KEYS) as Key[]).map(key => ({ insert: `${key}:`, label: words.keys[key] }))
  ]
}

const named = (key: Key, values: string[], label: (value: string) => string): Proposal[] =>
  values.map(value => ({ insert: chipText(key, ':', value), label: label(value) }))

/** A chip as text, for "Only this" and "Not this" on a cell. */
export const chipText = (key: Key, operator: Operator, value: string, isNegated = false): string =>
  printTerm({ kind: 'chip', key, operator, values: [value], isNegated, at: 0, length: 0 })

/** What a chip means, for its tooltip and screen readers. */
export function chipLabel(
  chip: { key: string; operator: Operator; values: string[]; isNegated: boolean },
  words: FilterWords = en
): string {
  const value = chip.values.join(` ${words.or} `)
  const flag = chip.key === 'is' ? words.flags[value as Flag] : undefined
  const isNumber = isKey(chip.key) && KEYS[chip.key] === 'number'
  const said =
    flag ??
    (isNumber && chip.operator === '='
      ? `${chip.key} ${value}`
      : words.compared[chip.operator](chip.key, value))
  return chip.isNegated ? words.not(said) : said
}
