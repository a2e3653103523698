import type { FastifyInstance } from 'fastify'
import type { HttpDeps } from '../deps'

/** Before everything else: the doctor's requests are no traffic, so they leave no row and need no token. */
export function answerTunnelChecks(
  app: FastifyInstance,
  { tunnelChecks }: Pick<HttpDeps, 'tunnelChecks'>
): void {
  app.addHook('onRequest', (request, reply, next) => {
    if (!tunnelChecks.answer(request.raw, reply.raw, request.originalUrl)) return next()
    reply.hijack()
  })
}
