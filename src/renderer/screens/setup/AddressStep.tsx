import { Button } from '@mantine/core'
import type { SetupState, Step } from '../../../shared/setup'
import type { TunnelFinding } from '../../../shared/tunnel'
import { words } from '../../i18n'
import { checkTunnel, useSetup } from '../../stores/setup'
import { AddressField } from './AddressField'
import { FoundTunnels } from './FoundTunnels'
import { TunnelRunning } from './TunnelRunning'
import classes from './Setup.module.css'

const text = words.setup.address

export function AddressStep({ step: { detail }, setup }: { step: Step; setup: SetupState }) {
  const { report, isChecking, run } = useSetup(state => state.tunnel)
  if (setup.variant === 'agent') return <p className={classes.quiet}>{text.agent}</p>

  return (
    <>
      <p className={classes.quiet}>{text.why}</p>
      <AddressField />
      {isChecking ? (
        <p role="status">{text.checking}</p>
      ) : (
        <>
          {report?.isGreen && report.roundTripMs !== null && <p>{text.green(report.roundTripMs)}</p>}
          {detail.kind === 'findings' && <Findings findings={detail.findings} />}
          {detail.kind === 'not-checked' && <p className={classes.quiet}>{text.notChecked}</p>}
          {detail.kind !== 'none' && (
            <div>
              <Button variant="default" onClick={() => void checkTunnel()}>
                {text.check}
              </Button>
            </div>
          )}
        </>
      )}
      {run ? <TunnelRunning run={run} /> : <FoundTunnels />}
    </>
  )
}

function Findings({ findings }: { findings: TunnelFinding[] }) {
  return findings.map(finding => {
    const { title, fix } = words.tunnelFinding(finding)
    return (
      <div key={title} className={classes.problem}>
        <strong>{title}</strong>
        <p>
          <b>{words.setup.howToFix}:</b> {fix}
        </p>
      </div>
    )
  })
}
