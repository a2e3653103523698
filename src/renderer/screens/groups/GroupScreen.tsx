import { Alert, Anchor } from '@mantine/core'
import { IconTrash, IconUsersGroup } from '@tabler/icons-react'
import { BackLink } from '../../components/BackLink'
import { CopyIcon } from '../../components/CopyIcon'
import { Failed } from '../../components/Failed'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { Teach } from '../../components/Teach'
import type { GroupDetail } from '../../../shared/contract'
import { client } from '../../bridge'
import { useCall } from '../../hooks/useCall'
import { words } from '../../i18n'
import { formatMoment } from '../../i18n/format'
import { hrefOf, type Route } from '../../routes'
import { useDirectory } from '../../stores/directory'
import { GroupTabs } from './GroupTabs'
import classes from './Groups.module.css'

const text = words.groups.detail

export function GroupScreen({ route, id }: { route: Route; id: string }) {
  const revision = useDirectory(state => state.revision)
  const call = useCall(`group ${id}`, () => client.groups.get({ id }), revision)
  const name = call.kind === 'ready' ? nameOf(call.value) : id

  return (
    <Screen
      key={name}
      title={name}
      isFilling
      back={<BackLink href={hrefOf('groups')} label={text.back} />}
      aside={
        call.kind === 'ready' && (
          <span className={classes.counts}>
            {text.counts(call.value.directCount, call.value.effectiveCount)}
          </span>
        )
      }
    >
      {call.kind === 'loading' && <Loading />}
      {call.kind === 'failed' &&
        (call.problem.code === 'NOT_FOUND' ? (
          <Teach
            icon={<IconUsersGroup size={26} aria-hidden />}
            title={text.missing}
            text={text.missingText}
          />
        ) : (
          <Failed title={text.failed} problem={call.problem} onRetry={call.retry} />
        ))}
      {call.kind === 'ready' && (
        <>
          <GroupNotes group={call.value} />
          <GroupTabs group={call.value} view={route.view.view} revision={revision} />
        </>
      )}
    </Screen>
  )
}

/** What is particular about this group: its ids, that it is gone, that it contains itself. */
function GroupNotes({ group }: { group: GroupDetail }) {
  const { externalId } = group.resource
  return (
    <div className={classes.notes}>
      <dl className={classes.facts}>
        <div>
          <dt>id</dt>
          <dd>
            <span className={classes.mono}>{group.id}</span>
            <CopyIcon text={group.id} label={text.copyId} />
          </dd>
        </div>
        {typeof externalId === 'string' && (
          <div>
            <dt>{text.externalId}</dt>
            <dd className={classes.mono}>{externalId}</dd>
          </div>
        )}
      </dl>
      {group.deleted && (
        <Alert color="red" icon={<IconTrash size={18} aria-hidden />} mb="sm">
          {text.deleted(formatMoment(group.deleted.at))}{' '}
          {group.deleted.exchangeId !== null && (
            <Anchor inherit href={hrefOf('log', group.deleted.exchangeId)}>
              {text.deletedBy}
            </Anchor>
          )}
        </Alert>
      )}
      {group.cycles.map(cycle => (
        <Alert key={cycle.map(named => named.id).join()} color="amber" mb="sm">
          {text.cycle(cycle.map(named => named.name).join(' › '))}
        </Alert>
      ))}
    </div>
  )
}

const nameOf = ({ resource, id }: GroupDetail): string =>
  typeof resource.displayName === 'string' && resource.displayName !== '' ? resource.displayName : id
