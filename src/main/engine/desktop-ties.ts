import { connect } from 'node:net'
import type { ServerState } from '../../shared/contract'
import type { NewsTopic } from '../../shared/desktop'
import { outcomeOf, type ExchangeSummary, type Story } from '../../shared/exchange'
import type { TunnelState } from '../../shared/tunnel'
import type { ConsoleDeps } from '../console/deps'
import type { News } from '../engine-protocol'

/** So much is gathered before it is handed on: an initial cycle is thousands of rows. */
const GATHER_MS = 250
const SLEEPER_LIMIT_MS = 2_000

/** Gathers what happens into news for people who look elsewhere. What the console itself sent is no news to them. */
export function createNewsDesk(tell: (news: News) => void) {
  const gathered = new Map<NewsTopic, News>()
  let timer: NodeJS.Timeout | null = null
  let wasGreen = false

  function gather(topic: NewsTopic, latest: Story | string) {
    gathered.set(topic, { topic, latest, count: (gathered.get(topic)?.count ?? 0) + 1 })
    timer ??= setTimeout(() => {
      timer = null
      for (const news of gathered.values()) tell(news)
      gathered.clear()
    }, GATHER_MS)
  }

  return {
    row(row: ExchangeSummary): void {
      if (row.origin !== 'scim' || row.ending === 'open' || row.isSimulated || row.replayOf !== null) return
      const outcome = outcomeOf(row)
      if (outcome === 'failed' || outcome === 'refused') gather('failing', row.story)
      else if (row.hasChange) gather('changes', row.story)
    },

    /** Worth telling is only the way from green to red. */
    tunnel({ report }: TunnelState): void {
      if (!report || report.isGreen === wasGreen) return
      wasGreen = report.isGreen
      if (!wasGreen) gather('tunnel', report.url)
    }
  }
}

/**
 * Looks after the computer slept: a listener whose address has gone is opened anew on the same port, and the public address
 * is checked.
 */
export async function checkAfterSleep({ server, tunnel }: Pick<ConsoleDeps, 'server' | 'tunnel'>) {
  const state = server.state()
  if (state.state === 'running' && !(await isAnswering(state))) {
    await server.stop()
    await server.start({ port: state.port })
  }
  await tunnel.check()
}

function isAnswering({ host, port }: Pick<ServerState, 'host' | 'port'>): Promise<boolean> {
  return new Promise(resolve => {
    const address = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
    const socket = connect({ host: address, port, timeout: SLEEPER_LIMIT_MS })
    const settle = (isOpen: boolean) => {
      socket.destroy()
      resolve(isOpen)
    }
    socket.once('connect', () => settle(true))
    socket.once('timeout', () => settle(false))
    socket.once('error', () => settle(false))
  })
}
