import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify'
import type { Refusal } from '../../../shared/exchange'
import { ScimError } from '../../scim/errors'
import { judgeBearer, refusalDetail } from '../bearer'
import type { HttpDeps } from '../deps'
import { callerOf } from '../plain-address'
import { createSlowDown } from '../slow-down'
import { isScimPath } from '../scim-path'
import { leaveBodyUnread } from '../unread-body'

/** 401: who asks is not known, so nobody looks at what is asked. */
export class Refused extends ScimError {
  constructor(readonly refusal: Refusal) {
    super(401, null, refusalDetail(refusal))
    this.name = 'Refused'
  }
}

/**
 * RFC 6750 §3 and §3.1: the scheme is never alone, and a token that is no good is told from none at all; an OAuth client fetches
 * another one then.
 */
export const challengeFor = ({ reason }: Refusal): string =>
  reason === 'missing-token' || reason === 'not-bearer'
    ? 'Bearer realm="Usher"'
    : 'Bearer realm="Usher", error="invalid_token"'

/** RFC 6750: every request below the base path needs a known token. Runs before the body is read. */
export function requireBearer(app: FastifyInstance, deps: Pick<HttpDeps, 'tokens' | 'clock' | 'wait'>): void {
  const { tokens, clock, wait = ms => delay(ms, undefined, { ref: false }) } = deps
  const slowDown = createSlowDown(clock)

  async function refuse(
    refusal: Refusal,
    request: FastifyRequest,
    reply: FastifyReply,
    next: HookHandlerDoneFunction
  ): Promise<void> {
    await wait(slowDown.delayFor(request.ip))
    leaveBodyUnread(request, reply)
    next(new Refused(refusal))
  }

  // Not an async function: whoever is known goes on in the same turn.
  app.addHook('onRequest', (request, reply, next) => {
    if (!isScimPath(request.url)) return next()

    const now = clock.now()
    const verdict = judgeBearer(request.headers.authorization, tokens.findBySecret, now)
    if ('refusal' in verdict) {
      void refuse(verdict.refusal, request, reply, next)
      return
    }
    request.exchange.token = verdict.token
    tokens.used(verdict.token.id, {
      at: now,
      address: callerOf(request.socket),
      userAgent: request.headers['user-agent'] ?? null
    })
    next()
  })
}
