import type { FastifyReply, FastifyRequest } from 'fastify'

/** 16 MB, also the limit of a bulk request. */
export const MAX_BODY_BYTES = 16 * 1024 * 1024

/**
 * Up to here the rest of a body is let arrive and is thrown away: most clients look at the answer only when all is sent, and a
 * connection that closes meanwhile is a broken pipe to them. Above this it is closed.
 */
const WORTH_WAITING_FOR = 4 * MAX_BODY_BYTES

/** For an answer that is given without reading the body. */
export function leaveBodyUnread({ headers }: FastifyRequest, reply: FastifyReply): void {
  const announced = Number(headers['content-length'] ?? 0)
  if (headers['transfer-encoding'] !== undefined || announced > WORTH_WAITING_FOR) {
    reply.header('Connection', 'close')
  } else {
    // Fastify closes after every body that is too large.
    reply.removeHeader('Connection')
  }
}
