import { memo } from 'react'
import type { CycleSummary } from '../../../shared/cycle'
import { words } from '../../i18n'
import classes from './Row.module.css'

/** Where a cycle begins: what it did, in one line. */
export const CycleRow = memo(function CycleRow({ cycle, top }: { cycle: CycleSummary; top: number }) {
  const { title, when, counts } = words.log.cycle
  return (
    <div role="row" className={classes.cycle} style={{ top }}>
      <div role="rowheader" className={classes.cycleText}>
        <strong>{title(cycle.cycle)}</strong> {when(cycle.fromAt, cycle.toAt)} · {counts(cycle)}
      </div>
    </div>
  )
})
