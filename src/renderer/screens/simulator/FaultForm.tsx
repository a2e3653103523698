import { Button, NumberInput, Select, TextInput, Title } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { FaultEffect, FaultRule } from '../../../shared/fault'
import { words } from '../../i18n'
import { armFault } from '../../stores/faults'
import { attempt } from './attempt'
import classes from './Simulator.module.css'

const text = words.simulator.faults
type EffectName = keyof typeof text.effects
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

interface Draft {
  effect: EffectName
  status: number
  retryAfterS: number | null
  delayS: number
  method: FaultRule['method']
  path: string
  share: number
  count: number | null
}

const FIRST: Draft = {
  effect: 'status',
  status: 429,
  retryAfterS: 5,
  delayS: 2,
  method: null,
  path: '',
  share: 100,
  count: 3
}

export function FaultForm() {
  const [draft, setDraft] = useState(FIRST)
  const change = (part: Partial<Draft>) => setDraft(before => ({ ...before, ...part }))
  const arm = (event: FormEvent) => {
    event.preventDefault()
    void attempt(text.notArmed, () => armFault(ruleOf(draft)))
  }

  return (
    <form className={classes.card} onSubmit={arm} aria-labelledby="arm-fault">
      <Title order={2} id="arm-fault" className={classes.cardTitle}>
        {text.title}
      </Title>
      <div className={classes.fields}>
        <p className={classes.quiet} style={{ margin: 0 }}>
          {text.text}
        </p>
        <Select
          label={text.effect}
          data={Object.entries(text.effects).map(([value, label]) => ({ value, label }))}
          value={draft.effect}
          allowDeselect={false}
          onChange={effect => change({ effect: (effect ?? 'status') as EffectName })}
        />
        {draft.effect === 'status' && (
          <div className={classes.two}>
            <Whole
              label={text.status}
              value={draft.status}
              min={400}
              max={599}
              onChange={status => change({ status: status ?? 429 })}
            />
            <Whole
              label={text.retryAfter}
              value={draft.retryAfterS}
              min={0}
              max={3600}
              onChange={retryAfterS => change({ retryAfterS })}
            />
          </div>
        )}
        {draft.effect === 'delay' && (
          <NumberInput
            label={text.delay}
            value={draft.delayS}
            min={0.1}
            max={120}
            onChange={delayS => change({ delayS: Number(delayS) || 1 })}
          />
        )}
        <div className={classes.two}>
          <Select
            label={text.method}
            data={[{ value: '', label: text.anyMethod }, ...METHODS.map(value => ({ value, label: value }))]}
            value={draft.method ?? ''}
            allowDeselect={false}
            onChange={method => change({ method: METHODS.find(known => known === method) ?? null })}
          />
          <TextInput
            label={text.path}
            value={draft.path}
            onChange={event => change({ path: event.currentTarget.value })}
          />
        </div>
        <p className={classes.small} style={{ margin: 0 }}>
          {text.pathHint}
        </p>
        <div className={classes.two}>
          <Whole
            label={text.share}
            value={draft.share}
            min={1}
            max={100}
            onChange={share => change({ share: share ?? 100 })}
          />
          <Whole
            label={text.count}
            value={draft.count}
            min={1}
            max={1_000_000}
            onChange={count => change({ count })}
          />
        </div>
        <p className={classes.small} style={{ margin: 0 }}>
          {text.countHint}
        </p>
        <Button type="submit">{text.arm}</Button>
      </div>
    </form>
  )
}

interface WholeProps {
  label: string
  value: number | null
  min: number
  max: number
  onChange: (value: number | null) => void
}

const Whole = ({ value, onChange, ...rest }: WholeProps) => (
  <NumberInput
    {...rest}
    allowDecimal={false}
    clampBehavior="strict"
    value={value ?? ''}
    onChange={next => onChange(next === '' ? null : Number(next))}
  />
)

const ruleOf = (draft: Draft): FaultRule => ({
  effect: effectOf(draft),
  method: draft.method,
  path: draft.path.trim(),
  share: draft.share,
  count: draft.count
})

function effectOf({ effect, status, retryAfterS, delayS }: Draft): FaultEffect {
  switch (effect) {
    case 'status':
      return { kind: 'status', status, retryAfterS }
    case 'delay':
      return { kind: 'delay', delayMs: Math.round(delayS * 1000) }
    case 'drop':
      return { kind: 'drop', isWorkDone: false }
    case 'lost':
      return { kind: 'drop', isWorkDone: true }
    case 'html':
      return { kind: 'html' }
    case 'truncated':
      return { kind: 'truncated' }
  }
}
