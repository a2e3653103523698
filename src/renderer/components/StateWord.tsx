import classes from './StateWord.module.css'

interface Props {
  word: string
  tone: 'ok' | 'waiting' | 'failed' | 'quiet'
}

/** The state of a thing as a dot and a word. */
export function StateWord({ word, tone }: Props) {
  return (
    <span className={classes.state} data-tone={tone}>
      <span className={classes.dot} aria-hidden />
      {word}
    </span>
  )
}
