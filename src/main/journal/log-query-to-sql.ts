import type { Condition } from '../../shared/log-query/conditions'
import { LOOKUP_KINDS } from '../../shared/log-query/matches'
import { SLOW_MS, type Flag } from '../../shared/log-query/query'

type Value = string | number

export interface Where {
  sql: string
  values: Value[]
}

/** The same meaning as `matches`, as a condition over `exchanges e`; what is asked of texts is left to the blocks of search/. */
export function logQueryToSql(conditions: Condition[]): Where {
  const parts = conditions
    .filter(condition => condition.on !== 'anything')
    .map(condition => {
      const part = conditionToSql(condition)
      // Unknown numbers make a comparison NULL; "not that" must still find them.
      return condition.isNegated ? { ...part, sql: `NOT coalesce(${part.sql}, 0)` } : part
    })
  return {
    sql: parts.length === 0 ? '1' : parts.map(part => part.sql).join(' AND '),
    values: parts.flatMap(part => part.values)
  }
}

const anyOf = (parts: Where[]): Where => ({
  sql: `(${parts.map(part => part.sql).join(' OR ')})`,
  values: parts.flatMap(part => part.values)
})

const COLUMNS = {
  status: 'e.status',
  durationMs: 'e.duration_ms',
  cycle: 'e.cycle',
  id: 'e.id',
  startedAt: 'e.started_at',
  method: 'lower(e.method)',
  kind: 'e.kind',
  path: 'coalesce(e.target_key, lower(e.target))',
  token: 'e.token_key',
  user: 'e.users_key',
  group: 'e.groups_key'
} as const

type RowCondition = Exclude<Condition, { on: 'anything' }>

function conditionToSql(condition: RowCondition): Where {
  switch (condition.on) {
    case 'number': {
      const column = COLUMNS[condition.field]
      return anyOf(
        condition.anyOf.map(all => ({
          sql: `(${all.map(one => `${column} ${one.operator} ?`).join(' AND ')})`,
          values: all.map(one => one.value)
        }))
      )
    }
    case 'word':
      return {
        sql: `${COLUMNS[condition.field]} IN (${condition.anyOf.map(() => '?').join(', ')})`,
        values: condition.anyOf
      }
    case 'text':
      return anyOf(condition.anyOf.map(needle => textToSql(condition.field, condition.isWhole, needle)))
    case 'flag':
      return anyOf(condition.anyOf.map(flag => ({ sql: FLAGS[flag], values: [] })))
  }
}

function textToSql(field: 'user' | 'group' | 'token' | 'path', isWhole: boolean, needle: string): Where {
  const column = COLUMNS[field]
  if (!isWhole) return { sql: `instr(${column}, ?) > 0`, values: [needle] }
  return field === 'user' || field === 'group'
    ? { sql: `instr(${column}, ?) > 0`, values: [`\n${needle}\n`] }
    : { sql: `${column} = ?`, values: [needle] }
}

const FLAGS: Record<Flag, string> = {
  error: `e.outcome IN ('failed', 'refused')`,
  refused: `e.outcome = 'refused'`,
  interrupted: `e.outcome = 'interrupted'`,
  open: `e.ending = 'open'`,
  change: 'e.has_change = 1',
  lookup: `e.kind IN (${[...LOOKUP_KINDS].map(kind => `'${kind}'`).join(', ')})`,
  pinned: 'e.is_pinned = 1',
  simulated: 'e.is_simulated > 0',
  check: 'e.is_simulated = 2',
  replay: 'e.replay_of IS NOT NULL',
  slow: `(e.duration_ms IS NOT NULL AND e.duration_ms >= ${SLOW_MS})`,
  console: `e.origin = 'console'`
}
