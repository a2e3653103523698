import { Button, Tabs } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { Screen } from '../../components/Screen'
import { isUnderWay } from '../../../shared/simulator'
import { words } from '../../i18n'
import { goTo, hrefOf, type Route } from '../../routes'
import { useDirectory } from '../../stores/directory'
import { useSimulator } from '../../stores/simulator'
import { CheckTab } from './CheckTab'
import { DecksTab } from './DecksTab'
import { EntriesTab } from './EntriesTab'
import { FaultsTab } from './FaultsTab'
import { RequestTab } from './RequestTab'
import { ResetDialog } from './ResetDialog'
import { RunBar } from './RunBar'
import { ScenariosTab } from './ScenariosTab'

const text = words.simulator
const TABS = {
  scenarios: ScenariosTab,
  decks: DecksTab,
  faults: FaultsTab,
  request: RequestTab,
  check: CheckTab,
  entries: EntriesTab
}
type TabName = keyof typeof TABS
const NAMES = Object.keys(TABS) as TabName[]

/** Shows and breaks provisioning without a tenant. */
export function SimulatorScreen({ route }: { route: Route }) {
  const tab = NAMES.find(name => name === route.view.tab) ?? 'scenarios'
  return (
    <Screen title={text.title} actions={<ResetButton />}>
      <RunBar />
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={next => next !== null && goTo(hrefOf('simulator', null, { tab: next }))}
      >
        <Tabs.List aria-label={text.tabs.label} mb="md">
          {NAMES.map(name => (
            <Tabs.Tab key={name} value={name}>
              {text.tabs[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {NAMES.map(name => {
          const Tab = TABS[name]
          return (
            <Tabs.Panel key={name} value={name}>
              <Tab />
            </Tabs.Panel>
          )
        })}
      </Tabs>
    </Screen>
  )
}

function ResetButton() {
  const [isAsking, setAsking] = useState(false)
  const counts = useDirectory(state => state.counts)
  const isRunning = useSimulator(state => isUnderWay(state.run))
  const isEmpty = counts !== null && counts.users + counts.groups === 0
  const reason = isRunning ? text.reset.running : isEmpty ? text.reset.empty : undefined
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTrash size={14} aria-hidden />}
        disabled={reason !== undefined}
        title={reason}
        onClick={() => setAsking(true)}
      >
        {text.reset.button}
      </Button>
      {isAsking && <ResetDialog onClose={() => setAsking(false)} />}
    </>
  )
}
