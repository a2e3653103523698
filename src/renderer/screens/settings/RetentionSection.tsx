import { Button, NumberInput, Text } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { words } from '../../i18n'
import { client } from '../../bridge'
import { useCall } from '../../hooks/useCall'
import { formatBytes, numberMarks } from '../../i18n/format'
import { useLog } from '../../stores/log'
import { useSettings } from '../../stores/settings'
import { saveSetting } from './save-setting'
import { Field } from './search'
import { Section } from './Section'
import classes from './Settings.module.css'

const text = words.settings.storage

const LIMITS = {
  maxCount: { min: 100, max: 1_000_000 },
  maxDays: { min: 1, max: 3650 },
  maxMegabytes: { min: 16, max: 100_000 }
} as const
type Limit = keyof typeof LIMITS
type Limits = Record<Limit, number>
const NAMES = Object.keys(LIMITS) as Limit[]

export function RetentionSection() {
  const { settings } = useSettings()
  const saved = limitsOf(name => settings[`log.${name}`])
  const [typed, setTyped] = useState<Partial<Record<Limit, number | string>>>({})
  const wanted = limitsOf(name => within(name, typed[name], saved[name]))
  const isChanged = NAMES.some(name => wanted[name] !== saved[name])
  const beyond = useBeyond(saved, wanted)

  const save = (event: FormEvent) => {
    event.preventDefault()
    void saveSetting({
      'log.maxCount': wanted.maxCount,
      'log.maxDays': wanted.maxDays,
      'log.maxMegabytes': wanted.maxMegabytes
    }).then(() => setTyped({}))
  }

  return (
    <Section id="storage" title={text.title} resets={['log.maxCount', 'log.maxDays', 'log.maxMegabytes']}>
      <Field words={[text.hint, ...NAMES.map(name => text[name])]}>
        <p className={classes.hint}>{text.hint}</p>
        <Usage />
        <form onSubmit={save}>
          <div className={classes.three}>
            {NAMES.map(name => (
              <NumberInput
                key={name}
                label={text[name]}
                value={typed[name] ?? saved[name]}
                {...LIMITS[name]}
                allowDecimal={false}
                {...numberMarks}
                hideControls
                onChange={value => setTyped({ ...typed, [name]: value })}
              />
            ))}
          </div>
          <div className={classes.foot}>
            <Text role="status" c={beyond > 0 ? 'var(--failed)' : undefined}>
              {beyond > 0 && text.beyond(beyond)}
            </Text>
            <Button type="submit" variant="default" disabled={!isChanged}>
              {words.parts.save}
            </Button>
          </div>
        </form>
      </Field>
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

/** Told before anything is saved: how many requests lower limits would remove. */
function useBeyond(saved: Limits, wanted: Limits): number {
  const isLower = NAMES.some(name => wanted[name] < saved[name])
  const beyond = useCall(isLower ? JSON.stringify(wanted) : 'none', () =>
    isLower ? client.log.countBeyond(wanted) : Promise.resolve(0)
  )
  return beyond.kind === 'ready' ? beyond.value : 0
}

const limitsOf = (limit: (name: Limit) => number): Limits => ({
  maxCount: limit('maxCount'),
  maxDays: limit('maxDays'),
  maxMegabytes: limit('maxMegabytes')
})

/** What cannot be meant counts as not typed. */
function within(name: Limit, typed: number | string | undefined, otherwise: number): number {
  const { min, max } = LIMITS[name]
  if (typed === undefined || typed === '' || !Number.isInteger(Number(typed))) return otherwise
  return Math.min(max, Math.max(min, Number(typed)))
}
