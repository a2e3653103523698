import { StateWord } from '../../components/StateWord'
import type { ReactNode } from 'react'
import { words } from '../../i18n'
import classes from './Tokens.module.css'

const ORDER = ['choose', 'paste', 'used'] as const
export type RotateProgress = (typeof ORDER)[number]

interface Props {
  name: RotateProgress
  current: RotateProgress
  /** The last step is done by traffic and not by passing on. */
  isDone?: boolean
  children: ReactNode
}

const text = words.tokens.rotation

export function RotateStep({ name, current, isDone = false, children }: Props) {
  const isPassed = isDone || ORDER.indexOf(name) < ORDER.indexOf(current)
  return (
    <li aria-label={text.steps[name]} aria-current={name === current ? 'step' : undefined}>
      <div className={classes.rotationHead}>
        <b>{text.steps[name]}</b>
        <span role="status">
          <StateWord
            word={isPassed ? words.parts.done : name === current ? text.now : text.later}
            tone={isPassed ? 'ok' : name === current ? 'waiting' : 'quiet'}
          />
        </span>
      </div>
      {name === current && children}
    </li>
  )
}
