import { Button } from '@mantine/core'
import { IconFilterOff, IconLamp, IconPlayerPause, IconPlayerStop } from '@tabler/icons-react'
import { Teach } from '../../components/Teach'
import { words } from '../../i18n'
import { goTo, hrefOf } from '../../routes'
import { useLog } from '../../stores/log'
import { resume } from '../../stores/log-follow'
import { changeQuery } from '../../stores/log-query'
import { startServer, useServer } from '../../stores/server'

const SIZE = 26

/** Four different emptinesses: filtered away, paused, stopped, never any. */
export function EmptyLog() {
  const { query, filter, total, view } = useLog()
  const isStopped = useServer(state => state.server?.state === 'stopped')
  const text = words.log.empty

  if (filter.terms.length > 0 && total > 0)
    return (
      <Teach
        icon={<IconFilterOff size={SIZE} aria-hidden />}
        title={text.filteredTitle(query.trim())}
        text={text.filteredText(total)}
      >
        <Button onClick={() => changeQuery('')}>{words.log.filter.clear}</Button>
      </Teach>
    )
  if (view.kind === 'paused')
    return (
      <Teach
        icon={<IconPlayerPause size={SIZE} aria-hidden />}
        title={text.pausedTitle}
        text={text.pausedText(view.newCount)}
      >
        <Button onClick={resume}>{words.log.resume}</Button>
      </Teach>
    )
  if (isStopped)
    return (
      <Teach
        icon={<IconPlayerStop size={SIZE} aria-hidden />}
        title={text.stoppedTitle}
        text={text.stoppedText}
      >
        <Button onClick={() => void startServer()}>{words.shell.start}</Button>
      </Teach>
    )
  return <NoneYet />
}

/** Nobody has asked this server for anything so far; what stands in the log is of the console. */
export function NoneYet() {
  const text = words.log.empty
  return (
    <Teach icon={<IconLamp size={SIZE} aria-hidden />} title={text.neverTitle} text={text.neverText}>
      <Button onClick={() => goTo(hrefOf('tokens', null, { create: 'yes' }))}>{text.neverAction}</Button>
    </Teach>
  )
}
