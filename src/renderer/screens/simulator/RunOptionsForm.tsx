import { NumberInput, PasswordInput, Select, TextInput, Title } from '@mantine/core'
import { words } from '../../i18n'
import { isUrl, setRunOptions, useRunOptions, type RunOptions } from './run-options'
import classes from './Simulator.module.css'

const text = words.simulator.options
const entries = <Key extends string>(record: Record<Key, string>) =>
  Object.entries<string>(record).map(([value, label]) => ({ value, label }))

/** For scenarios: who sends, how many people, how fast. */
export function RunOptionsForm() {
  const options = useRunOptions()
  return (
    <section className={classes.card} aria-labelledby="run-options">
      <Title order={2} id="run-options" className={classes.cardTitle}>
        {text.title}
      </Title>
      <div className={classes.fields}>
        <Select
          label={text.client}
          data={entries(text.clients)}
          value={options.dialect}
          allowDeselect={false}
          onChange={dialect => setRunOptions({ dialect: (dialect ?? 'entra') as RunOptions['dialect'] })}
        />
        <div className={classes.two}>
          <Amount
            label={text.users}
            most={10_000}
            value={options.users}
            onChange={users => setRunOptions({ users })}
          />
          <Amount
            label={text.groups}
            most={1_000}
            value={options.groups}
            onChange={groups => setRunOptions({ groups })}
          />
        </div>
        <div className={classes.wideAndNarrow}>
          <Select
            label={text.pace}
            data={entries(text.paces)}
            value={String(options.pauseMs)}
            allowDeselect={false}
            onChange={pause => setRunOptions({ pauseMs: Number(pause) })}
          />
          <NumberInput
            label={text.seed}
            aria-description={text.seedHint}
            title={text.seedHint}
            min={0}
            max={2 ** 32 - 1}
            allowDecimal={false}
            value={options.seed}
            onChange={seed => setRunOptions({ seed: Number(seed) || 0 })}
          />
        </div>
        <TargetFields />
      </div>
    </section>
  )
}

interface AmountProps {
  label: string
  most: number
  value: number | null
  onChange: (value: number | null) => void
}

function Amount({ label, most, value, onChange }: AmountProps) {
  return (
    <NumberInput
      label={label}
      min={0}
      max={most}
      allowDecimal={false}
      placeholder={text.asScenario}
      value={value ?? ''}
      onChange={next => onChange(next === '' ? null : Number(next))}
    />
  )
}

/** Where runs, checks and single requests go. */
export function TargetFields() {
  const options = useRunOptions()
  return (
    <>
      <Select
        label={text.target}
        data={entries(text.targets)}
        value={options.isElsewhere ? 'other' : 'here'}
        allowDeselect={false}
        onChange={target => setRunOptions({ isElsewhere: target === 'other' })}
      />
      {options.isElsewhere && (
        <>
          <TextInput
            label={text.url}
            value={options.url}
            error={options.url !== '' && !isUrl(options.url) ? text.urlBad : undefined}
            onChange={event => setRunOptions({ url: event.currentTarget.value.trim() })}
          />
          <PasswordInput
            label={text.secret}
            description={text.secretHint}
            value={options.secret}
            autoComplete="off"
            onChange={event => setRunOptions({ secret: event.currentTarget.value.trim() })}
          />
        </>
      )}
    </>
  )
}
