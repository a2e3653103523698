import { Alert, Button } from '@mantine/core'
import type { TunnelRun } from '../../shared/tunnel'
import { words } from '../i18n'
import { stopTunnel } from '../stores/setup'
import { beginTunnel } from './begin-tunnel'
import classes from './Tunnel.module.css'

const text = words.setup.address

/** The tunnel that was started from here: how it is, what it printed, how it is stopped. */
export function TunnelRunning({ run }: { run: TunnelRun }) {
  const isOver = run.state === 'stopped' || run.state === 'failed'
  return (
    <>
      {run.formerUrl && (
        <Alert color="amber" variant="light">
          {text.moved(run.formerUrl)}
        </Alert>
      )}
      <div className={classes.line}>
        <span>
          {run.program} {text.run[run.state]}
          {run.restarts > 0 && ` (${text.restarts(run.restarts)})`}
        </span>
        <Button variant="default" onClick={() => void (isOver ? beginTunnel(run.program) : stopTunnel())}>
          {isOver ? text.start(run.program) : text.stop(run.program)}
        </Button>
      </div>
      <details>
        <summary>{text.output}</summary>
        <pre className={classes.output}>{run.output.join('\n')}</pre>
      </details>
    </>
  )
}
