import { ERROR } from '../../shared/scim'
import type { TlsTrouble, TunnelEcho, TunnelFinding } from '../../shared/tunnel'
import type { Reached } from './reach'

/** Why nothing of ours came back at all; null when the SCIM listener's own answer did. */
export function judgeFirstAnswer(reached: Reached, base: URL, nonce: string): TunnelFinding | null {
  const host = base.hostname
  switch (reached.kind) {
    case 'timeout':
      return { kind: 'timeout', host }
    case 'proxy-refused':
      return { kind: 'proxy', reason: reached.reason }
    case 'failed':
      if (reached.isTls)
        return { kind: 'tls', host, trouble: troubleOf(reached.code), reason: reached.reason }
      return /^(ENOTFOUND|EAI_AGAIN|EAI_NODATA)$/.test(reached.code)
        ? { kind: 'dns', host }
        : { kind: 'unreachable', host, reason: reached.reason }
    case 'answered':
      return readEcho(reached.text, nonce) && reached.status === 200 ? null : judgeStranger(reached, base)
  }
}

type Answer = Reached & { kind: 'answered' }

/** Somebody answered, but not us. */
function judgeStranger({ status, headers, text }: Answer, base: URL): TunnelFinding {
  const firstLine = firstLineOf(text)
  if (status >= 300 && status < 400)
    return { kind: 'redirect', status, location: headers.location ?? 'nowhere' }

  const by = relayOf(headers, text)
  const ngrokCode = String(headers['ngrok-error-code'] ?? '')
  if (ngrokCode === 'ERR_NGROK_6024') return { kind: 'web-page', status, firstLine, isInterstitial: true }
  if (DOWN.has(status) || DOWN_CODES.has(ngrokCode)) return { kind: 'tunnel-down', status, by }

  const problem = readScimError(text)
  // Usher's own words: the request came here, but its path was no longer what was sent.
  if (problem?.status === '404') return { kind: 'wrong-path', expected: base.pathname, arrived: null }
  if (isHtml(headers['content-type'], text))
    return { kind: 'web-page', status, firstLine, isInterstitial: false }
  if (status === 401 || status === 403 || status === 407) {
    return problem ? { kind: 'wrong-host', status, firstLine } : { kind: 'login', status }
  }
  return { kind: 'wrong-host', status, firstLine }
}

/** 502, 503, 504; 521-523 and 530 are Cloudflare's for a tunnel without an end. */
const DOWN = new Set([502, 503, 504, 521, 522, 523, 530])
const DOWN_CODES = new Set(['ERR_NGROK_3200', 'ERR_NGROK_3004', 'ERR_NGROK_8012'])

function relayOf(headers: Answer['headers'], text: string): 'ngrok' | 'Cloudflare' | null {
  if (headers['ngrok-error-code'] !== undefined || text.includes('ERR_NGROK')) return 'ngrok'
  return headers['cf-ray'] !== undefined || headers.server === 'cloudflare' ? 'Cloudflare' : null
}

const isHtml = (contentType: string | undefined, text: string): boolean =>
  /^text\/html|^application\/xhtml/i.test(contentType ?? '') || /^\s*<(!doctype|html|head|body)/i.test(text)

/** What a person would recognise the page by: its title, or else its first words. */
function firstLineOf(text: string): string {
  const title = /<title[^>]*>([^<]*)/i.exec(text)?.[1]
  const words = (title ?? text.replaceAll(/<(script|style)[\s\S]*?<\/\1>/gi, ' ').replaceAll(/<[^>]*>/g, ' '))
    .split('\n')
    .map(line => line.replaceAll(/\s+/g, ' ').trim())
    .find(line => line !== '')
  return (words ?? '(empty)').slice(0, 120)
}

const TROUBLES: Record<string, TlsTrouble> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'unknown-issuer',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknown-issuer',
  UNABLE_TO_GET_ISSUER_CERT: 'unknown-issuer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknown-issuer',
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'not-yet-valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'name-mismatch',
  HOSTNAME_MISMATCH: 'name-mismatch',
  ECONNRESET: 'closed',
  EPIPE: 'closed',
  EPROTO: 'not-tls',
  ERR_SSL_WRONG_VERSION_NUMBER: 'not-tls',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'not-tls'
}

const troubleOf = (code: string): TlsTrouble => TROUBLES[code] ?? 'other'

/** The listener's answer to a request of the doctor's, or null when this is something else. */
export function readEcho(text: string, nonce: string): TunnelEcho | null {
  const echo = readJson(text) as Partial<TunnelEcho> | null
  return echo?.nonce === nonce && typeof echo.target === 'string' ? (echo as TunnelEcho) : null
}

function readScimError(text: string): { status: string } | null {
  const body = readJson(text) as { schemas?: unknown; status?: unknown } | null
  if (!Array.isArray(body?.schemas) || !body.schemas.includes(ERROR)) return null
  return { status: String(body.status) }
}

function readJson(text: string): object | null {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' ? json : null
  } catch {
    // A page, or nothing: that is what the caller wants to know.
    return null
  }
}
