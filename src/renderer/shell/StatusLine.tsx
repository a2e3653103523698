import { useNow } from '../hooks/useNow'
import { words } from '../i18n'
import { useCycles } from '../stores/cycles'
import { useDirectory } from '../stores/directory'
import { useLog } from '../stores/log'
import { useServer } from '../stores/server'
import classes from './Shell.module.css'

export function StatusLine() {
  const counts = useDirectory(state => state.counts)
  const cycle = useCycles(state => state.cycles[0])
  const total = useLog(state => state.total)
  const lastRequestAt = useLog(state => state.lastRequestAt)
  const trouble = useServer(state => state.server?.logTrouble ?? null)
  const isLost = useServer(state => state.connection === 'lost')
  const now = useNow()
  const text = words.shell.status

  return (
    <div className={classes.status} aria-label={text.label} role="group">
      {cycle && <span>{words.log.cycle.status(cycle)}</span>}
      {cycle?.next && cycle.next.expectedAt > now && (
        <span title={words.log.cycle.nextWhy(cycle.next.isObserved)}>
          {words.log.cycle.next(cycle.next.expectedAt)}
        </span>
      )}
      {counts && (
        <>
          <span>{text.users(counts.users)}</span>
          <span>{text.groups(counts.groups)}</span>
        </>
      )}
      {lastRequestAt === null ? (
        <span>{text.noneYet}</span>
      ) : (
        <>
          <span>{text.requests(total)}</span>
          <span>{text.last(now - lastRequestAt)}</span>
        </>
      )}
      {trouble && <span className={classes.trouble}>{text.logTrouble(trouble)}</span>}
      {isLost && <span className={classes.trouble}>{words.shell.lost}</span>}
    </div>
  )
}
