import { Button } from '@mantine/core'
import type { FoundTunnel } from '../../shared/tunnel'
import { useCall } from '../hooks/useCall'
import { words } from '../i18n'
import { useServer } from '../stores/server'
import { changeSettings, useSetting } from '../stores/settings'
import { findTunnels } from '../stores/setup'
import { Copied } from '../components/Copied'
import { beginTunnel } from './begin-tunnel'
import { quickCommand } from './quick-command'
import classes from './Tunnel.module.css'

const text = words.setup.address

/** Tunnel programs on this computer: running ones to be used, installed ones to be started. */
export function FoundTunnels() {
  const found = useCall('tunnels', findTunnels)
  const used = useSetting('server.publicUrl')
  const server = useServer(state => state.server)
  if (found.kind !== 'ready') return null

  const running = found.value.filter(({ running: at }) => at !== null && at.url !== used)
  const installed = found.value.filter(({ isInstalled, running: at }) => isInstalled && at === null)
  return (
    <>
      {running.map(tunnel => (
        <Running key={tunnel.program} tunnel={tunnel} />
      ))}
      {installed.length > 0 && (
        <div className={classes.line}>
          {installed.map(({ program }) => (
            <Button key={program} variant="default" onClick={() => void beginTunnel(program)}>
              {text.start(program)}
            </Button>
          ))}
        </div>
      )}
      {installed.length + running.length === 0 && used === null && server && (
        <div>
          <p className={classes.quiet}>{text.command}</p>
          <Copied value={quickCommand(server)} label={text.copyCommand} />
          <Button mt={4} variant="default" size="compact-xs" onClick={found.reload}>
            {text.look}
          </Button>
        </div>
      )}
    </>
  )
}

function Running({ tunnel: { program, running } }: { tunnel: FoundTunnel }) {
  if (!running) return null
  return (
    <div className={classes.line}>
      <span>{text.runs(program)}</span>
      <Button variant="default" onClick={() => void changeSettings({ 'server.publicUrl': running.url })}>
        {text.useFound(running.url)}
      </Button>
    </div>
  )
}
