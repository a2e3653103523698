import { Button } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { isUnderWay, type ScenarioSummary } from '../../../shared/simulator'
import { Called } from '../../components/Called'
import { client } from '../../bridge'
import { useCall } from '../../hooks/useCall'
import { words } from '../../i18n'
import { runScenario, useSimulator } from '../../stores/simulator'
import { attempt } from './attempt'
import { ForecastCard } from './ForecastCard'
import { reasonNotToSend, targetOf, useRunOptions } from './run-options'
import { RunOptionsForm } from './RunOptionsForm'
import classes from './Simulator.module.css'

const text = words.simulator.scenarios

export function ScenariosTab() {
  const scenarios = useCall('scenarios', () => client.simulator.scenarios())
  return (
    <div className={classes.columns} data-columns>
      <div>
        <Called call={scenarios} failed={text.failed}>
          {list => (
            <ul className={classes.list} aria-label={text.list}>
              {list.map(scenario => (
                <ScenarioItem key={scenario.name} scenario={scenario} />
              ))}
            </ul>
          )}
        </Called>
      </div>
      <div className={classes.side}>
        <ForecastCard />
        <RunOptionsForm />
      </div>
    </div>
  )
}

function ScenarioItem({ scenario }: { scenario: ScenarioSummary }) {
  const options = useRunOptions()
  const isBusy = useSimulator(state => isUnderWay(state.run))
  const { name, users, groups } = scenario
  const title = words.said(scenario.title)

  const start = () =>
    attempt(words.simulator.run.failedToStart, () =>
      runScenario({
        scenario: name,
        dialect: options.dialect,
        seed: options.seed,
        pauseMs: options.pauseMs,
        target: targetOf(options),
        ...(options.users !== null && { users: options.users }),
        ...(options.groups !== null && { groups: options.groups })
      })
    )

  return (
    <li className={classes.item}>
      <div className={classes.itemText}>
        <div className={classes.itemTitle}>{title}</div>
        <div className={classes.quiet}>{words.said(scenario.sends)}</div>
        {users > 0 && (
          <div className={classes.small}>{text.size(options.users ?? users, options.groups ?? groups)}</div>
        )}
      </div>
      <Button
        variant="light"
        leftSection={<IconPlayerPlay size={14} aria-hidden />}
        aria-label={text.runNamed(title)}
        disabled={isBusy || reasonNotToSend(options) !== null}
        onClick={() => void start()}
      >
        {text.run}
      </Button>
    </li>
  )
}
