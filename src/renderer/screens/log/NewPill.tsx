import { Button } from '@mantine/core'
import { IconArrowDown } from '@tabler/icons-react'
import { words } from '../../i18n'
import { useLog } from '../../stores/log'
import { follow } from '../../stores/log-follow'
import classes from './Log.module.css'

/** Counts what came below while somebody reads older rows. */
export function NewPill() {
  const view = useLog(state => state.view)
  if (view.kind !== 'reading' || view.newCount === 0) return null
  return (
    <Button
      className={classes.pill}
      radius="xl"
      size="xs"
      title={words.log.newRowsHint}
      onClick={follow}
      leftSection={<IconArrowDown size={14} aria-hidden />}
    >
      {words.log.newRows(view.newCount)}
    </Button>
  )
}
