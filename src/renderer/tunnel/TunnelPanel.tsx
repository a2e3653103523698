import { Button } from '@mantine/core'
import type { TunnelReport } from '../../shared/tunnel'
import { words } from '../i18n'
import { useSetting } from '../stores/settings'
import { checkTunnel, useSetup } from '../stores/setup'
import { AddressField } from './AddressField'
import { FoundTunnels } from './FoundTunnels'
import { Report } from './Report'
import { TunnelRunning } from './TunnelRunning'
import classes from './Tunnel.module.css'

const text = words.setup.address

/** The public address: entered, checked by the doctor, or given by a tunnel program. On Setup and on Settings alike. */
export function TunnelPanel() {
  const { report, isChecking, run } = useSetup(state => state.tunnel)
  const url = useSetting('server.publicUrl')
  return (
    <div className={classes.panel}>
      <AddressField />
      {isChecking ? <p role="status">{text.checking}</p> : url !== null && <Checked report={report} />}
      {url !== null && <Fleeting url={url} />}
      {run ? <TunnelRunning run={run} /> : <FoundTunnels />}
    </div>
  )
}

function Checked({ report }: { report: TunnelReport | null }) {
  return (
    <>
      {report ? <Report report={report} /> : <p className={classes.quiet}>{text.notChecked}</p>}
      <div>
        <Button variant="default" onClick={() => void checkTunnel()}>
          {text.check}
        </Button>
      </div>
    </>
  )
}

/** Names that tunnel programs give away for as long as they run. */
const QUICK = /^https:\/\/[^/]+\.trycloudflare\.com/i
const PERHAPS = /^https:\/\/[^/]+\.ngrok(-free)?\.(app|dev|io)/i

/** Stands there as long as the address does: a changed name is the commonest reason why Entra suddenly finds nobody. */
function Fleeting({ url }: { url: string }) {
  if (QUICK.test(url)) return <p className={classes.quiet}>{text.changes}</p>
  return PERHAPS.test(url) ? <p className={classes.quiet}>{text.mayChange}</p> : null
}
