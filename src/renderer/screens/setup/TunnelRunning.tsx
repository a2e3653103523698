import { Alert, Button } from '@mantine/core'
import type { TunnelRun } from '../../../shared/tunnel'
import { words } from '../../i18n'
import { startTunnel, stopTunnel } from '../../stores/setup'
import classes from './Setup.module.css'

const text = words.setup.address

/** The tunnel that was started from here: how it is, what it printed, how it is stopped. */
export function TunnelRunning({ run }: { run: TunnelRun }) {
  const isStopped = run.state === 'stopped'
  return (
    <>
      {run.formerUrl && (
        <Alert color="amber" variant="light">
          {text.moved(run.formerUrl)}
        </Alert>
      )}
      <div className={classes.copied}>
        <span>
          {run.program} {text.run[run.state]}
          {run.restarts > 0 && ` (${text.restarts(run.restarts)})`}
        </span>
        <Button variant="default" onClick={() => void (isStopped ? startTunnel(run.program) : stopTunnel())}>
          {isStopped ? text.start(run.program) : text.stop(run.program)}
        </Button>
      </div>
      {run.program === 'cloudflared' && <p className={classes.quiet}>{text.changes}</p>}
      <details>
        <summary>{text.output}</summary>
        <pre className={classes.output}>{run.output.join('\n')}</pre>
      </details>
    </>
  )
}
