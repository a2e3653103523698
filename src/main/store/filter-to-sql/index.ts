import type { Filter } from '../../scim/filter/ast'
import type { Sql } from '../queries'
import type { FilterContext } from './columns'
import { resourceScope } from './resource-scope'
import { memberRows, rowScope } from './rows'
import { compileIn } from './scope'

export type { FilterContext } from './columns'
export { sortKey } from './sort-key'
export { joined, jsonPath, sql } from './sql'

/**
 * A resolved filter as a condition over the resource `r`. Means exactly what `matchFilter` means on the rendered resource; what
 * Entra and Okta look up (userName, externalId, displayName, id, emails, members, manager) is an index search.
 */
export const filterToSql = (filter: Filter, context: FilterContext): Sql =>
  compileIn(resourceScope(context), filter)

/** The filter of `members[…]` as a condition over the membership `m` of the resource `x`. */
export const memberFilterToSql = (filter: Filter, baseUrl: string): Sql =>
  compileIn(rowScope(memberRows(baseUrl)), filter)
