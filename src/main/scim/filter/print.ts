import type { AttributePath } from '../model'
import type { CompareValue, Filter, WrittenPath } from './ast'

/** A filter as text that parses to the same filter. */
export function printFilter(filter: Filter<WrittenPath> | Filter<AttributePath>): string {
  return print(filter)
}

function print(filter: Filter<WrittenPath | AttributePath>): string {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.terms.map(term => printTerm(term, filter.kind)).join(` ${filter.kind} `)
    case 'not':
      return `not (${print(filter.term)})`
    case 'present':
      return `${printPath(filter.path)} pr`
    case 'compare':
      return `${printPath(filter.path)} ${filter.op} ${printValue(filter.value)}`
    case 'element':
      return `${printPath(filter.path)}[${print(filter.filter)}]`
  }
}

/** Only `and` inside `or` needs no parentheses; a list inside a list of its own kind was grouped by the client. */
function printTerm(term: Filter<WrittenPath | AttributePath>, parent: 'and' | 'or'): string {
  const isGrouped = term.kind === 'or' || (term.kind === 'and' && parent === 'and')
  return isGrouped ? `(${print(term)})` : print(term)
}

/** `urn:…:User:name.givenName`; a resolved path in canonical spelling. */
export function printPath(path: WrittenPath | AttributePath): string {
  const { name, sub } =
    'attribute' in path ? { name: path.attribute.name, sub: path.sub?.name ?? null } : path
  return (path.urn === null ? '' : `${path.urn}:`) + name + (sub === null ? '' : `.${sub}`)
}

export const printValue = (value: CompareValue) => JSON.stringify(value)
