import { pieces } from './parse'
import { printTerm } from './print'
import { FLAGS, isKey, KEYS, SLOW_MS, type Flag, type Key, type Operator } from './query'

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

/** What could stand where the caret is. Each suggestion describes itself; nothing is proposed inside bare words. */
export function suggest(text: string, caret: number, known: KnownValues): Suggestion[] {
  const piece = [...pieces(text)].find(one => one.at <= caret && caret <= one.at + one.text.length)
  const from = piece?.at ?? caret
  const to = piece ? piece.at + piece.text.length : caret
  const typed = text.slice(from, caret)
  const sign = typed.startsWith('-') ? '-' : ''
  const wanted = typed.slice(sign.length).toLowerCase()

  const fitting = proposals(known).filter(({ insert, label }) =>
    wanted.includes(':') || /[=<>]/.test(wanted)
      ? insert.replaceAll('"', '').toLowerCase().startsWith(wanted.replaceAll('"', ''))
      : insert.toLowerCase().startsWith(wanted) || label.toLowerCase().includes(wanted)
  )
  // What begins so before what only says so.
  const begins = ({ insert }: Proposal) => insert.toLowerCase().startsWith(wanted)
  return [...fitting.filter(begins), ...fitting.filter(one => !begins(one))]
    .filter(({ insert }) => sign + insert !== text.slice(from, to))
    .slice(0, SHOWN)
    .map(({ insert, label }) => ({ insert: sign + insert, label: sign ? `not: ${label}` : label, from, to }))
}

interface Proposal {
  insert: string
  label: string
}

const FLAG_LABELS: Record<Flag, string> = {
  error: 'failed or refused',
  refused: 'refused: no valid token',
  change: 'changed something',
  lookup: 'looked something up',
  pinned: 'pinned',
  simulated: 'sent by the simulator',
  replay: 'replayed',
  slow: `took ${SLOW_MS / 1000} s or longer`,
  open: 'not answered yet',
  interrupted: 'interrupted before the answer',
  console: 'done at this console'
}

const KEY_LABELS: Record<Key, string> = {
  status: 'HTTP status',
  duration: 'duration in milliseconds',
  cycle: 'cycle number',
  id: 'request number',
  method: 'HTTP method',
  kind: 'kind of sentence',
  user: 'about a user',
  group: 'about a group',
  token: 'sent with a token',
  path: 'part of the path',
  is: 'a property',
  after: 'at or after a time',
  before: 'before a time'
}

const FIXED: Proposal[] = [
  { insert: 'status>=400', label: 'status 400 or more' },
  { insert: 'status:4xx', label: 'status 400 to 499' },
  { insert: 'status>=500', label: 'status 500 or more' },
  { insert: 'status=200', label: 'status 200' },
  { insert: 'status=409', label: 'status 409, a conflict' },
  { insert: 'status=401', label: 'status 401, no valid token' },
  ...['POST', 'PATCH', 'GET', 'PUT', 'DELETE'].map(method => ({
    insert: `method=${method}`,
    label: `method ${method}`
  })),
  { insert: 'path:/Users', label: 'path contains /Users' },
  { insert: 'path:/Groups', label: 'path contains /Groups' },
  { insert: 'duration>100', label: 'took longer than 100 ms' },
  { insert: 'duration>1s', label: 'took longer than 1 s' },
  { insert: 'after:15m', label: 'in the last 15 minutes' },
  { insert: 'after:1h', label: 'in the last hour' },
  { insert: 'after:1d', label: 'in the last 24 hours' },
  { insert: 'before:1h', label: 'more than an hour ago' }
]

function proposals({ users, groups, tokens, cycles }: KnownValues): Proposal[] {
  return [
    ...FLAGS.map(flag => ({ insert: `is:${flag}`, label: FLAG_LABELS[flag] })),
    ...FIXED,
    ...named('token', tokens, token => `sent with the token ${token}`),
    ...named('user', users, user => `about the user ${user}`),
    ...named('group', groups, group => `about the group ${group}`),
    ...cycles.map(cycle => ({ insert: `cycle:${cycle}`, label: `cycle ${cycle}` })),
    ...(Object.keys(KEYS) as Key[]).map(key => ({ insert: `${key}:`, label: KEY_LABELS[key] }))
  ]
}

const named = (key: Key, values: string[], label: (value: string) => string): Proposal[] =>
  values.map(value => ({ insert: chipText(key, ':', value), label: label(value) }))

/** A chip as text, for "Only this" and "Not this" on a cell. */
export const chipText = (key: Key, operator: Operator, value: string, isNegated = false): string =>
  printTerm({ kind: 'chip', key, operator, values: [value], isNegated, at: 0, length: 0 })

const WORDS: Record<Operator, (key: string, value: string) => string> = {
  ':': (key, value) => `${key} ${value}`,
  '=': (key, value) => `${key} exactly ${value}`,
  '>': (key, value) => `${key} more than ${value}`,
  '>=': (key, value) => `${key} ${value} or more`,
  '<': (key, value) => `${key} less than ${value}`,
  '<=': (key, value) => `${key} ${value} or less`
}

/** What a chip means, for its tooltip and screen readers. */
export function chipLabel(chip: {
  key: string
  operator: Operator
  values: string[]
  isNegated: boolean
}): string {
  const value = chip.values.join(' or ')
  const flag = chip.key === 'is' ? FLAG_LABELS[value as Flag] : undefined
  const isNumber = isKey(chip.key) && KEYS[chip.key] === 'number'
  const words =
    flag ??
    (isNumber && chip.operator === '=' ? `${chip.key} ${value}` : WORDS[chip.operator](chip.key, value))
  return chip.isNegated ? `not: ${words}` : words
}
