import { NameLink } from '../../components/NameLink'
import { RequestLink } from '../../components/RequestLink'
import type { Evidence } from '../../../shared/setup'
import { words } from '../../i18n'
import { useNow } from '../../hooks/useNow'
import classes from './Setup.module.css'

/** The request that ticked a step: what it was about, and the way to it. */
export function Proof({ label, evidence }: { label: string; evidence: Evidence }) {
  const now = useNow(5000)
  return (
    <p>
      {label}{' '}
      {evidence.resource ? (
        <NameLink named={evidence.resource} />
      ) : (
        <code className={classes.mono}>{evidence.text}</code>
      )}{' '}
      <span className={classes.quiet}>
        · {words.setup.request} <RequestLink exchangeId={evidence.exchangeId} at={evidence.at} /> ·{' '}
        {words.setup.at(now - evidence.at)}
      </span>
    </p>
  )
}
