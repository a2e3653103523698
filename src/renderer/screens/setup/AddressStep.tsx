import { Anchor } from '@mantine/core'
import type { SetupState } from '../../../shared/setup'
import { words } from '../../i18n'
import { hrefOf } from '../../routes'
import { useServer } from '../../stores/server'
import { AddressField } from '../../tunnel/AddressField'
import { TunnelPanel } from '../../tunnel/TunnelPanel'
import classes from './Setup.module.css'

const text = words.setup.address
const LOOPBACK = ['127.0.0.1', '::1', 'localhost']

export function AddressStep({ setup }: { setup: SetupState }) {
  if (setup.variant === 'agent') return <ForAgent />
  return (
    <>
      <p className={classes.quiet}>{text.why[setup.variant]}</p>
      <TunnelPanel />
    </>
  )
}

/** The agent calls from the network: what counts is where the server listens, and by which name. */
function ForAgent() {
  const host = useServer(state => state.server?.host ?? '')
  return (
    <>
      <p className={classes.quiet}>{text.agent}</p>
      {LOOPBACK.includes(host) && (
        <p>
          {text.agentLocal}{' '}
          <Anchor href={hrefOf('settings', 'server')} underline="always" inherit>
            {text.toServerSettings}
          </Anchor>
        </p>
      )}
      <AddressField label={text.agentField} hint={text.agentHint} />
    </>
  )
}
