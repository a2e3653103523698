import { Alert, Anchor } from '@mantine/core'
import { words } from '../i18n'
import { hrefOf, useRoute, type Screen } from '../routes'
import { useServer } from '../stores/server'
import classes from './Shell.module.css'

/** Screens that say it themselves. */
const TOLD_THERE: Screen[] = ['setup', 'settings']

/** Why the server stays shut although nobody stopped it: no certificate, a key without its password, no right to the port. */
export function NotListening() {
  const server = useServer(state => state.server)
  const { screen } = useRoute()
  if (TOLD_THERE.includes(screen) || !server || server.state !== 'stopped' || server.trouble === undefined)
    return null
  const { tls } = server
  return (
    <Alert
      color="red"
      variant="light"
      title={words.shell.notListening}
      className={classes.notListening}
      role="alert"
    >
      {tls.kind === 'problem' ? words.tlsProblem(tls.problem) : server.trouble}{' '}
      <Anchor href={hrefOf('settings', 'server')} underline="always" inherit>
        {words.shell.toServerSettings}
      </Anchor>
    </Alert>
  )
}
