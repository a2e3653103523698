import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { Settings } from '../../../shared/settings'
import { words } from '../../i18n'
import { useSetting } from '../../stores/settings'
import { saveSetting } from './save-setting'
import { Section } from './Section'
import classes from './Settings.module.css'

const text = words.settings.storage

export function RetentionSection() {
  return (
    <Section title={text.title}>
      <p className={classes.hint}>{text.hint}</p>
      <div className={classes.three}>
        <LimitField name="log.maxCount" label={text.maxCount} min={100} max={1_000_000} />
        <LimitField name="log.maxDays" label={text.maxDays} min={1} max={3650} />
        <LimitField name="log.maxMegabytes" label={text.maxMegabytes} min={16} max={100_000} />
      </div>
    </Section>
  )
}

interface LimitProps {
  name: 'log.maxCount' | 'log.maxDays' | 'log.maxMegabytes'
  label: string
  min: number
  max: number
}

/** Saved on leaving the field, so that no half-typed number removes anything. */
function LimitField({ name, label, min, max }: LimitProps) {
  const saved = useSetting(name)
  const [typed, setTyped] = useState<number | string>(saved)

  const save = () => {
    const value = Number(typed)
    if (typed === '' || !Number.isInteger(value) || value === saved) return setTyped(saved)
    const some: Partial<Settings> = { [name]: Math.min(max, Math.max(min, value)) }
    void saveSetting(some)
  }

  return (
    <NumberInput
      label={label}
      value={typed}
      min={min}
      max={max}
      allowDecimal={false}
      thousandSeparator=" "
      hideControls
      onChange={setTyped}
      onBlur={save}
    />
  )
}
