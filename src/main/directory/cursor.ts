import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { LIMITS } from '../scim/discovery'
import { expiredCursor, invalidCursor } from '../scim/errors'
import type { Position } from '../store/queries'

/** How long a cursor may be used, in milliseconds. */
export const CURSOR_TTL_MS = LIMITS.cursorTimeoutSeconds * 1000

/**
 * RFC 9865 cursors: where a page ended, bound to the query it belongs to, signed with a key of this process. Opaque to clients,
 * and of no use to them in another query, after its time or after a restart.
 */
export function createCursors() {
  const secret = randomBytes(32)
  const sign = (payload: string, query: string) =>
    createHmac('sha256', secret).update(`${payload}\n${query}`).digest().subarray(0, 12)

  return {
    /** @param query everything that decides which rows are in the list and in which order */
    write(position: Position, query: string, now: number): string {
      const payload = Buffer.from(JSON.stringify([now + CURSOR_TTL_MS, position.ref, position.key])).toString(
        'base64url'
      )
      return `${payload}.${sign(payload, query).toString('base64url')}`
    },

    /** @throws ScimError 400 invalidCursor or expiredCursor (RFC 9865 §2.3) */
    read(cursor: string, query: string, now: number): Position {
      const [payload = '', signature = ''] = cursor.split('.')
      const expected = sign(payload, query)
      const given = Buffer.from(signature, 'base64url')
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
        throw invalidCursor('This cursor was not given out for this query. Begin again with an empty cursor.')
      }
      const [expiresAt, ref, key] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [
        number,
        number,
        Position['key']
      ]
      if (expiresAt <= now)
        throw expiredCursor('This cursor is no longer valid. Begin again with an empty cursor.')
      return { ref, key }
    }
  }
}
export type Cursors = ReturnType<typeof createCursors>
