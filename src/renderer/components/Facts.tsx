import type { ReactNode } from 'react'
import { CopyIcon } from './CopyIcon'
import classes from './Facts.module.css'

/** What one wants to know first, as names with values in a line. */
export const Facts = ({ children }: { children: ReactNode }) => <dl className={classes.facts}>{children}</dl>

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** A value that people carry elsewhere. */
export function CopyFact({ name, value, label }: { name: string; value: string; label: string }) {
  return (
    <Fact name={name}>
      <span className={classes.mono}>{value}</span>
      <CopyIcon text={value} label={label} />
    </Fact>
  )
}
