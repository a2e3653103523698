import { Alert, Button, NativeSelect, Text, Title } from '@mantine/core'
import { useId, useState, type ReactNode } from 'react'
import { EVIDENCE_FILES, EVIDENCE_REMOVED } from '../../../../shared/evidence'
import { words } from '../../../i18n'
import { formatBytes } from '../../../i18n/format'
import { Field } from '../search'
import { Section } from '../Section'
import classes from '../Settings.module.css'
import { useEvidence, type Packing } from './useEvidence'

const text = words.evidence
const RANGES = ['1', '24', '168', 'all'] as const
type Range = (typeof RANGES)[number]

/** Says before and after saving what is in the file and what is not. */
export function EvidenceSection() {
  const [range, setRange] = useState<Range>('24')
  const { state, save } = useEvidence()
  const isBusy = state.kind === 'choosing' || state.kind === 'packing'
  const saved = state.kind === 'saved' ? state : null

  return (
    <Section id="evidence" title={text.title}>
      <Field words={[text.hint, text.save]}>
        <p className={classes.hint}>
          {text.hint} {text.kept}
        </p>
        <div className={classes.row}>
          <NativeSelect
            label={text.range}
            value={range}
            w={240}
            onChange={event => setRange(RANGES.find(one => one === event.currentTarget.value) ?? '24')}
            data={RANGES.map(value => ({ value, label: text.ranges[value] }))}
          />
          <Button
            size="sm"
            loading={isBusy}
            onClick={() => void save(range === 'all' ? null : Number(range))}
          >
            {text.save}
          </Button>
          <Text role="status" className={classes.beside}>
            {progressOf(state)}
          </Text>
        </div>
        {state.kind === 'failed' && (
          <Alert color="red" title={text.failed} mt="md">
            {state.message}
          </Alert>
        )}
        <div className={classes.two}>
          <Listed title={text.contains}>
            {EVIDENCE_FILES.map(file => {
              const entry = saved?.entries.find(one => one.file === file)
              return (
                <li key={file}>
                  <span className={classes.mono}>{file}</span>
                  {entry && (
                    <span className={classes.small}>
                      {' '}
                      {text.entry(formatBytes(entry.bytes), entry.count)}
                    </span>
                  )}
                  <div className={classes.small}>{text.files[file]}</div>
                </li>
              )
            })}
          </Listed>
          <Listed title={text.removed}>
            {EVIDENCE_REMOVED.map(kind => (
              <li key={kind}>{text.removals[kind]}</li>
            ))}
            {saved && <li>{text.cut(saved.cutCount)}</li>}
          </Listed>
        </div>
      </Field>
    </Section>
  )
}

function Listed({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <div>
      <Title order={3} id={id} className={classes.listTitle}>
        {title}
      </Title>
      <ul aria-labelledby={id} className={classes.list}>
        {children}
      </ul>
    </div>
  )
}

function progressOf(state: Packing): string {
  switch (state.kind) {
    case 'choosing':
      return text.choosing
    case 'packing':
      return text.packing(state.file)
    case 'saved':
      return text.saved(state.name, formatBytes(state.bytes))
    case 'idle':
    case 'failed':
      return ''
  }
}
