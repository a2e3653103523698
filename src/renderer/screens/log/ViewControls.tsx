import { Button, Kbd } from '@mantine/core'
import { IconArrowBarToDown, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { words } from '../../i18n'
import { follow, togglePause, useLog } from '../../stores/log'

/** Pausing stops the view; the server is stopped in the header, far from here. */
export function ViewControls() {
  const kind = useLog(state => state.view.kind)
  const isPaused = kind === 'paused'

  return (
    <>
      <Button
        variant={kind === 'following' ? 'light' : 'default'}
        aria-pressed={kind === 'following'}
        leftSection={<IconArrowBarToDown size={14} aria-hidden />}
        onClick={follow}
      >
        {kind === 'following' ? words.log.following : words.log.follow}
      </Button>
      <Button
        variant={isPaused ? 'filled' : 'default'}
        leftSection={
          isPaused ? <IconPlayerPlay size={14} aria-hidden /> : <IconPlayerPause size={14} aria-hidden />
        }
        rightSection={
          <Kbd size="xs" aria-hidden>
            Space
          </Kbd>
        }
        onClick={togglePause}
      >
        {isPaused ? words.log.resume : words.log.pause}
      </Button>
    </>
  )
}
