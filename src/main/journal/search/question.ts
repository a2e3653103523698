import { readConditions } from '../../../shared/log-query/conditions'
import type { Term } from '../../../shared/log-query'
import { logQueryToSql, type Where } from '../log-query-to-sql'
import { needleOf, type Needle } from './block'

/** What is asked of the log. Plain values, so that another thread can be asked. */
export interface Question {
  terms: Term[]
  /** Epoch milliseconds; `after:15m` depends on it. */
  now: number
  /** Rows up to this number count only when pinned. */
  clearedTo: number
  /** No number between the lowest and the highest is missing. */
  isWithoutHoles: boolean
}

export interface TextAsked {
  needle: Needle
  folded: string
  isNegated: boolean
}

/** What is asked, in the two ways in which it is looked for: of rows by SQL, in texts by blocks. */
export interface ReadQuestion {
  texts: TextAsked[]
  rows: Where
  /** Every number that exists counts. */
  isOfAllRows: boolean
}

export function readQuestion({ terms, now, clearedTo }: Question): ReadQuestion {
  const conditions = readConditions(terms, now)
  const texts = conditions.flatMap(condition =>
    condition.on === 'anything'
      ? [{ folded: condition.needle, needle: needleOf(condition.needle), isNegated: condition.isNegated }]
      : []
  )
  const rows = logQueryToSql(conditions)
  const shown = clearedTo > 0 ? `(e.id > ${clearedTo} OR e.is_pinned = 1) AND ` : ''
  return {
    texts,
    rows: { ...rows, sql: shown + rows.sql },
    isOfAllRows: texts.length === conditions.length && clearedTo === 0
  }
}
