import { Button, Title } from '@mantine/core'
import type { FaultRule } from '../../../shared/fault'
import { words } from '../../i18n'
import { armFault } from '../../stores/faults'
import { attempt } from './attempt'
import classes from './Simulator.module.css'

const text = words.simulator.faults
const ANY = { method: null, path: '', share: 100, count: null } as const

/** What happens to provisioning in real life, ready to be armed. */
const RULES: Record<keyof typeof text.ideas, FaultRule> = {
  busy: { ...ANY, effect: { kind: 'status', status: 429, retryAfterS: 5 }, method: 'PATCH', count: 5 },
  shaky: { ...ANY, effect: { kind: 'status', status: 503, retryAfterS: null }, share: 10 },
  slow: { ...ANY, effect: { kind: 'delay', delayMs: 2000 } },
  lost: { ...ANY, effect: { kind: 'drop', isWorkDone: true }, method: 'POST', count: 2 },
  page: { ...ANY, effect: { kind: 'html' }, count: 1 }
}

export function FaultIdeas() {
  return (
    <section aria-labelledby="fault-ideas">
      <Title order={2} id="fault-ideas" className={classes.cardTitle} mt="xl">
        {text.ideasTitle}
      </Title>
      <ul className={classes.list} aria-labelledby="fault-ideas">
        {Object.entries(text.ideas).map(([name, { title, about }]) => (
          <li key={name} className={classes.item}>
            <div className={classes.itemText}>
              <div className={classes.itemTitle}>{title}</div>
              <div className={classes.quiet}>{about}</div>
            </div>
            <Button
              variant="light"
              aria-label={text.armNamed(title)}
              onClick={() => void attempt(text.notArmed, () => armFault(RULES[name as keyof typeof RULES]))}
            >
              {text.armShort}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
