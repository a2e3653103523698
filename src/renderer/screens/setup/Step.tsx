import { Title } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { StateWord } from '../../components/StateWord'
import type { Step as StepState } from '../../../shared/setup'
import { words } from '../../i18n'
import classes from './Setup.module.css'

interface Props {
  step: StepState
  number: number
  children: ReactNode
}

const text = words.setup
const TONES = { done: 'ok', waiting: 'quiet', attention: 'waiting' } as const

/** One of the seven: its number or tick, its name, how it stands, and what to do. */
export function Step({ step: { name, status, isDemo }, number, children }: Props) {
  return (
    <li className={classes.step} aria-label={text.names[name]}>
      <span className={classes.mark} data-status={status} aria-hidden>
        {status === 'done' ? <IconCheck size={18} stroke={2.6} /> : number}
      </span>
      <div className={classes.head}>
        <Title order={2} className={classes.name}>
          {text.names[name]}
        </Title>
        <span role="status">
          <StateWord word={text.status[status]} tone={TONES[status]} />
        </span>
        {isDemo && <span className={classes.demoMark}>{text.demo.mark}</span>}
      </div>
      <div className={classes.body}>{children}</div>
    </li>
  )
}
