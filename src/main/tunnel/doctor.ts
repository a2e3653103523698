import { createHash } from 'node:crypto'
import {
  CHECK_PATH,
  REMARKS,
  type TunnelEcho,
  type TunnelFinding,
  type TunnelReport
} from '../../shared/tunnel'
import { isReachableFromEntra, TOKEN_PATH, withBasePath } from '../../shared/tenant-url'
import { judgeFirstAnswer, readEcho } from './judge'
import { type ProbeRequest, proxyFor, reach, type Reached } from './reach'

export interface DoctorOptions {
  /** A nonce that the SCIM listener recognises, as long as the examination lasts. */
  openNonce(): string
  closeNonce(nonce: string): void
  now(): number
  env?: NodeJS.ProcessEnv
  /** Ends the examination early. */
  signal?: AbortSignal
  ca?: string
}

/** How long an answer may take. */
const ANSWER_MS = 10_000
/** More than nginx takes by default, less than anybody would notice. */
const LARGE_BYTES = 1_500_000
const QUERY = '?filter=userName+eq+%22Zo%C3%AB%27s+%26+%2B%22&startIndex=1&count=100'

/**
 * Sends what Entra sends through the public address and compares it with what arrived: a look-up first, and if that is fine PATCH,
 * DELETE, a large POST, and what an OAuth client sends. Nothing is changed anywhere. Never rejects.
 */
export async function examine(publicUrl: string, options: DoctorOptions): Promise<TunnelReport> {
  const { openNonce, closeNonce, now, env = process.env, signal, ca } = options
  const report = (findings: TunnelFinding[], first: Answered | null): TunnelReport => ({
    url: publicUrl,
    at: now(),
    isGreen: findings.every(({ kind }) => REMARKS.includes(kind)),
    findings,
    roundTripMs: first?.durationMs ?? null,
    clockOffsetMs: first && clockOffset(first)
  })

  const base = new URL(withBasePath(publicUrl))
  if (base.protocol !== 'https:') return report([{ kind: 'not-https' }], null)

  const nonce = openNonce()
  const prefix = base.pathname.replace(/\/scim\/v2$/, '')
  const ask = (request: ProbeRequest): Promise<Reached> =>
    reach(base, request, { timeoutMs: ANSWER_MS, proxy: proxyFor(base, env), signal, ca })
  const send = (method: string, query: string, body: Buffer | null): Promise<Reached> =>
    ask(probe(method, `${prefix}${CHECK_PATH}/${nonce}${query}`, body, nonce))

  try {
    const first = await send('GET', QUERY, null)
    const answeredAt = now()
    const fatal = judgeFirstAnswer(first, base, nonce)
    if (fatal) return report([fatal], null)
    if (first.kind !== 'answered') throw new Error('A first answer without a fault was none')

    const findings = judgeLookup(readEcho(first.text, nonce), nonce)
    for (const method of ['PATCH', 'DELETE']) {
      const body = method === 'PATCH' ? PATCH_BODY : null
      findings.push(...judgeWrite(method, body, await send(method, '', body), nonce))
    }
    findings.push(...judgeLarge(await send('POST', '', LARGE_BODY), nonce))
    findings.push(...judgeTokenEndpoint(await ask(tokenProbe(prefix, nonce)), nonce))
    if (!isReachableFromEntra(base.href)) findings.push({ kind: 'local-name', host: base.hostname })
    return report(findings, { ...first, answeredAt })
  } finally {
    closeNonce(nonce)
  }
}

type Answered = Extract<Reached, { kind: 'answered' }> & { answeredAt: number }

/** The header tells whole seconds, so half of one is added; the answer was sent about half a round trip ago. */
function clockOffset({ headers, durationMs, answeredAt }: Answered): number | null {
  const sentAt = Date.parse(headers.date ?? '')
  return Number.isNaN(sentAt) ? null : Math.round(sentAt + 500 - (answeredAt - durationMs / 2))
}

