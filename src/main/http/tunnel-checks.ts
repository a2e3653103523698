import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TunnelEcho } from '../../shared/tunnel'
import type { Clock } from '../platform/clock'

/** Longer than the slowest examination. */
const VALID_MS = 90_000
/** A body of the doctor's is never longer. */
const MOST_BYTES = 4 * 1024 * 1024

/** Wherever a proxy may have moved it to: the nonce is what counts, not the path. Of other paths it is asked by the query. */
const NONCE = /(?:\/\.tunnel-check\/|[?&]tunnel-check=)([A-Za-z0-9_-]{32})(?=[?#/&]|$)/

/**
 * Requests that the tunnel doctor sends through the public address. Each carries a nonce that only this process knows and that is
 * forgotten soon; who shows it learns what of the request arrived, and nothing else. No token, no row in the log.
 */
export function createTunnelChecks(clock: Clock) {
  const validUntil = new Map<string, number>()

  const nonceOf = (target: string): string | null => {
    const nonce = NONCE.exec(target)?.[1]
    return nonce !== undefined && (validUntil.get(nonce) ?? 0) > clock.now() ? nonce : null
  }

  return {
    open(): string {
      const nonce = randomBytes(24).toString('base64url')
      for (const [known, until] of validUntil) if (until <= clock.now()) validUntil.delete(known)
      validUntil.set(nonce, clock.now() + VALID_MS)
      return nonce
    },
    close: (nonce: string): void => void validUntil.delete(nonce),

    /** Answers a request of the doctor's and says so; leaves every other one alone. */
    answer(request: IncomingMessage, response: ServerResponse, target: string): boolean {
      const nonce = validUntil.size === 0 ? null : nonceOf(target)
      if (nonce === null) return false
      void echo(request, response, { nonce, target })
      return true
    }
  }
}
export type TunnelChecks = ReturnType<typeof createTunnelChecks>

async function echo(
  request: IncomingMessage,
  response: ServerResponse,
  { nonce, target }: { nonce: string; target: string }
): Promise<void> {
  const hash = createHash('sha256')
  let bodyBytes = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bodyBytes += chunk.length
      if (bodyBytes > MOST_BYTES) return void request.destroy()
      hash.update(chunk)
    }
  } catch {
    // The doctor, or the tunnel between, has gone: nobody is left to be answered.
    return
  }
  const { host, authorization } = request.headers
  const found: TunnelEcho = {
    nonce,
    method: request.method ?? '',
    target,
    host: host ?? null,
    authorization:
      authorization === undefined ? 'missing' : authorization === `Bearer ${nonce}` ? 'kept' : 'changed',
    contentType: request.headers['content-type'] ?? null,
    bodyBytes,
    bodyHash: hash.digest('hex')
  }
  const text = JSON.stringify(found)
  response.writeHead(200, {
    'Content-Type': 'application/scim+json',
    'Content-Length': Buffer.byteLength(text)
  })
  response.end(request.method === 'HEAD' ? undefined : text)
}
