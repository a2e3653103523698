import type { TunnelReport } from '../../shared/tunnel'
import { words } from '../i18n'
import classes from './Tunnel.module.css'

/** What the doctor found, and how each of it is put right. */
export function Report({ report: { isGreen, roundTripMs, findings } }: { report: TunnelReport }) {
  return (
    <>
      {isGreen && roundTripMs !== null && <p>{words.setup.address.green(roundTripMs)}</p>}
      {findings.map(finding => {
        const { title, fix } = words.tunnelFinding(finding)
        return (
          <div key={title} className={classes.problem}>
            <strong>{title}</strong>
            <p>
              <b>{words.setup.howToFix}:</b> {fix}
            </p>
          </div>
        )
      })}
    </>
  )
}