const PATCH_BODY = Buffer.from(
  '{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[],"x":"Zoë"}'
)
const LARGE_BODY = Buffer.from(JSON.stringify({ padding: 'members '.repeat(LARGE_BYTES / 8) }))
const CONTENT_TYPE = 'application/scim+json; charset=utf-8'

const probe = (method: string, target: string, body: Buffer | null, nonce: string): ProbeRequest => ({
  method,
  target,
  headers: {
    Authorization: `Bearer ${nonce}`,
    ADSCIMVersion: '5.0',
    ...(body && { 'Content-Type': CONTENT_TYPE })
  },
  body
})

function judgeLookup(echo: TunnelEcho | null, nonce: string): TunnelFinding[] {
  if (!echo) return [{ kind: 'answer-mangled' }]
  const findings: TunnelFinding[] = []
  const expected = `${CHECK_PATH}/${nonce}`
  const [arrivedPath = '', query = ''] = echo.target.split('?', 2)
  if (arrivedPath.replace(/\/{2,}/g, '/') !== expected) {
    findings.push({
      kind: 'wrong-path',
      expected: '/scim/v2',
      arrived: arrivedPath.split('/.tunnel-check')[0] || '/'
    })
  }
  if (sorted(query) !== sorted(QUERY)) findings.push({ kind: 'query-mangled', sent: QUERY, arrived: query })
  if (echo.authorization !== 'kept') {
    findings.push({ kind: 'authorization', isMissing: echo.authorization === 'missing' })
  }
  return findings
}

/** Proxies may write a query anew: what counts is what it says. */
const sorted = (query: string): string =>
  [...new URLSearchParams(query)]
    .map(pair => JSON.stringify(pair))
    .toSorted()
    .join()

function judgeWrite(method: string, body: Buffer | null, reached: Reached, nonce: string): TunnelFinding[] {
  if (reached.kind !== 'answered') return [{ kind: 'method-blocked', method, status: null }]
  const echo = reached.status === 200 ? readEcho(reached.text, nonce) : null
  if (!echo || echo.method !== method) return [{ kind: 'method-blocked', method, status: reached.status }]
  if (body === null) return []
  const findings: TunnelFinding[] = []
  if (echo.bodyHash !== hashOf(body)) {
    findings.push({ kind: 'body-mangled', sentBytes: body.length, arrivedBytes: echo.bodyBytes })
  }
  if (!echo.contentType?.startsWith('application/scim+json')) {
    findings.push({ kind: 'header-mangled', header: 'Content-Type', arrived: echo.contentType })
  }
  return findings
}

function judgeLarge(reached: Reached, nonce: string): TunnelFinding[] {
  const echo = reached.kind === 'answered' ? readEcho(reached.text, nonce) : null
  if (echo?.bodyHash === hashOf(LARGE_BODY)) return []
  const status = reached.kind === 'answered' && !echo ? reached.status : null
  return [{ kind: 'size-limit', bytes: LARGE_BODY.length, status }]
}

/** The path alone decides whether a proxy hands it on, so here the nonce goes into the query. */
const tokenProbe = (prefix: string, nonce: string): ProbeRequest => ({
  method: 'POST',
  target: `${prefix}${TOKEN_PATH}?tunnel-check=${nonce}`,
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  body: Buffer.from('grant_type=client_credentials')
})

function judgeTokenEndpoint(reached: Reached, nonce: string): TunnelFinding[] {
  const echo = reached.kind === 'answered' ? readEcho(reached.text, nonce) : null
  if (echo?.method === 'POST' && echo.target.startsWith(`${TOKEN_PATH}?`)) return []
  return [{ kind: 'token-endpoint', status: reached.kind === 'answered' && !echo ? reached.status : null }]
}

const hashOf = (body: Buffer): string => createHash('sha256').update(body).digest('hex')
