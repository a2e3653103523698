import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify'
import { SCIM_BASE_PATH } from '../../../shared/scim'
import type { FaultEffect } from '../../../shared/fault'
import { ScimError } from '../../scim/errors'
import type { HttpDeps } from '../deps'
import { LongAnswer } from '../long-answer'
import { isScimPath, pathOf } from '../scim-path'
import { leaveBodyUnread } from '../unread-body'

/**
 * Answers as we were told to: after the row is open, before anybody looks at who asks. Never for `/health`, nor for the
 * console's own checks, which have to tell how things really are.
 */
export function injectFaults(app: FastifyInstance, deps: Pick<HttpDeps, 'faults' | 'own' | 'wait'>): void {
  const { faults, own, wait = ms => delay(ms, undefined, { ref: false }) } = deps

  // Not an async function: without a fault a request goes on in the same turn.
  app.addHook('onRequest', (request, reply, next) => {
    const effect = effectOn(request)
    if (!effect) return next()
    request.exchange.told = effect
    void give(effect, request, reply, next)
  })

  function effectOn(request: FastifyRequest): FaultEffect | null {
    if (!faults.isAnyArmed() || !isScimPath(request.url) || own.kindOf(request.headers) === 'check')
      return null
    return faults.meet(request.method, pathOf(request.url).slice(SCIM_BASE_PATH.length))
  }

  async function give(
    effect: FaultEffect,
    request: FastifyRequest,
    reply: FastifyReply,
    next: HookHandlerDoneFunction
  ): Promise<void> {
    switch (effect.kind) {
      case 'status':
        leaveBodyUnread(request, reply)
        if (effect.retryAfterS !== null) reply.header('Retry-After', String(effect.retryAfterS))
        return next(new ScimError(effect.status, null, 'Answered so because a fault is armed in Usher.'))
      case 'html':
        leaveBodyUnread(request, reply)
        reply.header('Content-Type', 'text/html; charset=utf-8').send(WEB_PAGE)
        return
      case 'drop':
        if (effect.isWorkDone) return next()
        reply.hijack()
        request.raw.socket.destroy()
        return
      case 'delay':
        // Its outcome is still to come, even if the client leaves meanwhile.
        request.exchange.isAtWork = true
        await wait(effect.delayMs)
        return next()
      case 'truncated':
        return next()
    }
  }

  app.addHook('onSend', (request, reply, payload, next) => {
    const { told } = request.exchange
    if (told?.kind === 'drop') request.raw.socket.destroy()
    const whole = payload instanceof LongAnswer ? payload.head(payload.bytes) : payload
    if (told?.kind !== 'truncated' || (typeof whole !== 'string' && !Buffer.isBuffer(whole)))
      return next(null, payload)
    const half = whole.toString().slice(0, Math.floor(whole.length / 2))
    request.exchange.answer = half
    request.exchange.answerBytes = Buffer.byteLength(half)
    reply.removeHeader('Content-Length')
    next(null, half)
  })
}

const WEB_PAGE = `<!doctype html>
<html lang="en">
<head><title>Please wait</title></head>
<body><h1>Checking your browser</h1><p>This page was sent because a fault is armed in Usher.</p></body>
</html>
`
