import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { Settings } from '../../../shared/settings'
import { words } from '../../i18n'
import { client } from '../../bridge'
import { useCall } from '../../hooks/useCall'
import { formatBytes } from '../../i18n/format'
import { useLog } from '../../stores/log'
import { useSetting, useSettings } from '../../stores/settings'
import { saveSetting } from './save-setting'
import { Section } from './Section'
import classes from './Settings.module.css'

const text = words.settings.storage

export function RetentionSection() {
  return (
    <Section title={text.title}>
      <p className={classes.hint}>{text.hint}</p>
      <Usage />
      <div className={classes.three}>
        <LimitField name="log.maxCount" label={text.maxCount} min={100} max={1_000_000} />
        <LimitField name="log.maxDays" label={text.maxDays} min={1} max={3650} />
        <LimitField name="log.maxMegabytes" label={text.maxMegabytes} min={16} max={100_000} />
      </div>
    </Section>
  )
}

/** What is kept now. */
function Usage() {
  const total = useLog(state => state.total)
  const usage = useCall('usage', () => client.log.usage(), total)
  if (usage.kind !== 'ready') return null
  const { count, pinnedCount, bytes, oldestAt } = usage.value
  return <p className={classes.hint}>{text.usage(count, pinnedCount, formatBytes(bytes), oldestAt)}</p>
}

/** Told before anything is saved: how many requests a lower limit would remove. */
function useBeyond(name: LimitProps['name'], value: number): number {
  const { settings } = useSettings()
  const limits = {
    maxCount: settings['log.maxCount'],
    maxDays: settings['log.maxDays'],
    maxMegabytes: settings['log.maxMegabytes'],
    [name.slice('log.'.length)]: value
  }
  const isLower = value < settings[name]
  const beyond = useCall(isLower ? `${name} ${value}` : 'none', () =>
    isLower ? client.log.countBeyond(limits) : Promise.resolve(0)
  )
  return beyond.kind === 'ready' ? beyond.value : 0
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
  const wanted =
    typed === '' || !Number.isInteger(Number(typed)) ? saved : Math.min(max, Math.max(min, Number(typed)))
  const beyond = useBeyond(name, wanted)

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
      error={beyond > 0 && text.beyond(beyond)}
      onChange={setTyped}
      onBlur={save}
    />
  )
}
