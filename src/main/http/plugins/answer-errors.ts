import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  ScimError,
  Taken,
  UnknownMember,
  invalidSyntax,
  notFound,
  tooLarge,
  unsupportedMediaType
} from '../../scim/errors'
import type { HttpDeps } from '../deps'
import { tell } from '../exchange-in-progress'
import { errorBody, sendScim } from '../respond'
import { isDoubled, nothingThere } from '../scim-path'
import { MAX_BODY_BYTES, leaveBodyUnread } from '../unread-body'
import { Refused, challengeFor } from './require-bearer'

/** The one place where something thrown becomes an answer (RFC 7644 §3.12). What nobody expected is a 500 without any of our insides. */
export function answerErrors(
  app: FastifyInstance,
  deps: Pick<HttpDeps, 'registry' | 'log' | 'nameOf'>
): void {
  const endpoints = [...deps.registry.models.map(model => model.type.endpoint), ...OTHER_ENDPOINTS]

  // Before the body is read: what for, when there is nothing here?
  app.addHook('onRequest', (request, _reply, next) => {
    if (request.is404 || isDoubled(request.url, endpoints))
      throw notFound(nothingThere(request.url, endpoints))
    next()
  })
  app.setNotFoundHandler(request => {
    throw notFound(nothingThere(request.url, endpoints))
  })

  app.setErrorHandler((error: Error, request, reply) => {
    const fault = toScimError(error)
    // What we were told to answer is no fault of ours.
    if (fault.status === 500 && request.exchange.told === null)
      deps.log.warn(`${request.method} ${request.routeOptions.url ?? ''} failed`, error)
    if (fault.status === 413) leaveBodyUnread(request, reply)
    answer(fault, request, reply, deps.nameOf)
  })
}

const OTHER_ENDPOINTS = ['/ServiceProviderConfig', '/ResourceTypes', '/Schemas', '/Bulk', '/Me']

function answer(
  fault: ScimError,
  request: FastifyRequest,
  reply: FastifyReply,
  nameOf: HttpDeps['nameOf']
): void {
  if (fault instanceof Refused) {
    reply.header('WWW-Authenticate', challengeFor(fault.refusal))
    tell(request, { story: { kind: 'refused', refusal: fault.refusal } })
  } else {
    const { status, scimType, detail } = fault
    const { id } = request.params as { id?: string }
    const resource = id === undefined ? null : nameOf(id)
    tell(request, { story: { kind: 'failed', status, scimType, detail, resource, ...factsOf(fault) } })
  }
  sendScim(reply, fault.status, errorBody(fault))
}

/** What the console shows of it besides its words. */
function factsOf(fault: ScimError) {
  if (fault instanceof UnknownMember) return { unknownMember: fault.memberId }
  if (!(fault instanceof Taken)) return {}
  const { attribute, value, holder } = fault
  return { taken: { attribute, value, by: holder } }
}

function toScimError(error: Error): ScimError {
  if (error instanceof ScimError) return error

  const { code, statusCode = 500 } = error as Partial<FastifyError>
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return tooLarge(`The body is larger than ${MAX_BODY_BYTES} bytes, the most this server takes.`)
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return unsupportedMediaType(
        'The Content-Type cannot be read. Send application/scim+json or application/json.'
      )
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return invalidSyntax('The body is not as long as its Content-Length says.')
    default:
      return statusCode >= 400 && statusCode < 500
        ? new ScimError(statusCode, null, 'The request could not be read.')
        : new ScimError(500, null, 'Usher could not answer this request. Its own log says more.')
  }
}
