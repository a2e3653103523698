import { IconUsersGroup } from '@tabler/icons-react'
import { BackLink } from '../../components/BackLink'
import { Called } from '../../components/Called'
import { Screen } from '../../components/Screen'
import { Teach } from '../../components/Teach'
import type { GroupDetail } from '../../../shared/contract'
import { client } from '../../bridge'
import { useCall } from '../../hooks/useCall'
import { words } from '../../i18n'
import { hrefOf, type Route } from '../../routes'
import { useDirectory } from '../../stores/directory'
import { GroupNotes } from './GroupNotes'
import { GroupTabs } from './GroupTabs'

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
      aside={call.kind === 'ready' && text.counts(call.value.directCount, call.value.effectiveCount)}
    >
      <Called
        call={call}
        failed={text.failed}
        missing={
          <Teach
            icon={<IconUsersGroup size={26} aria-hidden />}
            title={text.missing}
            text={text.missingText}
          />
        }
      >
        {group => (
          <>
            <GroupNotes group={group} />
            <GroupTabs group={group} name={name} view={route.view} revision={revision} />
          </>
        )}
      </Called>
    </Screen>
  )
}

const nameOf = ({ resource, id }: GroupDetail): string =>
  typeof resource.displayName === 'string' && resource.displayName !== '' ? resource.displayName : id
