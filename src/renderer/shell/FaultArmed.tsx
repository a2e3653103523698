import { words } from '../i18n'
import { hrefOf } from '../routes'
import { useFaults } from '../stores/faults'
import classes from './Shell.module.css'

const text = words.simulator.faults

/** Nobody should wonder why requests fail while a fault is armed. */
export function FaultArmed() {
  const count = useFaults(state => state.armed.length)
  if (count === 0) return null
  return (
    <a
      className={classes.fault}
      href={hrefOf('simulator', null, { tab: 'faults' })}
      title={text.headerWhy(count)}
    >
      {text.headerArmed}
    </a>
  )
}
