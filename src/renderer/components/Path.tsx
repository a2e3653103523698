import { Fragment } from 'react'
import type { Named } from '../../shared/scim'
import { NameLink } from './NameLink'

/** The groups between, outermost first: A › B. */
export function Path({ groups }: { groups: Named[] }) {
  return groups.map((group, index) => (
    <Fragment key={`${group.id} ${index}`}>
      {index > 0 && ' › '}
      <NameLink named={group} />
    </Fragment>
  ))
}
