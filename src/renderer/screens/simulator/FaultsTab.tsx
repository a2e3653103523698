import { Button, Title } from '@mantine/core'
import type { ArmedFault } from '../../../shared/fault'
import { words } from '../../i18n'
import { disarmAllFaults, disarmFault, useFaults } from '../../stores/faults'
import { attempt } from './attempt'
import { FaultForm } from './FaultForm'
import { FaultIdeas } from './FaultIdeas'
import classes from './Simulator.module.css'

const text = words.simulator.faults

export function FaultsTab() {
  const armed = useFaults(state => state.armed)
  return (
    <div className={classes.columns} data-columns>
      <div>
        <section aria-labelledby="armed-faults">
          <Title order={2} id="armed-faults" className={classes.cardTitle}>
            {text.armed}
          </Title>
          {armed.length === 0 ? (
            <p className={classes.quiet}>{text.none}</p>
          ) : (
            <>
              <ul className={classes.list} aria-labelledby="armed-faults">
                {armed.map(fault => (
                  <FaultItem key={fault.id} fault={fault} />
                ))}
              </ul>
              <Button variant="default" mt="sm" onClick={() => void attempt(text.notArmed, disarmAllFaults)}>
                {text.disarmAll}
              </Button>
            </>
          )}
        </section>
        <FaultIdeas />
      </div>
      <FaultForm />
    </div>
  )
}

function FaultItem({ fault }: { fault: ArmedFault }) {
  const sentence = text.inWords(effectInWords(fault), fault.method, fault.path, fault.share)
  return (
    <li className={classes.item}>
      <div className={classes.itemText}>
        <div className={classes.itemTitle}>{sentence}</div>
        <div className={classes.small}>
          {fault.remaining !== null && `${text.next(fault.remaining)} · `}
          {text.met(fault.metCount)}
        </div>
      </div>
      <Button
        variant="default"
        aria-label={text.disarmNamed(sentence)}
        onClick={() => void attempt(text.notArmed, () => disarmFault(fault.id))}
      >
        {text.disarm}
      </Button>
    </li>
  )
}

function effectInWords({ effect }: ArmedFault): string {
  switch (effect.kind) {
    case 'status':
      return text.effectWords.status(effect.status)
    case 'delay':
      return text.effectWords.delay(effect.delayMs)
    case 'drop':
      return effect.isWorkDone ? text.effectWords.lost : text.effectWords.drop
    case 'html':
      return text.effectWords.html
    case 'truncated':
      return text.effectWords.truncated
  }
}
