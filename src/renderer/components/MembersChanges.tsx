import type { MembersChange } from '../../shared/change'
import type { Named } from '../../shared/scim'
import { words } from '../i18n'
import classes from './Changes.module.css'
import { NameLink } from './NameLink'

/** Who joined and who left, as people. */
export function MembersChanges({ members }: { members: MembersChange }) {
  const { history } = words.parts
  return (
    <div className={classes.members}>
      {members.addedCount > 0 && (
        <Names
          title={history.added(members.addedCount)}
          names={members.added}
          count={members.addedCount}
          ground="new"
        />
      )}
      {members.removedCount > 0 && (
        <Names
          title={history.removed(members.removedCount)}
          names={members.removed}
          count={members.removedCount}
          ground="old"
        />
      )}
    </div>
  )
}

interface NamesProps {
  title: string
  names: Named[]
  count: number
  ground: 'old' | 'new'
}

function Names({ title, names, count, ground }: NamesProps) {
  return (
    <>
      <div className={classes.membersTitle}>{title}</div>
      <ul className={classes.names} data-ground={ground} aria-label={title}>
        {names.map(named => (
          <li key={named.id}>
            <NameLink named={named} />
          </li>
        ))}
        {count > names.length && <li>{words.parts.history.more(count - names.length)}</li>}
      </ul>
    </>
  )
}
