import { Anchor, Button, Kbd, Tooltip, VisuallyHidden } from '@mantine/core'
import { useOs } from '@mantine/hooks'
import { spotlight } from '@mantine/spotlight'
import { IconArrowRight, IconSearch } from '@tabler/icons-react'
import { CopyButton } from '../components/CopyButton'
import { StateWord } from '../components/StateWord'
import { useNow } from '../hooks/useNow'
import { words } from '../i18n'
import { daysUntil } from '../i18n/format'
import { hrefOf } from '../routes'
import { announce } from '../stores/announcer'
import { useServer } from '../stores/server'
import { useSetting } from '../stores/settings'
import { useSetup } from '../stores/setup'
import { CertificateNote } from './CertificateNote'
import { FaultArmed } from './FaultArmed'
import { PowerButton } from './PowerButton'
import classes from './Shell.module.css'
import { WorkspaceStripe, WorkspaceSwitcher } from './WorkspaceSwitcher'

export function Header() {
  const expiring = useSetup(({ setup }) => setup?.expiring ?? null)
  const { server, connection } = useServer()
  const keys = useOs() === 'macos' ? '⌘ K' : `${words.shell.keyNames.mod} K`
  const state =
    connection === 'connected' && server
      ? server.state
      : connection === 'connected'
        ? 'connecting'
        : connection

  return (
    <div className={classes.bar} data-bar>
      <WorkspaceStripe />
      <WorkspaceSwitcher />
      <div role="status">
        <StateWord word={words.shell.state[state]} tone={TONES[state]} />
      </div>
      {server && (
        <>
          <div className={classes.address} data-secret>
            <span title={words.shell.address} data-repeats>
              {server.host}:{server.port}
            </span>
            <IconArrowRight className={classes.arrow} size={14} aria-hidden data-repeats />
            <span title={words.shell.tenantUrl}>{server.tenantUrl}</span>
          </div>
          <CopyButton
            text={server.tenantUrl}
            label={words.shell.copyTenantUrl}
            onCopied={announceCopied}
            data-iconic
          />
          {!server.isReachableFromEntra && <NotReachable />}
        </>
      )}
      {expiring && <Expiring {...expiring} />}
      <CertificateNote />
      <FaultArmed />
      <div className={classes.spring} />
      {server && <PowerButton server={server} />}
      <Button
        variant="subtle"
        color="gray"
        onClick={spotlight.open}
        leftSection={<IconSearch size={15} aria-hidden />}
      >
        <VisuallyHidden>{words.shell.palette}</VisuallyHidden>
        <Kbd size="xs">{keys}</Kbd>
      </Button>
    </div>
  )
}

/** The agent calls from inside the network, where a local address is as good as any. */
function NotReachable() {
  const variant = useSetting('setup.variant')
  if (variant === 'agent') return null
  return (
    <Tooltip label={words.shell.notReachableWhy[variant]} multiline w={300}>
      <span className={classes.note} tabIndex={0}>
        {words.shell.notReachable[variant]}
      </span>
    </Tooltip>
  )
}

function Expiring({ name, expiresAt }: { name: string; expiresAt: number }) {
  const now = useNow(60_000)
  return (
    <Anchor href={hrefOf('tokens')} className={classes.expiring} underline="hover">
      {words.shell.expiresIn(name, daysUntil(expiresAt, now))}
    </Anchor>
  )
}

const TONES = {
  running: 'ok',
  stopped: 'quiet',
  'port-taken': 'failed',
  connecting: 'waiting',
  lost: 'failed',
  locked: 'failed'
} as const

const announceCopied = () => announce(words.parts.copied)
