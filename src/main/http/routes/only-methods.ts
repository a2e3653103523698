import type { FastifyInstance, HTTPMethods } from 'fastify'
import { methodNotAllowed } from '../../scim/errors'

const METHODS: HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']

/**
 * Answers every other method at `url` with 405 and an Allow header (RFC 9110 §15.5.6), before the body is read.
 *
 * @param allowed the methods that have a route of their own there; HEAD comes with GET
 */
export function onlyMethods(app: FastifyInstance, url: string, allowed: HTTPMethods[]): void {
  const has = allowed.includes('GET') ? [...allowed, 'HEAD' as const] : allowed
  const refuse = (method: string) =>
    methodNotAllowed(`${method} is not possible here. Possible: ${has.join(', ')}.`)

  app.route({
    method: METHODS.filter(method => !has.includes(method)),
    url,
    onRequest: (request, reply, _next) => {
      reply.header('Allow', has.join(', '))
      throw refuse(request.method)
    },
    handler: request => {
      throw refuse(request.method)
    }
  })
}
