import type { IncomingHttpHeaders } from 'node:http'
import { BlockList, isIP } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { readSourceRange } from '../../../shared/source-ranges'
import type { Settings } from '../../../shared/settings'
import { isLoopback } from '../base-url'
import { forbidden } from '../../scim/errors'
import type { HttpDeps } from '../deps'
import { plainAddress } from '../plain-address'
import { leaveBodyUnread } from '../unread-body'

/**
 * Turns away who does not come from the ranges that were set, before the token is looked at. This computer is always let in: tunnels
 * and the console's own runs come from here. Behind a proxy on this computer the address it names counts, if forwarded headers are
 * believed.
 */
export function allowSources(app: FastifyInstance, { settings }: Pick<HttpDeps, 'settings'>): void {
  let known: { ranges: string[]; list: BlockList } = { ranges: [], list: new BlockList() }

  app.addHook('onRequest', (request, reply, next) => {
    const { 'server.allowFrom': ranges, 'server.trustForwarded': isTrusting } = settings()
    if (ranges.length === 0) return next()
    if (ranges !== known.ranges) known = { ranges, list: listOf(ranges) }

    const source = sourceOf(request.socket.remoteAddress, request.headers, isTrusting)
    if (isLoopback(source) || isIn(known.list, source)) return next()
    leaveBodyUnread(request, reply)
    throw forbidden(
      `Requests from ${source ?? 'an unknown address'} are not let in; see Settings, “Allowed sources”.`
    )
  })
}

/** The last address in X-Forwarded-For is the one that the proxy on this computer saw itself. */
function sourceOf(
  remote: string | undefined,
  headers: IncomingHttpHeaders,
  isTrusting: Settings['server.trustForwarded']
): string | undefined {
  if (!isTrusting || !isLoopback(remote)) return remote
  const named = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',').at(-1)?.trim() ?? ''
  return isIP(named) === 0 ? remote : named
}

function listOf(ranges: string[]): BlockList {
  const list = new BlockList()
  for (const written of ranges) {
    const range = readSourceRange(written)
    if (range) list.addSubnet(range.address, range.prefix, range.family)
  }
  return list
}

function isIn(list: BlockList, source: string | undefined): boolean {
  const address = plainAddress(source ?? '')
  const version = isIP(address)
  return version !== 0 && list.check(address, version === 4 ? 'ipv4' : 'ipv6')
}
