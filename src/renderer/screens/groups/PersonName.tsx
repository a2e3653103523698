import type { Named } from '../../../shared/scim'
import { NameLink } from '../../components/NameLink'
import { words } from '../../i18n'
import classes from './Groups.module.css'

/** A member by name; what has been deleted since leads to its last known values. */
export function PersonName({ member, isDeleted }: { member: Named; isDeleted: boolean }) {
  if (member.id === '') return <span className={classes.small}>{words.membership.unknown('')}</span>
  return (
    <>
      <NameLink named={member} />{' '}
      {isDeleted && <span className={classes.small}>{words.membership.deletedSince}</span>}
    </>
  )
}
