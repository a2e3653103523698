import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Json } from '../../../shared/scim'
import { TOKEN_PATH } from '../../../shared/tenant-url'
import { invalidSyntax, unsupportedMediaType } from '../../scim/errors'
import { checkedText, parseJson } from '../json-text'

/** RFC 7644 §3.1 and §8.1: SCIM messages are JSON in UTF-8. No media type at all is read as JSON too. */
const NAMED_TYPES = ['application/scim+json', 'application/json']
const MEDIA_TYPES = new Set(['', ...NAMED_TYPES])
const CHARSETS = new Set(['', 'utf-8', 'utf8', 'us-ascii'])

/**
 * Takes bodies in as text, so that the log shows them as they came, and parses them before the handler runs. The media type is
 * judged before the first byte of the body is read.
 */
export function parseScimBodies(app: FastifyInstance): void {
  // Clients say the same with every request.
  let accepted: string | null = null

  app.addHook('onRequest', ({ headers, url }, _reply, next) => {
    if (hasBody(headers) && url !== TOKEN_PATH) {
      const contentType = headers['content-type'] ?? ''
      // To Fastify an empty one is a wrong one.
      if (contentType === '') delete headers['content-type']
      if (contentType !== accepted) requireJson(contentType)
      accepted = contentType
      requirePlain(headers['content-encoding'])
    }
    next()
  })

  app.removeAllContentTypeParsers()
  // Named beside the one for all: only what has a name need not be read anew with every request.
  app.addContentTypeParser<Buffer>([...NAMED_TYPES, '*'], { parseAs: 'buffer' }, (request, bytes, done) => {
    request.exchange.requestBytes = bytes.length
    request.exchange.requestBody = bytes.length === 0 ? null : bytes.toString('utf8')
    done(null, bytes.length === 0 ? undefined : bytes)
  })

  app.addHook('preValidation', (request, _reply, next) => {
    const { body, exchange } = request
    if (Buffer.isBuffer(body)) request.body = parseJson(checkedText(body, exchange.requestBody))
    next()
  })
}

/** The body of a request that must have one. @throws ScimError 400 invalidSyntax when there is none */
export function bodyOf(request: FastifyRequest): Json {
  if (request.body === undefined) throw invalidSyntax('The request has no body; a JSON object was expected.')
  return request.body as Json
}

const hasBody = (headers: IncomingHttpHeaders): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

function requirePlain(contentEncoding = 'identity'): void {
  const encoding = contentEncoding.toLowerCase()
  if (encoding !== 'identity') {
    throw unsupportedMediaType(`A body with Content-Encoding "${encoding}" cannot be read. Send it as it is.`)
  }
}

function requireJson(contentType: string): void {
  const [mediaType = '', ...parameters] = contentType.toLowerCase().split(';')
  if (!MEDIA_TYPES.has(mediaType.trim())) {
    throw unsupportedMediaType(
      `A body of type "${mediaType.trim()}" cannot be read. Send application/scim+json or application/json.`
    )
  }

  const charset = parameters.map(one => one.trim()).find(one => one.startsWith('charset='))
  if (charset && !CHARSETS.has(charset.slice('charset='.length).replaceAll('"', ''))) {
    throw unsupportedMediaType(`SCIM bodies are UTF-8 (RFC 7644 §8.1), not ${charset}.`)
  }
}
