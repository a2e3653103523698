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
        {exchange.tolerances.map(use => {
          const { sentence, evidence } = explainTolerance(use, words.explain.tolerances)
          return (
            <li key={`${use.name} ${use.detail}`}>
              <span title={evidence}>{sentence}</span> <span className={classes.mono}>{use.detail}</span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
