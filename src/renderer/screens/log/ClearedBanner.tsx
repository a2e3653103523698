import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { words } from '../../i18n'
import { undoClear, useClearing } from '../../stores/log-deeds'
import { attempt } from './attempt'
import classes from './Log.module.css'

/** What was cleared, as long as it can be brought back. */
export function ClearedBanner() {
  const cleared = useClearing(state => state.cleared)
  if (!cleared) return null
  return (
    <div className={classes.banner} role="status">
      <IconTrash size={14} aria-hidden />
      <span>{words.log.deeds.cleared(cleared.count)}</span>
      <Button
        variant="default"
        ml="auto"
        size="compact-xs"
        onClick={() => attempt(undoClear(), words.log.deeds.notUndone)}
      >
        {words.log.deeds.undo}
      </Button>
    </div>
  )
}
