import { Tabs } from '@mantine/core'
import { lazy, Suspense } from 'react'
import type { GroupDetail } from '../../../shared/directory-views'
import { client } from '../../bridge'
import { CopyButton } from '../../components/CopyButton'
import { History } from '../../components/History'
import { JsonCode } from '../../components/JsonCode'
import { Loading } from '../../components/Loading'
import { words } from '../../i18n'
import { goTo, hrefOf, type Route } from '../../routes'
import { Compare } from './Compare'
import classes from './Groups.module.css'
import { Members } from './Members'

// React Flow and all that draws: loaded only by those who look.
const Graph = lazy(async () => ({ default: (await import('./graph/GraphTab')).GraphTab }))

interface Props {
  group: GroupDetail
  name: string
  view: Route['view']
  revision: number
}

const text = words.groups.detail
const VIEWS = ['direct', 'effective', 'graph', 'history', 'compare', 'raw'] as const

/** Direct and Effective are always both there, also for a group without direct members. */
export function GroupTabs({ group, name, view, revision }: Props) {
  const current = VIEWS.find(known => known === view.view) ?? 'direct'
  const json = JSON.stringify(group.resource, null, 2)
  const asOf = view.asOf === undefined ? null : Number(view.asOf)
  const show = (changed: Route['view']) =>
    goTo(hrefOf('groups', group.id, { view: current, ...changed }), { isReplacing: true })
  const members = {
    group,
    name,
    revision,
    asOf: Number.isFinite(asOf) ? asOf : null,
    onAsOf: (at: number | null) => show(at === null ? {} : { asOf: String(at) })
  }

  return (
    <Tabs
      className={classes.tabs}
      value={current}
      onChange={tab =>
        show({ view: tab ?? 'direct', ...(members.asOf !== null && { asOf: String(members.asOf) }) })
      }
      keepMounted={false}
    >
      <Tabs.List px={24}>
        <Tabs.Tab value="direct">{text.tabs.direct(group.directCount)}</Tabs.Tab>
        <Tabs.Tab value="effective">{text.tabs.effective(group.effectiveCount)}</Tabs.Tab>
        <Tabs.Tab value="graph">{text.tabs.graph}</Tabs.Tab>
        <Tabs.Tab value="history">{text.tabs.history}</Tabs.Tab>
        <Tabs.Tab value="compare">{text.tabs.compare}</Tabs.Tab>
        <Tabs.Tab value="raw">{text.tabs.raw}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="direct" className={classes.fill}>
        <Members kind="direct" {...members} />
      </Tabs.Panel>
      <Tabs.Panel value="effective" className={classes.fill}>
        <Members kind="effective" {...members} />
      </Tabs.Panel>
      <Tabs.Panel value="graph" className={classes.fill}>
        <Suspense fallback={<Loading />}>
          <Graph groupId={group.id} name={name} revision={revision} />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="history" className={classes.page}>
        <History
          resourceKey={`group ${group.id}`}
          revision={revision}
          ask={before => client.groups.history({ id: group.id, before })}
        />
      </Tabs.Panel>
      <Tabs.Panel value="compare" className={classes.fill}>
        <Compare groupId={group.id} name={name} view={view} onView={show} revision={revision} />
      </Tabs.Panel>
      <Tabs.Panel value="raw" className={classes.page}>
        <CopyButton text={json} label={words.users.detail.copyJson} mb="sm" />
        <JsonCode code={json} />
      </Tabs.Panel>
    </Tabs>
  )
}
