import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Json } from '../../../shared/scim'
import { TOKEN_PATH } from '../../../shared/tenant-url'
import { invalidSyntax, unsupportedMediaType } from '../../scim/errors'
import { decodeUtf8, parseJson } from '../json-text'

/** RFC 7644 §3.1 and §8.1: SCIM messages are JSON in UTF-8. No media type at all is read as JSON too. */
const MEDIA_TYPES = new Set(['', 'application/scim+json', 'application/json'])
const CHARSETS = new Set(['', 'utf-8', 'utf8', 'us-ascii'])

/**
 * Takes bodies in as text, so that the log shows them as they came, and parses them before the handler runs. The media type is
 * judged before the first byte of the body is read.
 */
export function parseScimBodies(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, next) => {
    if (hasBody(request) && request.url !== TOKEN_PATH) requireJson(request)
    next()
  })

  app.removeAllContentTypeParsers()
  app.addContentTypeParser<Buffer>('*', { parseAs: 'buffer' }, (request, bytes, done) => {
    request.exchange.requestBytes = bytes.length
    request.exchange.requestBody = bytes.length === 0 ? null : bytes.toString('utf8')
    done(null, bytes.length === 0 ? undefined : bytes)
  })

  app.addHook('preValidation', (request, _reply, next) => {
    if (Buffer.isBuffer(request.body)) request.body = parseJson(decodeUtf8(request.body))
    next()
  })
}

/** The body of a request that must have one. @throws ScimError 400 invalidSyntax when there is none */
export function bodyOf(request: FastifyRequest): Json {
  if (request.body === undefined) throw invalidSyntax('The request has no body; a JSON object was expected.')
  return request.body as Json
}

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

function requireJson({ headers }: FastifyRequest): void {
  const [mediaType = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';')
  if (!MEDIA_TYPES.has(mediaType.trim())) {
    throw unsupportedMediaType(
      `A body of type "${mediaType.trim()}" cannot be read. Send application/scim+json or application/json.`
    )
  }

  const charset = parameters.map(one => one.trim()).find(one => one.startsWith('charset='))
  if (charset && !CHARSETS.has(charset.slice('charset='.length).replaceAll('"', ''))) {
    throw unsupportedMediaType(`SCIM bodies are UTF-8 (RFC 7644 §8.1), not ${charset}.`)
  }

  const encoding = headers['content-encoding']?.toLowerCase() ?? 'identity'
  if (encoding !== 'identity') {
    throw unsupportedMediaType(`A body with Content-Encoding "${encoding}" cannot be read. Send it as it is.`)
  }
}
