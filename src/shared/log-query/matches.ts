import { outcomeOf, type Story } from '../exchange'
import { fold, readConditions, type Comparison, type Condition } from './conditions'
import { SLOW_MS, type Flag, type RecordedTexts, type Row, type Term } from './query'
import { holdsText, namedKey } from './searched'

export const LOOKUP_KINDS: ReadonlySet<Story['kind']> = new Set<Story['kind']>([
  'tested-connection',
  'looked-up',
  'checked-member',
  'checked-manager',
  'searched'
])

/**
 * Whether a row belongs to what the filter bar asks for. Without `texts` bare words are looked for in the row alone; where
 * `needsTexts` says so, only the journal knows the whole answer.
 */
export const matches = (terms: Term[], row: Row, texts: RecordedTexts | null, now: number): boolean =>
  readConditions(terms, now).every(condition => holds(condition, row, texts) !== condition.isNegated)

function holds(condition: Condition, row: Row, texts: RecordedTexts | null): boolean {
  switch (condition.on) {
    case 'anything':
      return holdsText(row, texts, condition.needle)
    case 'number': {
      const value = row[condition.field]
      return value !== null && condition.anyOf.some(all => all.every(one => compare(value, one)))
    }
    case 'word': {
      const value = fold(condition.field === 'method' ? row.method : row.story.kind)
      return condition.anyOf.includes(value)
    }
    case 'text':
      return condition.anyOf.some(needle => holdsField(row, condition.field, condition.isWhole, needle))
    case 'flag':
      return condition.anyOf.some(flag => holdsFlag(row, flag))
  }
}

function compare(value: number, { operator, value: limit }: Comparison): boolean {
  switch (operator) {
    case '=':
      return value === limit
    case '>':
      return value > limit
    case '>=':
      return value >= limit
    case '<':
      return value < limit
    case '<=':
      return value <= limit
  }
}

function holdsField(
  row: Row,
  field: 'user' | 'group' | 'token' | 'path',
  isWhole: boolean,
  needle: string
): boolean {
  switch (field) {
    case 'path':
    case 'token': {
      const text = fold(field === 'path' ? row.target : (row.tokenName ?? ''))
      return isWhole ? text === needle : text.includes(needle)
    }
    case 'user':
    case 'group': {
      const key = namedKey(row, field === 'user' ? 'User' : 'Group')
      return key.includes(isWhole ? `\n${needle}\n` : needle)
    }
  }
}

function holdsFlag(row: Row, flag: Flag): boolean {
  switch (flag) {
    case 'error':
      return outcomeOf(row) === 'failed' || outcomeOf(row) === 'refused'
    case 'refused':
      return outcomeOf(row) === 'refused'
    case 'interrupted':
      return outcomeOf(row) === 'interrupted'
    case 'open':
      return row.ending === 'open'
    case 'change':
      return row.hasChange
    case 'lookup':
      return LOOKUP_KINDS.has(row.story.kind)
    case 'pinned':
      return row.isPinned
    case 'simulated':
      return row.isSimulated
    case 'check':
      return row.isCheck
    case 'replay':
      return row.replayOf !== null
    case 'slow':
      return row.durationMs !== null && row.durationMs >= SLOW_MS
    case 'console':
      return row.origin === 'console'
  }
}
