import type { ToleranceName } from '../../../shared/explain/tolerances'
import { invalidFilter } from '../errors'
import type { Attribute, AttributePath } from '../model'
import { shorten } from '../patch/json'
import type { Reading } from '../reading'
import type { CompareOperator, CompareValue, Filter } from './ast'
import { instantOf } from './instant'
import { isSubstring } from './match'
import { printPath, printValue } from './print'

export interface Literal {
  op: CompareOperator
  value: CompareValue
}

/**
 * One comparison against an attribute, with a value of the attribute's type (RFC 7644 §3.4.2.2, table 3). `ne` becomes
 * `not eq`, null becomes absence, and `primary eq false` becomes `not (primary eq true)`: RFC 7643 §2.4 assumes false.
 */
export function resolveComparison(path: AttributePath, { op, value }: Literal, reading: Reading): Filter {
  if (op === 'ne') return negate(resolveComparison(path, { op: 'eq', value }, reading))
  if (value === null) {
    if (op !== 'eq') throw invalidFilter(`null can only be compared by eq and ne, not by ${op}.`)
    return { kind: 'not', term: { kind: 'present', path } }
  }
  const whole = withImplicitValue(path)
  const leaf = whole.sub ?? whole.attribute
  const typed = readLiteral(whole, leaf, op, value, reading)
  if (typed === false && leaf.name === 'primary') return notPrimary(whole, leaf)
  return { kind: 'compare', path: whole, op, value: typed }
}

/** RFC 7644 §3.5.2: `emails eq "x"` means `emails.value`; Entra asks `manager eq` and `members eq` (reference check). */
function withImplicitValue(path: AttributePath): AttributePath {
  if (path.sub !== null || path.attribute.type !== 'complex') return path
  const sub = path.attribute.subAttributes.find(candidate => candidate.name === 'value')
  if (!sub) throw invalidFilter(`${printPath(path)} is complex: compare one of its sub-attributes.`)
  return { ...path, sub }
}

function readLiteral(
  path: AttributePath,
  leaf: Attribute,
  op: CompareOperator,
  value: string | number | boolean,
  reading: Reading
): string | number | boolean {
  const comparison = shorten(`${printPath(path)} ${op} ${printValue(value)}`)
  const refuse = (why: string) => invalidFilter(`${comparison}: ${why}.`)
  const note = (name: ToleranceName) => reading.use(name, comparison)

  switch (leaf.type) {
    case 'boolean': {
      if (op !== 'eq') throw refuse('a boolean can only be compared by eq and ne')
      if (typeof value === 'boolean') return value
      const quoted = String(value).toLowerCase()
      if (!reading.isLenient || (quoted !== 'true' && quoted !== 'false'))
        throw refuse('the value must be true or false')
      note('quoted-boolean-in-filter')
      return quoted === 'true'
    }
    case 'integer':
    case 'decimal': {
      if (isSubstring(op)) throw refuse('a number has no parts of text')
      if (typeof value === 'number') return value
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN
      if (!reading.isLenient || !Number.isFinite(number)) throw refuse('the value must be a number')
      note('quoted-number-in-filter')
      return number
    }
    default: {
      if (leaf.type === 'binary' && op !== 'eq' && !isSubstring(op))
        throw refuse('binary values have no order')
      if (typeof value !== 'string') {
        if (!reading.isLenient) throw refuse('the value must be text in quotes')
        note('unquoted-filter-value')
      }
      const text = String(value)
      if (leaf.type === 'dateTime' && !isSubstring(op) && instantOf(text) === null)
        throw refuse('the value must be a date and time such as "2011-05-13T04:42:34Z"')
      return text
    }
  }
}

function notPrimary(path: AttributePath, leaf: Attribute): Filter {
  if (path.sub === null) return { kind: 'not', term: { kind: 'compare', path, op: 'eq', value: true } }
  if (!path.attribute.multiValued) return { kind: 'compare', path, op: 'eq', value: false }
  const filter = notPrimary({ urn: null, attribute: leaf, sub: null }, leaf)
  return { kind: 'element', path: { ...path, sub: null }, filter }
}

const negate = (filter: Filter): Filter =>
  filter.kind === 'not' ? filter.term : { kind: 'not', term: filter }
