import { DateTimePicker, type DateTimePickerProps } from '@mantine/dates'
import { words } from '../../i18n'
import { fromWritten, SHOWN, toWritten } from './moments'

interface Props extends Pick<DateTimePickerProps, 'label' | 'aria-label' | 'size'> {
  /** Null: now. */
  at: number | null
  onChange: (at: number | null) => void
}

const text = words.membership.asOf

/** A moment, to the second, or now. */
export function MomentInput({ at, onChange, ...input }: Props) {
  return (
    <DateTimePicker
      {...input}
      placeholder={text.now}
      w={200}
      withSeconds
      clearable
      hideOutsideDates
      // Their red is too pale to be read.
      weekendDays={[]}
      clearButtonProps={{ 'aria-label': text.clear }}
      submitButtonProps={{ 'aria-label': text.done }}
      ariaLabels={{ previousMonth: text.previousMonth, nextMonth: text.nextMonth }}
      popoverProps={{ withRoles: false, transitionProps: { duration: 0 } }}
      valueFormat={SHOWN}
      value={toWritten(at)}
      onChange={written => onChange(fromWritten(written))}
    />
  )
}
