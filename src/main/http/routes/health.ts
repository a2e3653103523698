import type { FastifyInstance } from 'fastify'
import { tell } from '../exchange-in-progress'
import { onlyMethods } from './only-methods'

/** For tunnels and monitors: says that somebody is there, and nothing else. Needs no token. */
export function healthRoutes(app: FastifyInstance): void {
  app.get('/health', (request, reply) => {
    tell(request, { story: { kind: 'health' } })
    return reply.header('Content-Type', 'application/json').send(Buffer.from('{"status":"ok"}'))
  })
  onlyMethods(app, '/health', ['GET'])
}
