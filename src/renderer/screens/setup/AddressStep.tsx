import type { SetupState } from '../../../shared/setup'
import { words } from '../../i18n'
import { TunnelPanel } from '../../tunnel/TunnelPanel'
import classes from './Setup.module.css'

const text = words.setup.address

export function AddressStep({ setup }: { setup: SetupState }) {
  if (setup.variant === 'agent') return <p className={classes.quiet}>{text.agent}</p>
  return (
    <>
      <p className={classes.quiet}>{text.why}</p>
      <TunnelPanel />
    </>
  )
}
