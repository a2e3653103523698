import { Alert } from '@mantine/core'
import { IconUserQuestion } from '@tabler/icons-react'
import type { GroupDetail } from '../../../shared/directory-views'
import { DeletedNote } from '../../components/DeletedNote'
import { CopyFact, Facts } from '../../components/Facts'
import { Moment } from '../../components/Moment'
import { RequestLink } from '../../components/RequestLink'
import { words } from '../../i18n'
import classes from './Groups.module.css'

const text = words.groups.detail

/** What is particular about this group: its ids, that it is gone, that it contains itself, whom it could not take. */
export function GroupNotes({ group }: { group: GroupDetail }) {
  const { externalId } = group.resource
  return (
    <div className={classes.notes}>
      <Facts>
        <CopyFact name="id" value={group.id} label={text.copyId} />
        {typeof externalId === 'string' && (
          <CopyFact name={text.externalId} value={externalId} label={text.copyExternalId} />
        )}
      </Facts>
      {group.deleted && <DeletedNote deletion={group.deleted} />}
      {group.cycles.map(cycle => (
        <Alert key={cycle.map(named => named.id).join()} color="amber" mb="sm" p="xs">
          {text.cycle(cycle.map(named => named.name).join(' › '))}
        </Alert>
      ))}
      {group.nestedCount > 0 && <p className={classes.help}>{words.membership.nested(group.nestedCount)}</p>}
      {group.unknownMembers.length > 0 && <UnknownMembers unknown={group.unknownMembers} />}
    </div>
  )
}

function UnknownMembers({ unknown }: { unknown: GroupDetail['unknownMembers'] }) {
  const { membership } = words
  return (
    <Alert
      color="amber"
      mb="sm"
      p="xs"
      icon={<IconUserQuestion size={18} aria-hidden />}
      title={membership.unknownTitle(unknown.length)}
    >
      {membership.unknownText}
      <ul className={classes.unknown}>
        {unknown.map(({ id, exchangeId, at }) => (
          <li key={id}>
            <span className={classes.mono}>{membership.unknown(id)}</span> · {membership.unknownBy}{' '}
            <RequestLink exchangeId={exchangeId} at={at} />, <Moment at={at} />
          </li>
        ))}
      </ul>
    </Alert>
  )
}
