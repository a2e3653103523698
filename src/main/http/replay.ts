import { request } from 'node:http'
import type { ServerState } from '../../shared/contract'
import type { Header } from '../../shared/exchange'
import type { EditedRequest } from '../../shared/log-contract'
import type { LentTokens } from '../directory/lent-tokens'
import type { ConsoleJournal } from '../journal/types'
import type { OwnRequests } from './own-requests'
import { asRecorded, keptHeaders, REPLAY_TOKEN, whyNot } from './recorded-request'

type Replayed =
  | { kind: 'replayed'; id: number }
  | { kind: 'not-found' }
  /** There is nothing to send again, or nobody to send it to; in words. */
  | { kind: 'impossible'; reason: string }

interface ReplayDeps {
  journal: Pick<ConsoleJournal, 'get' | 'subscribe'>
  lent: LentTokens
  own: OwnRequests
  server(): Pick<ServerState, 'state' | 'host' | 'port'>
}

/** Sends recorded requests again, through the front door, with a token that lives as long as the request. */
export function createReplay({ journal, lent, own, server }: ReplayDeps) {
  return async (id: number, edited?: EditedRequest): Promise<Replayed> => {
    const recorded = await journal.get(id, { isWhole: true })
    if (!recorded) return { kind: 'not-found' }
    const reason = whyNot(recorded, edited !== undefined)
    if (reason !== null) return { kind: 'impossible', reason }
    const { state, host, port } = server()
    if (state !== 'running')
      return { kind: 'impossible', reason: 'The server is stopped. Start it to send requests again.' }

    let replayId: number | null = null
    const unsubscribe = journal.subscribe(row => {
      if (row.replayOf === id && row.ending === 'open') replayId ??= row.id
    })
    const { secret, giveBack } = lent.lend(REPLAY_TOKEN)
    try {
      await send({ host: connectable(host), port }, edited ?? asRecorded(recorded), {
        Authorization: `Bearer ${secret}`,
        ...own.markReplay(id)
      })
    } finally {
      unsubscribe()
      giveBack()
    }
    return replayId === null
      ? { kind: 'impossible', reason: 'The request did not arrive at the server.' }
      : { kind: 'replayed', id: replayId }
  }
}

/** An address to listen on is not always one to connect to. */
const connectable = (host: string): string =>
  host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host

/** Resolves when the answer has come to its end, or was broken off as a fault may tell the server to. */
function send(
  { host, port }: { host: string; port: number },
  { method, target, headers, body }: EditedRequest,
  own: Record<string, string>
): Promise<void> {
  const all: Header[] = [
    ['Host', `${host.includes(':') ? `[${host}]` : host}:${port}`],
    ...keptHeaders(headers),
    ...Object.entries(own),
    ...(body === null ? [] : [['Content-Length', String(Buffer.byteLength(body))] satisfies Header])
  ]
  return new Promise(resolve => {
    const sent = request({ host, port, method, path: target, headers: all.flat(), agent: false }, answer => {
      answer.on('close', resolve).resume()
    })
    sent.on('error', () => resolve())
    sent.end(body ?? undefined)
  })
}
