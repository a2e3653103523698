import type { CompareOperator, CompareValue, Filter } from '../../scim/filter/ast'
import type { AttributePath } from '../../scim/model'
import type { Sql } from '../queries'
import { joined, negated } from './sql'

/** What names in a filter stand for: a resource, or one element of a multi-valued attribute. */
export interface Scope {
  present(path: AttributePath): Sql
  /** `op` is not `ne` and `value` not null. */
  compare(path: AttributePath, op: CompareOperator, value: CompareValue): Sql
  element(path: AttributePath, filter: Filter): Sql
}

/** Linear in the size of the filter: no term is written twice. */
export function compileIn(scope: Scope, filter: Filter): Sql {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return joined(
        filter.terms.map(term => compileIn(scope, term)),
        filter.kind === 'and' ? 'AND' : 'OR'
      )
    case 'not':
      return negated(compileIn(scope, filter.term))
    case 'present':
      return scope.present(filter.path)
    case 'element':
      return scope.element(filter.path, filter.filter)
    case 'compare': {
      const { path, op, value } = filter
      if (op === 'ne') return negated(compileIn(scope, { ...filter, op: 'eq' }))
      return value === null ? negated(scope.present(path)) : scope.compare(path, op, value)
    }
  }
}
