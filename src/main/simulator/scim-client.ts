import { Agent as HttpAgent, request as httpRequest } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { gunzipSync } from 'node:zlib'
import type { Json } from '../../shared/scim'
import type { ScimRequest } from './entra-requests'

export interface Target {
  /** Up to and including the base path: `https://host/scim/v2`, with or without a final slash or query. */
  url: string
  secret: string
}

/** What came back; `unanswered` when the connection failed, broke or timed out. */
export type Answer =
  | {
      kind: 'answered'
      status: number
      headers: Record<string, string | string[] | undefined>
      text: string
      /** undefined: the body is empty or no JSON. */
      json: Json | undefined
      durationMs: number
    }
  | { kind: 'unanswered'; reason: string; durationMs: number }

export interface ScimClient {
  /** Never rejects: a broken connection is an answer too. */
  send(request: ScimRequest): Promise<Answer>
  close(): void
}

/** Entra sends no User-Agent and no Accept; Okta names itself (entra-protocol: request headers). */
const HEADERS = {
  entra: { ADSCIMVersion: '5.0' },
  okta: {
    'User-Agent': 'Okta SCIM Client 1.0.0',
    Accept: 'application/scim+json',
    'Accept-Charset': 'utf-8',
    'Accept-Encoding': 'gzip'
  }
}
const MOST_UNPACKED = 64 * 1024 * 1024
const CONTENT_TYPE = 'application/scim+json; charset=utf-8'

/** @param options.extraHeaders for the console's own marks, which strangers' servers never see */
export function createScimClient(
  target: Target,
  client: 'entra' | 'okta',
  options: { timeoutMs?: number; extraHeaders?: Record<string, string>; maxSockets?: number } = {}
): ScimClient {
  const base = new URL(target.url)
  const isTls = base.protocol === 'https:'
  const agentOptions = { keepAlive: true, maxSockets: options.maxSockets ?? 64 }
  const agent = isTls ? new HttpsAgent(agentOptions) : new HttpAgent(agentOptions)
  const start = isTls ? httpsRequest : httpRequest
  const basePath = base.pathname.replace(/\/+$/, '')
  const timeoutMs = options.timeoutMs ?? 30_000

  return {
    send(request) {
      const startedAt = performance.now()
      const payload = request.body === undefined ? null : Buffer.from(JSON.stringify(request.body))
      return new Promise(resolve => {
        const elapsed = () => performance.now() - startedAt
        const outgoing = start(
          {
            protocol: base.protocol,
            hostname: base.hostname.replace(/^\[|\]$/g, ''),
            port: base.port === '' ? (isTls ? 443 : 80) : base.port,
            method: request.method,
            path: basePath + request.path,
            agent,
            headers: {
              Authorization: `Bearer ${target.secret}`,
              ...HEADERS[client],
              ...options.extraHeaders,
              ...(payload && { 'Content-Type': CONTENT_TYPE, 'Content-Length': payload.length })
            }
          },
          incoming => {
            const parts: Buffer[] = []
            incoming.on('data', (part: Buffer) => parts.push(part))
            incoming.on('error', error =>
              resolve({ kind: 'unanswered', reason: error.message, durationMs: elapsed() })
            )
            incoming.on('end', () => {
              const text = textOf(Buffer.concat(parts), incoming.headers['content-encoding'])
              resolve({
                kind: 'answered',
                status: incoming.statusCode ?? 0,
                headers: incoming.headers,
                text,
                json: parseJson(text),
                durationMs: elapsed()
              })
            })
          }
        )
        outgoing.setTimeout(timeoutMs, () =>
          outgoing.destroy(new Error(`no answer within ${timeoutMs / 1000} s`))
        )
        outgoing.on('error', error =>
          resolve({ kind: 'unanswered', reason: error.message, durationMs: elapsed() })
        )
        outgoing.end(payload ?? undefined)
      })
    },
    close: () => agent.destroy()
  }
}

/** Okta asks for gzip. What cannot be unpacked is told as it came, and judged as no SCIM. */
function textOf(body: Buffer, encoding: string | undefined): string {
  if (encoding !== 'gzip' || body.length === 0) return body.toString('utf8')
  try {
    return gunzipSync(body, { maxOutputLength: MOST_UNPACKED }).toString('utf8')
  } catch {
    return body.toString('utf8')
  }
}

function parseJson(text: string): Json | undefined {
  if (text === '') return undefined
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined // not JSON: an HTML page of a proxy, for example; judged by who asked
  }
}
