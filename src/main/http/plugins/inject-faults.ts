import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { SCIM_BASE_PATH } from '../../../shared/scim'
import { ScimError } from '../../scim/errors'
import type { HttpDeps } from '../deps'
import { isScimPath, pathOf } from '../scim-path'
import { leaveBodyUnread } from './require-bearer'

/**
 * Answers as we were told to: after the row is open, before anybody looks at who asks. Never for `/health`, nor for the
 * console's own checks, which have to tell how things really are.
 */
export function injectFaults(app: FastifyInstance, deps: Pick<HttpDeps, 'faults' | 'own' | 'wait'>): void {
  const { faults, own, wait = ms => delay(ms, undefined, { ref: false }) } = deps

  app.addHook('onRequest', async (request, reply) => {
    if (!isScimPath(request.url) || own.kindOf(request.headers) === 'check') return
    const effect = faults.meet(request.method, pathOf(request.url).slice(SCIM_BASE_PATH.length))
    if (!effect) return

    request.exchange.told = effect
    switch (effect.kind) {
      case 'status':
        leaveBodyUnread(request, reply)
        if (effect.retryAfterS !== null) reply.header('Retry-After', String(effect.retryAfterS))
        throw new ScimError(effect.status, null, 'Answered so because a fault is armed in Usher.')
      case 'html':
        leaveBodyUnread(request, reply)
        return reply.header('Content-Type', 'text/html; charset=utf-8').send(Buffer.from(WEB_PAGE))
      case 'drop':
        if (effect.isWorkDone) return
        reply.hijack()
        request.raw.socket.destroy()
        return
      case 'delay':
        // Its outcome is still to come, even if the client leaves meanwhile.
        request.exchange.isAtWork = true
        await wait(effect.delayMs)
        return
      case 'truncated':
        return
    }
  })

  app.addHook('onSend', (request, _reply, payload, next) => {
    const { told } = request.exchange
    if (told?.kind === 'drop') request.raw.socket.destroy()
    if (told?.kind !== 'truncated' || !Buffer.isBuffer(payload)) return next(null, payload)
    const half = payload.subarray(0, Math.floor(payload.length / 2))
    request.exchange.answer = half
    next(null, half)
  })
}

const WEB_PAGE = `<!doctype html>
<html lang="en">
<head><title>Please wait</title></head>
<body><h1>Checking your browser</h1><p>This page was sent because a fault is armed in Usher.</p></body>
</html>
`
