import { Button } from '@mantine/core'
import { IconPlayerPauseFilled } from '@tabler/icons-react'
import { words } from '../../i18n'
import { useLog } from '../../stores/log'
import { resume } from '../../stores/log-follow'
import classes from './Log.module.css'

export function PauseBanner() {
  const view = useLog(state => state.view)
  if (view.kind !== 'paused') return null
  return (
    <div className={classes.banner} role="status">
      <IconPlayerPauseFilled size={14} aria-hidden />
      <span>{words.log.paused(view.newCount)}</span>
      <Button variant="default" ml="auto" size="compact-xs" onClick={resume}>
        {words.log.resume}
      </Button>
    </div>
  )
}
