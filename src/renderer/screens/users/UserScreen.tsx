import { Tabs } from '@mantine/core'
import { IconUserOff } from '@tabler/icons-react'
import { BackLink } from '../../components/BackLink'
import { Called } from '../../components/Called'
import { CopyButton } from '../../components/CopyButton'
import { DeletedNote } from '../../components/DeletedNote'
import { History } from '../../components/History'
import { JsonCode } from '../../components/JsonCode'
import { ResourceAttributes } from '../../components/ResourceAttributes'
import { Screen } from '../../components/Screen'
import { Teach } from '../../components/Teach'
import type { UserDetail } from '../../../shared/contract'
import { client } from '../../bridge'
import { useCall } from '../../hooks/useCall'
import { words } from '../../i18n'
import { goTo, hrefOf, type Route } from '../../routes'
import { useDirectory } from '../../stores/directory'
import { UserActions } from './UserActions'
import { UserFacts } from './UserFacts'
import { UserGroups } from './UserGroups'
import { UserRequests } from './UserRequests'

const text = words.users.detail
const TABS = ['attributes', 'groups', 'history', 'requests', 'raw'] as const

export function UserScreen({ route, id }: { route: Route; id: string }) {
  const revision = useDirectory(state => state.revision)
  const call = useCall(`user ${id}`, () => client.users.get({ id }), revision)
  const name = call.kind === 'ready' ? nameOf(call.value) : id

  return (
    <Screen
      key={name}
      title={name}
      back={<BackLink href={hrefOf('users')} label={text.back} />}
      actions={
        call.kind === 'ready' && call.value.deleted === null && <UserActions user={call.value} name={name} />
      }
    >
      <Called
        call={call}
        failed={text.failed}
        missing={
          <Teach icon={<IconUserOff size={26} aria-hidden />} title={text.missing} text={text.missingText} />
        }
      >
        {user => <Details user={user} view={route.view.view} revision={revision} />}
      </Called>
    </Screen>
  )
}

function Details({ user, view, revision }: { user: UserDetail; view: string | undefined; revision: number }) {
  const json = JSON.stringify(user.resource, null, 2)
  return (
    <>
      {user.deleted && <DeletedNote deletion={user.deleted} />}
      <UserFacts user={user} />
      <Tabs
        value={TABS.find(tab => tab === view) ?? 'attributes'}
        onChange={tab => goTo(hrefOf('users', user.id, tab ? { view: tab } : {}), { isReplacing: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {TABS.map(tab => (
            <Tabs.Tab key={tab} value={tab}>
              {text.tabs[tab]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="attributes">
          <ResourceAttributes resource={user.resource} setBy={user.setBy} />
        </Tabs.Panel>
        <Tabs.Panel value="groups">
          <UserGroups groups={user.groups} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <History
            resourceKey={`user ${user.id}`}
            revision={revision}
            ask={before => client.users.history({ id: user.id, before })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="requests">
          <UserRequests id={user.id} revision={revision} />
        </Tabs.Panel>
        <Tabs.Panel value="raw">
          <CopyButton text={json} label={text.copyJson} mb="sm" />
          <JsonCode code={json} />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}

function nameOf({ resource, id }: UserDetail): string {
  const { displayName, userName } = resource
  if (typeof displayName === 'string' && displayName !== '') return displayName
  return typeof userName === 'string' ? userName : id
}
