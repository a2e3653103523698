import { Button, Progress } from '@mantine/core'
import { IconPlayerStop } from '@tabler/icons-react'
import { StateWord } from '../../components/StateWord'
import type { SimulatorRun } from '../../../shared/simulator'
import { useNow } from '../../hooks/useNow'
import { words } from '../../i18n'
import { stopRun, useSimulator } from '../../stores/simulator'
import { attempt } from './attempt'
import classes from './Simulator.module.css'

const text = words.simulator.run
const TONES = {
  running: 'waiting',
  stopping: 'waiting',
  complete: 'ok',
  stopped: 'quiet',
  quarantined: 'failed',
  failed: 'failed'
} as const

/** The run under way, or the last one: how far it is, how fast, what failed. */
export function RunBar() {
  const run = useSimulator(state => state.run)
  if (!run) return null
  const { progress, state } = run
  const isRunning = state === 'running' || state === 'stopping'

  return (
    <section className={classes.run} aria-label={text.region}>
      <div className={classes.runHead}>
        <span className={classes.runTitle}>{words.said(run.title)}</span>
        <StateWord word={text.states[state]} tone={TONES[state]} />
        <span className={classes.quiet}>{text.against(run.target ?? words.simulator.here)}</span>
        <span className={classes.spring} />
        {isRunning && (
          <Button
            variant="default"
            leftSection={<IconPlayerStop size={14} aria-hidden />}
            disabled={state === 'stopping'}
            onClick={() => void attempt(words.simulator.decks.problem, stopRun)}
          >
            {text.stop}
          </Button>
        )}
      </div>
      <Progress
        size="sm"
        value={shareOf(run)}
        aria-label={text.progress}
        color={state === 'failed' || state === 'quarantined' ? 'red' : undefined}
      />
      <div className={classes.facts}>
        <strong>{text.step(progress.step, progress.steps)}</strong>
        {isRunning && progress.phase !== '' && (
          <span>
            {run.kind === 'scenario'
              ? text.phase(words.said(progress.phase), progress.done, progress.total)
              : words.said(progress.phase)}
          </span>
        )}
        <span>{text.requests(progress.requests)}</span>
        <Rate run={run} />
        <span className={progress.failures > 0 ? classes.trouble : undefined}>
          {text.failures(progress.failures)}
        </span>
        {run.latencyMs && (
          <span>{text.latency(run.latencyMs.p50, run.latencyMs.p95, run.latencyMs.p99)}</span>
        )}
      </div>
      {run.detail && (
        <span className={state === 'stopped' ? classes.quiet : classes.trouble}>
          {words.said(run.detail)}
        </span>
      )}
      {run.happenings.length > 0 && (
        <span className={classes.quiet}>{run.happenings.slice(-3).map(words.said).join(' · ')}</span>
      )}
    </section>
  )
}

function Rate({ run }: { run: SimulatorRun }) {
  const now = useNow(500)
  const elapsedMs = (run.endedAt ?? now) - run.startedAt
  if (elapsedMs < 200 || run.progress.requests === 0) return null
  return <span>{text.rate((run.progress.requests * 1000) / elapsedMs)}</span>
}

function shareOf({ state, progress }: SimulatorRun): number {
  if (state === 'complete') return 100
  const { step, steps, done, total } = progress
  if (steps === 0) return 0
  const within = total === 0 || total === steps ? 0 : done / total
  return Math.min(100, ((Math.max(0, step - 1) + within) / steps) * 100)
}
