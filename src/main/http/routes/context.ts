import type { FastifyRequest } from 'fastify'
import type { RequestContext } from '../../directory/types'
import { baseUrlOf } from '../base-url'
import type { HttpDeps } from '../deps'

/** Who asks, in which exchange, and how links in the answer are spelled. Only behind `requireBearer`. */
export function contextOf(request: FastifyRequest, deps: Pick<HttpDeps, 'settings'>): RequestContext {
  const { exchange, socket } = request
  if (!exchange.token) throw new Error('A use-case was reached without a token')

  const settings = deps.settings()
  return {
    exchangeId: exchange.id,
    actor: { kind: 'token', tokenId: exchange.token.id },
    compatibility: settings['server.compatibility'],
    baseUrl: baseUrlOf(
      {
        headers: request.headers,
        remoteAddress: socket.remoteAddress,
        local: () => ({ address: socket.localAddress, port: socket.localPort }),
        isEncrypted: 'encrypted' in socket && socket.encrypted === true
      },
      settings
    )
  }
}
