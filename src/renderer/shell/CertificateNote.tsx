import { Anchor } from '@mantine/core'
import { CERTIFICATE_WARNING_DAYS } from '../../shared/tls'
import { useNow } from '../hooks/useNow'
import { words } from '../i18n'
import { daysUntil } from '../i18n/format'
import { hrefOf } from '../routes'
import { useServer } from '../stores/server'
import classes from './Shell.module.css'

const text = words.shell.certificate

/** The server's own certificate ends soon, or has ended while everything ran on. */
export function CertificateNote() {
  const tls = useServer(state => state.server?.tls)
  const now = useNow(60_000)
  if (tls?.kind !== 'on') return null
  const days = daysUntil(tls.certificate.validTo, now)
  if (days > CERTIFICATE_WARNING_DAYS) return null
  return (
    <Anchor href={hrefOf('settings', 'server')} className={classes.expiring} underline="hover">
      {tls.certificate.validTo <= now ? text.expired : text.expires(days)}
    </Anchor>
  )
}
