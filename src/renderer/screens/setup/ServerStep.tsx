import { words } from '../../i18n'
import { useServer } from '../../stores/server'
import classes from './Setup.module.css'

const text = words.setup.server

export function ServerStep() {
  const server = useServer(state => state.server)
  if (!server) return null
  if (server.state !== 'running') return <p>{server.trouble ?? text.stopped}</p>
  return (
    <p>
      {text.listens(`${server.host}:${server.port}`)}
      <br />
      <span className={classes.quiet}>
        {text.folder} <span className={classes.mono}>{server.dataFolder}</span>
      </span>
    </p>
  )
}
