import { Loader } from '@mantine/core'
import type { OutcomeWord } from '../../shared/exchange'
import { words } from '../i18n'
import classes from './Outcome.module.css'

/** A dot and a word: colour never stands alone. */
export function Outcome({ outcome }: { outcome: OutcomeWord }) {
  return (
    <span className={classes.outcome} data-outcome={outcome} title={words.parts.outcomeMeanings[outcome]}>
      {outcome === 'in progress' ? (
        <Loader size={10} color="var(--waiting)" aria-hidden />
      ) : (
        <span className={classes.dot} aria-hidden />
      )}
      {words.parts.outcome[outcome]}
    </span>
  )
}
