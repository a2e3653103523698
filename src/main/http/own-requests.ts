import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Marks requests that this program sends to itself. */
export const OWN_HEADER = 'x-usher-own'

/** What a request of our own is: a simulated client's, a recorded one sent again, or a check that no fault may meet. */
export type OwnKind = 'simulated' | 'replay' | 'check'

/**
 * Tells our own requests from everybody else's. The mark holds a secret that lives as long as this process and is never recorded,
 * so nobody else can claim to be the simulator, or slip past a fault.
 */
export function createOwnRequests() {
  const secret = randomBytes(32).toString('base64url')

  return {
    /** Headers for a request of ours. Never to be sent anywhere but to this process. */
    mark: (kind: OwnKind): Record<string, string> => ({ [OWN_HEADER]: `${kind} ${secret}` }),

    markReplay: (of: number): Record<string, string> => ({ [OWN_HEADER]: `replay ${secret} ${of}` }),

    /** The request that this one repeats, or null. */
    replayOf(headers: IncomingHttpHeaders): number | null {
      const written = headers[OWN_HEADER]
      if (typeof written !== 'string' || !written.startsWith('replay ')) return null
      const [, given = '', of] = written.split(' ', 3)
      return isSame(given, secret) ? Number(of) : null
    },

    /** What it is, or null when it is somebody else's. */
    kindOf(headers: IncomingHttpHeaders): OwnKind | null {
      const written = headers[OWN_HEADER]
      if (typeof written !== 'string') return null
      const [kind, given = ''] = written.split(' ', 2)
      if (!isSame(given, secret)) return null
      return kind === 'simulated' || kind === 'replay' || kind === 'check' ? kind : null
    }
  }
}
export type OwnRequests = ReturnType<typeof createOwnRequests>

function isSame(a: string, b: string): boolean {
  const [given, known] = [Buffer.from(a), Buffer.from(b)]
  return given.length === known.length && timingSafeEqual(given, known)
}
