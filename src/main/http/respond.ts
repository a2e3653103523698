import type { FastifyReply, FastifyRequest } from 'fastify'
import { ERROR, type JsonObject, LIST_RESPONSE, SCIM_MEDIA_TYPE } from '../../shared/scim'
import type { ListedResources, ReadResource, Written } from '../directory/types'
import type { ScimError } from '../scim/errors'
import { namesEtag } from '../scim/etag'
import { tell } from './exchange-in-progress'
import { LongAnswer } from './long-answer'

/**
 * Sends a SCIM message. As text through a serializer of its own: head and body leave in one write then, and Fastify does not
 * append a charset to the media type, which must be exactly `application/scim+json` (RFC 7644 §8.1 has no such parameter).
 */
export function sendScim(reply: FastifyReply, status: number, message: JsonObject): string {
  const text = JSON.stringify(message)
  reply.code(status).header('Content-Type', SCIM_MEDIA_TYPE).serializer(asItIs).send(text)
  return text
}

const asItIs = (text: unknown): string => text as string

/** RFC 7644 §3.12. `status` is a string there. */
export const errorBody = (error: ScimError): JsonObject => ({
  schemas: [ERROR],
  status: String(error.status),
  ...(error.scimType && { scimType: error.scimType }),
  detail: error.detail
})

/** Answers a read: 304 when the client has this version already (RFC 7644 §3.14), else 200 with the resource. */
export function sendRead(request: FastifyRequest, reply: FastifyReply, read: ReadResource): FastifyReply {
  tell(request, read)
  reply.header('ETag', read.etag)
  const known = request.headers['if-none-match']
  const isCurrent = known !== undefined && namesEtag(known, read.etag) && read.versionTellsAll()
  return isCurrent ? reply.code(304).send() : sendResource(reply, 200, read.resource, read.memberTexts)
}

/** Answers a write with the resource as it is now, or with 204 where `isBodyless`. */
export function sendWritten(
  request: FastifyRequest,
  reply: FastifyReply,
  written: Written,
  status: 200 | 201 | 204
): FastifyReply {
  tell(request, written)
  if (written.etag) reply.header('ETag', written.etag)
  if (status === 204 || !written.resource) return reply.code(204).send()
  return sendResource(reply, status, written.resource)
}

/** RFC 7644 §3.4.2, with RFC 9865 §2.2's cursors. */
export function sendList(
  request: FastifyRequest,
  reply: FastifyReply,
  listed: ListedResources
): FastifyReply {
  tell(request, listed)
  sendScim(reply, 200, {
    schemas: [LIST_RESPONSE],
    totalResults: listed.totalResults,
    ...(listed.startIndex !== undefined && { startIndex: listed.startIndex }),
    itemsPerPage: listed.itemsPerPage,
    ...(listed.nextCursor !== undefined && { nextCursor: listed.nextCursor }),
    ...(listed.previousCursor !== undefined && { previousCursor: listed.previousCursor }),
    Resources: listed.resources
  })
  return reply
}

function sendResource(
  reply: FastifyReply,
  status: number,
  resource: JsonObject,
  memberTexts?: Buffer[]
): FastifyReply {
  const { meta } = resource
  if (meta && typeof meta === 'object' && !Array.isArray(meta) && typeof meta.location === 'string') {
    reply.header('Location', meta.location)
  }
  if (!memberTexts) sendScim(reply, status, resource)
  else {
    const answer = withMembers(resource, memberTexts)
    reply
      .code(status)
      .header('Content-Type', SCIM_MEDIA_TYPE)
      .header('Content-Length', answer.bytes)
      .send(answer)
  }
  return reply
}

/** The members come last; the order of names means nothing in JSON. */
function withMembers(resource: JsonObject, memberTexts: Buffer[]): LongAnswer {
  const rest = { ...resource }
  delete rest.members
  const pieces: Buffer[] = [Buffer.from(`${JSON.stringify(rest).slice(0, -1)},"members":[`)]
  for (const [index, text] of memberTexts.entries()) {
    if (index > 0) pieces.push(COMMA)
    pieces.push(text)
  }
  return new LongAnswer([...pieces, END])
}

const COMMA = Buffer.from(',')
const END = Buffer.from(']}')
