import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { Socket } from 'node:net'
import { connect as tlsConnect } from 'node:tls'

export interface ProbeRequest {
  method: string
  /** Path and query, as they go on the wire. */
  target: string
  headers: Record<string, string>
  body: Buffer | null
}

/** What came back, or where it ended: at the outgoing proxy, or with a code of Node's or OpenSSL's. */
export type Reached =
  | {
      kind: 'answered'
      status: number
      headers: IncomingMessage['headers']
      text: string
      durationMs: number
    }
  | { kind: 'proxy-refused'; reason: string }
  | { kind: 'failed'; code: string; reason: string; isTls: boolean }
  | { kind: 'timeout' }

export interface ReachOptions {
  timeoutMs: number
  /** The company's way out, as in HTTPS_PROXY; null: straight. */
  proxy: URL | null
  /** Ends it early: the program is closing. */
  signal?: AbortSignal
  /** Further authorities to trust, in PEM. Node's own and NODE_EXTRA_CA_CERTS always count. */
  ca?: string
}

const ANSWER_SHOWN = 256 * 1024

/** Sends one request on a connection of its own. Adds no User-Agent and no Accept, because Entra sends none either. Never rejects. */
export async function reach(origin: URL, probe: ProbeRequest, options: ReachOptions): Promise<Reached> {
  const startedAt = performance.now()
  const patience = AbortSignal.timeout(options.timeoutMs)
  const signal = options.signal ? AbortSignal.any([patience, options.signal]) : patience
  const progress = { isConnected: false, isSecure: false }
  try {
    const socket =
      options.proxy && origin.protocol === 'https:' ? await throughProxy(options.proxy, origin, signal) : null
    progress.isConnected = socket !== null
    const { message, text } = await exchange(origin, probe, { ...options, signal, socket, progress })
    return {
      kind: 'answered',
      status: message.statusCode ?? 0,
      headers: message.headers,
      text,
      durationMs: Math.round(performance.now() - startedAt)
    }
  } catch (error) {
    if (error instanceof ProxyRefused) return { kind: 'proxy-refused', reason: error.message }
    if (signal.aborted) return { kind: 'timeout' }
    const failure = failureOf(error)
    const hasEndedInHandshake = progress.isConnected && !progress.isSecure && origin.protocol === 'https:'
    return hasEndedInHandshake ? { ...failure, isTls: true } : failure
  }
}

/** How far a connection came before it failed. */
interface Progress {
  isConnected: boolean
  isSecure: boolean
}

class ProxyRefused extends Error {}

function exchange(
  origin: URL,
  { method, target, headers, body }: ProbeRequest,
  {
    signal,
    socket,
    ca,
    progress
  }: ReachOptions & { signal: AbortSignal; socket: Socket | null; progress: Progress }
): Promise<{ message: IncomingMessage; text: string }> {
  return new Promise((resolve, reject) => {
    const host = bare(origin.hostname)
    const length = body === null ? {} : { 'Content-Length': String(body.length) }
    const sent = (origin.protocol === 'https:' ? httpsRequest : httpRequest)(
      {
        host,
        port: origin.port === '' ? undefined : origin.port,
        path: target,
        method,
        headers: { Host: origin.host, ...headers, ...length },
        // With an agent, even a fresh one, `createConnection` would not be asked.
        ...(socket === null && { agent: false }),
        signal,
        ...(ca !== undefined && { ca: [ca] }),
        ...(socket && {
          createConnection: () =>
            tlsConnect({ socket, servername: host, ...(ca !== undefined && { ca: [ca] }) })
        })
      },
      message => {
        const chunks: Buffer[] = []
        let size = 0
        message.on('data', (chunk: Buffer) => {
          if (size < ANSWER_SHOWN) chunks.push(chunk)
          size += chunk.length
        })
        message.on('end', () => resolve({ message, text: Buffer.concat(chunks).toString('utf8') }))
        message.on('error', reject)
      }
    )
    sent.on('socket', used => {
      used.once('connect', () => (progress.isConnected = true))
      used.once('secureConnect', () => (progress.isSecure = true))
    })
    sent.on('error', reject)
    sent.end(body ?? undefined)
  })
}

/** RFC 9110 §9.3.6: a tunnel through the outgoing proxy, which then sees only the name. */
function throughProxy(proxy: URL, origin: URL, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const authority = `${origin.hostname}:${origin.port || '443'}`
    const credentials = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`
    const asked = httpRequest({
      host: bare(proxy.hostname),
      port: proxy.port || '80',
      method: 'CONNECT',
      path: authority,
      headers: {
        Host: authority,
        ...(proxy.username && {
          'Proxy-Authorization': `Basic ${Buffer.from(credentials).toString('base64')}`
        })
      },
      agent: false,
      signal
    })
    asked.on('connect', (answer, socket) => {
      if (answer.statusCode === 200) return resolve(socket)
      socket.destroy()
      reject(new ProxyRefused(`${answer.statusCode} ${answer.statusMessage ?? ''}`.trim()))
    })
    asked.on('error', (error: NodeJS.ErrnoException) => reject(new ProxyRefused(error.code ?? error.message)))
    asked.end()
  })
}

/** HTTPS_PROXY and NO_PROXY as other programs read them. */
export function proxyFor(origin: URL, env: NodeJS.ProcessEnv): URL | null {
  const written = env.HTTPS_PROXY ?? env.https_proxy ?? ''
  if (written === '' || !URL.canParse(written)) return null
  const host = origin.hostname.toLowerCase()
  const spared = (env.NO_PROXY ?? env.no_proxy ?? '').split(',').map(name => name.trim().toLowerCase())
  const isSpared = spared.some(
    name =>
      name === '*' ||
      (name !== '' && (host === name || host.endsWith(name.startsWith('.') ? name : `.${name}`)))
  )
  return isSpared ? null : new URL(written)
}

function failureOf(error: unknown): Reached & { kind: 'failed' } {
  const { code = '', message } = error as NodeJS.ErrnoException
  const isTls =
    /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO|DEPTH_|SELF_SIGNED|HOSTNAME_)/.test(code) || code === 'EPROTO'
  return { kind: 'failed', code, reason: code || message, isTls }
}

/** `[::1]` → `::1`. */
const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '')
