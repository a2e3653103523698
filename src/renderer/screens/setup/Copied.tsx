import { CopyIcon } from '../../components/CopyIcon'
import classes from './Setup.module.css'

/** A value to be pasted elsewhere. */
export function Copied({ value, label }: { value: string; label: string }) {
  return (
    <div className={classes.copied}>
      <code className={classes.mono}>{value}</code>
      <CopyIcon text={value} label={label} />
    </div>
  )
}
