import { Input, NumberInput, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { BACKUP_INTERVALS } from '../../../../shared/backup'
import { words } from '../../../i18n'
import { useSetting } from '../../../stores/settings'
import { saveSetting } from '../save-setting'
import classes from '../Settings.module.css'

const text = words.backups
const MOST_KEPT = 365

export function ScheduleFields() {
  const every = useSetting('backups.every')
  return (
    <div className={classes.two}>
      <div>
        <Input.Label labelElement="div" display="block" mb={4} id="backups-every">
          {text.every}
        </Input.Label>
        <SegmentedControl
          aria-labelledby="backups-every"
          value={every}
          onChange={value =>
            void saveSetting({ 'backups.every': BACKUP_INTERVALS.find(known => known === value) ?? 'daily' })
          }
          data={BACKUP_INTERVALS.map(value => ({ value, label: text.intervals[value] }))}
        />
      </div>
      <KeptField />
    </div>
  )
}

/** Saved on leaving the field. */
function KeptField() {
  const saved = useSetting('backups.kept')
  const [typed, setTyped] = useState<number | string | null>(null)

  const save = () => {
    const value = Number(typed)
    setTyped(null)
    if (typed === null || typed === '' || !Number.isInteger(value) || value === saved) return
    void saveSetting({ 'backups.kept': Math.min(MOST_KEPT, Math.max(1, value)) })
  }

  return (
    <NumberInput
      label={text.kept}
      description={text.keptHint}
      inputWrapperOrder={['label', 'input', 'description']}
      value={typed ?? saved}
      min={1}
      max={MOST_KEPT}
      allowDecimal={false}
      onChange={setTyped}
      onBlur={save}
    />
  )
}
