import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { TOKEN_PATH } from '../../../shared/tenant-url'
import { ScimError } from '../../scim/errors'
import { judgeClient, readTokenRequest, redactForm, TokenFault } from '../client-credentials'
import type { HttpDeps } from '../deps'
import { tell } from '../exchange-in-progress'
import { callerOf } from '../plain-address'
import { createSlowDown } from '../slow-down'
import { onlyMethods } from './only-methods'

/** A token request is a few hundred bytes. */
const MOST_BYTES = 8_192
const FORM = 'application/x-www-form-urlencoded'

/**
 * RFC 6749 §4.4: a client shows its id and secret and gets an access token, which it then sends as any bearer token. Beside the
 * SCIM base path, because whoever comes here has no token yet. Answers are never cached (§5.1); faults are those of §5.2.
 */
export function tokenEndpoint(deps: Pick<HttpDeps, 'tokens' | 'clock' | 'log' | 'wait'>) {
  const { tokens, clock, wait = (ms: number) => delay(ms, undefined, { ref: false }) } = deps
  const slowDown = createSlowDown(clock)

  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser<string>(FORM, { parseAs: 'string' }, (request, text, done) => {
      const form = new URLSearchParams(text)
      request.exchange.requestBytes = Buffer.byteLength(text)
      request.exchange.requestBody = redactForm(form)
      done(null, form)
    })
    app.setErrorHandler(async (error: Error, request, reply) => {
      const fault = toTokenFault(error)
      if (fault.status === 500) deps.log.warn('A token request failed', error)
      if (fault.refusal) await wait(slowDown.delayFor(request.ip))
      return answerFault(fault, request, reply)
    })

    app.post(TOKEN_PATH, { bodyLimit: MOST_BYTES }, async (request, reply) => {
      const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
      const now = clock.now()
      const credentials = readTokenRequest(request.headers.authorization, form)
      const client = judgeClient(credentials, tokens, now)
      request.exchange.token = client
      tokens.used(client.id, {
        at: now,
        address: callerOf(request.socket),
        userAgent: request.headers['user-agent'] ?? null
      })

      const { accessToken, endsAt, expiresInS } = await tokens.grant(client)
      tell(request, {
        story: { kind: 'access-granted', tokenId: client.id, tokenName: client.name, until: endsAt }
      })
      return sendJson(reply, 200, {
        access_token: accessToken,
        token_type: 'Bearer',
        expires_in: expiresInS
      })
    })
    onlyMethods(app, TOKEN_PATH, ['POST'])
  }
}

function answerFault(fault: TokenFault, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, code, description, refusal } = fault
  tell(request, {
    story: refusal
      ? { kind: 'refused', refusal }
      : { kind: 'failed', status, scimType: null, detail: description, resource: null }
  })
  if (status === 401) reply.header('WWW-Authenticate', 'Basic realm="Usher"')
  return sendJson(reply, status, { error: code, error_description: description })
}

function sendJson(reply: FastifyReply, status: number, answer: object): FastifyReply {
  return reply
    .code(status)
    .header('Content-Type', 'application/json')
    .header('Cache-Control', 'no-store')
    .header('Pragma', 'no-cache')
    .send(Buffer.from(JSON.stringify(answer)))
}

function toTokenFault(error: Error): TokenFault {
  if (error instanceof TokenFault) return error
  if (error instanceof ScimError) {
    return new TokenFault(error.status, error.status < 500 ? 'invalid_request' : 'server_error', error.detail)
  }
  const { code, statusCode = 500 } = error as Partial<FastifyError>
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return new TokenFault(413, 'invalid_request', `A token request has at most ${MOST_BYTES} bytes.`)
  }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return new TokenFault(400, 'invalid_request', `A token request is sent as ${FORM}.`)
  }
  return statusCode >= 400 && statusCode < 500
    ? new TokenFault(statusCode, 'invalid_request', 'The request could not be read.')
    : new TokenFault(500, 'server_error', 'Usher could not answer this request. Its own log says more.')
}
