import { Loader } from '@mantine/core'
import type { OutcomeWord } from '../../shared/exchange'
import { words } from '../i18n'
import classes from './Outcome.module.css'

/** A dot and a word: colour never stands alone. */
export function Outcome({ outcome }: { outcome: OutcomeWord }) {
  return (
    <span className={classes.outcome} data-outcome={outcome} title={words.parts.outcomeMeanings[outcome]}>
      <OutcomeWords outcome={outcome} />
    </span>
  )
}

/** The same where the element around it has the class `inCell`, and its outcome, itself. */
export function OutcomeWords({ outcome }: { outcome: OutcomeWord }) {
  return (
    <>
      {outcome === 'in progress' && <Loader size={10} color="var(--waiting)" aria-hidden />}
      {words.parts.outcome[outcome]}
    </>
  )
}
