import { Tabs } from '@mantine/core'
import { CopyButton } from '../../components/CopyButton'
import { History } from '../../components/History'
import { JsonCode } from '../../components/JsonCode'
import type { GroupDetail } from '../../../shared/contract'
import { client } from '../../bridge'
import { words } from '../../i18n'
import { goTo, hrefOf } from '../../routes'
import classes from './Groups.module.css'
import { Members } from './Members'

interface Props {
  group: GroupDetail
  view: string | undefined
  revision: number
}

const text = words.groups.detail
const VIEWS = ['direct', 'effective', 'history', 'raw'] as const

/** Direct and Effective are always both there, also for a group without direct members. */
export function GroupTabs({ group, view, revision }: Props) {
  const current = VIEWS.find(known => known === view) ?? 'direct'
  const json = JSON.stringify(group.resource, null, 2)

  return (
    <Tabs
      className={classes.tabs}
      value={current}
      onChange={tab => goTo(hrefOf('groups', group.id, tab ? { view: tab } : {}), { isReplacing: true })}
      keepMounted={false}
    >
      <Tabs.List px={24}>
        <Tabs.Tab value="direct">{text.tabs.direct(group.directCount)}</Tabs.Tab>
        <Tabs.Tab value="effective">{text.tabs.effective(group.effectiveCount)}</Tabs.Tab>
        <Tabs.Tab value="history">{text.tabs.history}</Tabs.Tab>
        <Tabs.Tab value="raw">{text.tabs.raw}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="direct" className={classes.fill}>
        <Members groupId={group.id} kind="direct" revision={revision} />
      </Tabs.Panel>
      <Tabs.Panel value="effective" className={classes.fill}>
        <Members groupId={group.id} kind="effective" revision={revision} />
      </Tabs.Panel>
      <Tabs.Panel value="history" className={classes.page}>
        <History
          resourceKey={`group ${group.id}`}
          revision={revision}
          ask={before => client.groups.history({ id: group.id, before })}
        />
      </Tabs.Panel>
      <Tabs.Panel value="raw" className={classes.page}>
        <CopyButton text={json} label={words.users.detail.copyJson} mb="sm" />
        <JsonCode code={json} />
      </Tabs.Panel>
    </Tabs>
  )
}
