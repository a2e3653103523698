import { Button, Title } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { useId, useState, type ReactNode } from 'react'
import { StateWord } from '../../components/StateWord'
import type { Step as StepState } from '../../../shared/setup'
import { words } from '../../i18n'
import classes from './Setup.module.css'

interface Props {
  step: StepState
  number: number
  /** What stands there in one line while a finished step is folded. */
  summary: ReactNode
  children: ReactNode
}

const text = words.setup
const TONES = { done: 'ok', waiting: 'quiet', attention: 'waiting' } as const

/** One of the seven: its number or tick, its name, how it stands, and what to do. Finished ones fold to a line. */
export function Step({ step, number, summary, children }: Props) {
  const { name, status, isDemo } = step
  const { mayFold, isOpen, toggle } = useFolding(step)
  const body = useId()

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
        {mayFold && (
          <Button
            className={classes.fold}
            variant="subtle"
            color="gray"
            size="compact-xs"
            aria-expanded={isOpen}
            aria-controls={body}
            onClick={toggle}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {text.details}
          </Button>
        )}
      </div>
      <div className={classes.body} id={body}>
        {isOpen ? children : summary}
      </div>
    </li>
  )
}

/** Steps that a person does here stay open under their hands; the others fold as soon as traffic ticks them. */
const DONE_HERE: StepState['name'][] = ['address', 'token']

/** A finished step is folded, unless somebody opened it or has just finished it. For the agent, the way there is all there is. */
function useFolding({ name, status, isDemo, detail }: StepState) {
  const mayFold = status === 'done' && detail.kind !== 'agent'
  const [chosen, choose] = useState<boolean | null>(null)
  const [isBegunHere] = useState(!mayFold && DONE_HERE.includes(name))
  const isOpen = !mayFold || (chosen ?? (isBegunHere && !isDemo))
  return { mayFold, isOpen, toggle: () => choose(!isOpen) }
}
