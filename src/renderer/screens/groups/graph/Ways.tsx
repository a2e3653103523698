import type { Named } from '../../../../shared/scim'
import { Path } from '../../../components/Path'
import { words } from '../../../i18n'
import classes from './Graph.module.css'

const text = words.membership.graph

/** Why somebody is in the group, in words: each way as the groups passed. */
export function Ways({ person, ways }: { person: Named; ways: Named[][] }) {
  return (
    <div className={classes.ways} role="status">
      {ways.length === 0 ? text.noWay(person.name) : text.ways(person.name, ways.length)}
      <ul>
        {ways.map(way => (
          <li key={way.map(group => group.id).join()}>
            <Path groups={way} /> › {person.name}
          </li>
        ))}
      </ul>
    </div>
  )
}
