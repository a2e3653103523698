import { fold } from '../../scim/fold'
import type { CompareOperator, CompareValue } from '../../scim/filter/ast'
import { instantOf } from '../../scim/filter/instant'
import { isSubstring } from '../../scim/filter/match'
import type { Attribute } from '../../scim/model'
import type { Sql, SqlValue } from '../queries'
import { FALSE, sql } from './sql'

/** A value inside SQL. `isKey`: it is folded already, and may have an index that a prefix can use. */
export interface Operand {
  text: string
  values?: SqlValue[]
  isKey?: boolean
  /** What follows FROM when there may be several values, each of them `text`. */
  from?: string
  /** For a dateTime: where its milliseconds are. */
  instant?: string
}

const SIGN = { eq: '=', gt: '>', ge: '>=', lt: '<', le: '<=' } as const

/** RFC 7644 §3.4.2.2 for one value, by the rules of scim/filter/README.md. `op` is not `ne` and `value` not null. */
export function compare(
  operand: Operand,
  attribute: Attribute,
  op: CompareOperator,
  value: CompareValue
): Sql {
  switch (attribute.type) {
    case 'boolean':
      return typeof value === 'boolean' && op === 'eq' ? test(operand, '=', Number(value)) : FALSE
    case 'integer':
    case 'decimal':
      return typeof value === 'number' && op in SIGN
        ? test(operand, SIGN[op as keyof typeof SIGN], value)
        : FALSE
    case 'dateTime':
      return compareInstant(operand, attribute, op, value)
    case 'complex':
      return FALSE
    default:
      return typeof value === 'string' ? compareText(operand, attribute, op, value) : FALSE
  }
}

function compareInstant(
  operand: Operand,
  attribute: Attribute,
  op: CompareOperator,
  value: CompareValue
): Sql {
  if (typeof value !== 'string') return FALSE
  if (isSubstring(op)) return compareText(operand, attribute, op, value)
  const at = instantOf(value)
  if (at === null || !(op in SIGN)) return FALSE
  const instant = operand.instant ?? `instant(${operand.text})`
  return test({ ...operand, text: instant }, SIGN[op as keyof typeof SIGN], at)
}

function compareText(operand: Operand, attribute: Attribute, op: CompareOperator, written: string): Sql {
  const value = attribute.caseExact ? written.toWellFormed() : fold(written)
  const { text, values = [], isKey } = operand
  const actual = attribute.caseExact || isKey ? text : `fold(${text})`
  switch (op) {
    case 'co':
      return sql(`instr(${actual}, ?) > 0`, ...values, value)
    case 'ew':
      return sql(`ends_with(${actual}, ?)`, ...values, value)
    case 'sw':
      return isKey && value !== ''
        ? sql(`(${actual} >= ? AND ${actual} < ? AND instr(${actual}, ?) = 1)`, value, value + LAST, value)
        : sql(`instr(${actual}, ?) = 1`, ...values, value)
    default:
      return test({ text: actual, values }, SIGN[op as keyof typeof SIGN], value)
  }
}

/** Above every character that can follow a prefix. */
const LAST = '\u{10ffff}'

const test = ({ text, values = [] }: Operand, sign: string, value: SqlValue): Sql =>
  sql(`${text} ${sign} ?`, ...values, value)
