import { Title } from '@mantine/core'
import { StateWord } from '../../components/StateWord'
import type { QuarantineForecast } from '../../../shared/quarantine-forecast'
import { client } from '../../bridge'
import { useCall } from '../../hooks/useCall'
import { useNow } from '../../hooks/useNow'
import { words } from '../../i18n'
import { useLog } from '../../stores/log'
import classes from './Simulator.module.css'

const text = words.simulator.forecast
const TONES = { none: 'quiet', safe: 'ok', near: 'waiting', over: 'failed' } as const

/** Our failures against the lines at which Entra quarantines a job, before its mail arrives. */
export function ForecastCard() {
  const lastRequestAt = useLog(state => state.lastRequestAt)
  const forecast = useCall('forecast', () => client.simulator.forecast(), lastRequestAt ?? 0)
  if (forecast.kind !== 'ready') return null
  return (
    <section className={classes.card} aria-labelledby="forecast">
      <Title order={2} id="forecast" className={classes.cardTitle}>
        {text.title}
      </Title>
      <Verdict forecast={forecast.value} />
    </section>
  )
}

function Verdict({ forecast }: { forecast: QuarantineForecast }) {
  const now = useNow(10_000)
  const { level, failedCount, totalCount, share, next } = forecast
  // Nothing but refusals: the reason says it.
  const nobody = forecast.reason === 'credentials' ? '' : text.none
  const known = totalCount === 0 ? nobody : text.share(failedCount, totalCount, share)
  return (
    <div className={classes.fields}>
      <StateWord word={text.levels[level]} tone={TONES[level]} />
      <span className={classes.quiet}>
        {known} {reasonOf(forecast)}
      </span>
      {next && <span className={classes.quiet}>{text.next(next.expectedAt - now, next.isObserved)}</span>}
    </div>
  )
}

function reasonOf({ level, reason }: QuarantineForecast): string {
  if (reason === null) return text.reasons.safe
  return level === 'near' ? text.reasons.near : text.reasons[reason]
}
