import { RequestLink } from '../../components/RequestLink'
import type { Misdirection, Trouble } from '../../../shared/setup'
import { words } from '../../i18n'
import { sentenceText } from '../../i18n/told'
import { useServer } from '../../stores/server'
import { Copied } from '../../components/Copied'
import classes from './Setup.module.css'

const text = words.setup

/** A request that came but could not be understood or let in: what it was, and how to put it right. */
export function Misdirected({ trouble }: { trouble: Trouble }) {
  const tenantUrl = useServer(state => state.server?.tenantUrl ?? '')
  const { title, fix, showsUrl } = told(trouble.what)
  return (
    <div className={classes.problem} role="group" aria-label={title}>
      <strong>{title}</strong>
      <p>
        <b>{text.howToFix}:</b> {fix}
      </p>
      {showsUrl && <Copied value={tenantUrl} label={text.connection.copyTenantUrl} />}
      <p className={classes.quiet}>
        {text.request} <RequestLink exchangeId={trouble.exchangeId} at={trouble.at} />.{' '}
        {text.connection.stillWaiting}
      </p>
    </div>
  )
}

function told(what: Misdirection): { title: string; fix: string; showsUrl: boolean } {
  const { misdirected } = text
  switch (what.kind) {
    case 'refused':
      return {
        title: sentenceText({ kind: 'refused', refusal: what.refusal }),
        fix: text.fixes[what.refusal.reason],
        showsUrl: false
      }
    case 'outside-base-path':
      return {
        title: misdirected.outsideBasePath,
        fix: misdirected.outsideBasePathFix(what.path),
        showsUrl: true
      }
    case 'doubled-endpoint':
      return { title: misdirected.doubled(what.path), fix: misdirected.doubledFix, showsUrl: true }
    case 'tls-on-plain-port':
      return { title: misdirected.tls, fix: misdirected.tlsFix, showsUrl: false }
  }
}
