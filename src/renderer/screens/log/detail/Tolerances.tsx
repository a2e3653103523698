import type { ExchangeDetail } from '../../../../shared/exchange'
import { explainTolerance } from '../../../../shared/explain/tolerances'
import { words } from '../../../i18n'
import classes from './Detail.module.css'

/** Where a client's habit was read kindly. */
export function Tolerances({ exchange }: { exchange: ExchangeDetail }) {
  if (exchange.tolerances.length === 0) return null
  return (
    <>
      <h3 className={classes.section}>{words.log.detail.tolerances}</h3>
      <ul className={classes.tolerances}>
        {exchange.tolerances.map(use => (
          <li key={`${use.name} ${use.detail}`}>
            <span title={explainTolerance(use).evidence}>{use.sentence}</span>{' '}
            <span className={classes.mono}>{use.detail}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
