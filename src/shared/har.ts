import { sentenceText } from './describe'
import type { ExchangeDetail, Header, RecordedBody } from './exchange'

/** What is left out of every export, for the list that the person sees before saving. */
export const HAR_REMOVED = [
  'Authorization headers (never stored)',
  'Cookie, Proxy-Authorization and X-Api-Key headers (never stored)',
  'password values (never stored)'
]

const SECRET_HEADERS = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'x-api-key'])

/*
 * HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/) in pieces, so that a hundred thousand entries need not be held at
 * once: header, then entries with HAR_SEPARATOR between them, then footer.
 */
export const harHeader = (version: string): string =>
  `{"log":{"version":"1.2","creator":${JSON.stringify({ name: 'Usher', version })},"pages":[],"entries":[\n`
export const HAR_SEPARATOR = ',\n'
export const HAR_FOOTER = '\n]}}\n'

/**
 * One entry. Rows of the console have no request and give null.
 *
 * @param origin where the server answered, without a path: `https://abc.trycloudflare.com`.
 */
export function harEntry(exchange: ExchangeDetail, origin: string): string | null {
  return exchange.origin === 'console' ? null : JSON.stringify(toEntry(exchange, origin))
}

function toEntry(exchange: ExchangeDetail, origin: string) {
  const { method, target, startedAt, durationMs, requestHeaders, responseHeaders, requestBody } = exchange
  const waited = durationMs ?? 0
  return {
    startedDateTime: new Date(startedAt).toISOString(),
    time: waited,
    request: {
      method,
      url: origin + target,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: toPairs(requestHeaders),
      queryString: toQuery(target),
      ...(requestBody && {
        postData: { mimeType: typeOf(requestHeaders, 'application/scim+json'), text: requestBody.text }
      }),
      headersSize: -1,
      bodySize: exchange.requestBytes
    },
    response: {
      // 0 means that no answer was sent; the HAR viewers' own sign for that.
      status: exchange.status ?? 0,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: toPairs(responseHeaders),
      content: toContent(exchange.responseBody, typeOf(responseHeaders, 'x-unknown')),
      redirectURL: '',
      headersSize: -1,
      bodySize: exchange.responseBytes
    },
    cache: {},
    timings: { send: 0, wait: waited, receive: 0 },
    comment: `#${exchange.id} ${sentenceText(exchange.story)}`,
    _token: exchange.tokenName
  }
}

const toPairs = (headers: Header[]) =>
  headers
    .filter(([name]) => !SECRET_HEADERS.has(name.toLowerCase()))
    .map(([name, value]) => ({ name, value }))

const typeOf = (headers: Header[], otherwise: string): string =>
  headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? otherwise

function toContent(body: RecordedBody | null, mimeType: string) {
  if (body === null) return { size: 0, mimeType }
  return { size: body.bytes, mimeType, text: body.text, ...(body.isCut && { comment: 'cut' }) }
}

function toQuery(target: string): { name: string; value: string }[] {
  const at = target.indexOf('?')
  if (at < 0) return []
  return target
    .slice(at + 1)
    .split('&')
    .filter(pair => pair !== '')
    .map(pair => {
      const [name = '', ...value] = pair.split('=')
      return { name: decode(name), value: decode(value.join('=')) }
    })
}

const decode = (text: string): string => {
  const spaced = text.replaceAll('+', ' ')
  try {
    return decodeURIComponent(spaced)
  } catch {
    // A client may send anything; it is exported as it came.
    return spaced
  }
}
