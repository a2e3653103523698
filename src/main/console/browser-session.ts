import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'

const COOKIE = 'usher_console'

/**
 * Lets in the browser that was opened with the key of the start line, and nobody else: other programs' pages have no cookie, and a
 * name that an attacker points at 127.0.0.1 (DNS rebinding) fails at the Host header. The key works once; then the cookie counts.
 *
 * @param port the console's own port, once it listens
 */
export function answerOnlyThisBrowser(
  app: FastifyInstance,
  options: { key: string; port: () => number }
): void {
  const session = randomBytes(32).toString('base64url')
  let key: string | null = options.key

  app.addHook('onRequest', async (request, reply) => {
    reply.header('Cache-Control', 'no-store')
    const fault = foreignness(request, options.port())
    if (fault) return reply.code(403).type('text/plain; charset=utf-8').send(fault)

    const given = new URLSearchParams(request.url.split('?')[1] ?? '').get('key')
    if (request.method === 'GET' && given !== null) {
      if (key !== null && isSame(given, key)) {
        key = null
        reply.header('Set-Cookie', `${COOKIE}=${session}; HttpOnly; SameSite=Strict; Path=/`)
        return reply.redirect('/', 303)
      }
      if (isSame(cookieOf(request), session)) return reply.redirect('/', 303)
    }

    if (!isSame(cookieOf(request), session)) {
      return reply
        .code(401)
        .type('text/plain; charset=utf-8')
        .send('Open the console with the address that Usher printed when it started; its key works once.')
    }
  })
}

/** Why this request does not come from a page of ours, or null. */
function foreignness({ headers }: FastifyRequest, port: number): string | null {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (!hosts.includes(headers.host ?? '')) return 'The console answers only on 127.0.0.1 and localhost.'
  const { origin } = headers
  if (origin !== undefined && origin !== `http://${headers.host}`)
    return 'The console answers only its own page.'
  // A link may be followed from anywhere, for example from a terminal in a browser; a page elsewhere may not call.
  const isCall = headers['sec-fetch-mode'] !== undefined && headers['sec-fetch-mode'] !== 'navigate'
  return isCall && headers['sec-fetch-site'] === 'cross-site'
    ? 'The console answers only its own page.'
    : null
}

function cookieOf({ headers }: FastifyRequest): string {
  const pairs = (headers.cookie ?? '').split(';').map(pair => pair.trim())
  return pairs.find(pair => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? ''
}

/** Of hashes, so that neither content nor length shows in the time it takes. */
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
