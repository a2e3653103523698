import { CopyIcon } from './CopyIcon'
import classes from './Copied.module.css'

/** A value to be pasted elsewhere. */
export function Copied({ value, label }: { value: string; label: string }) {
  return (
    <div className={classes.copied}>
      <code className={classes.value}>{value}</code>
      <CopyIcon text={value} label={label} />
    </div>
  )
}
