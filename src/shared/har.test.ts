import { expect, test } from 'vitest'
import { z } from 'zod'
import type { ExchangeDetail } from './exchange'
import { HAR_FOOTER, HAR_SEPARATOR, harEntry, harHeader } from './har'
import { exchange } from './testing'

/** HAR 1.2, the parts that a reader requires. */
const Pair = z.strictObject({ name: z.string(), value: z.string() })
const Har = z.strictObject({
  log: z.strictObject({
    version: z.literal('1.2'),
    creator: z.strictObject({ name: z.string(), version: z.string() }),
    pages: z.array(z.never()),
    entries: z.array(
      z.strictObject({
        startedDateTime: z.iso.datetime(),
        time: z.number().min(0),
        request: z.strictObject({
          method: z.string(),
          url: z.string(),
          httpVersion: z.string(),
          cookies: z.array(z.never()),
          headers: z.array(Pair),
          queryString: z.array(Pair),
          postData: z.strictObject({ mimeType: z.string(), text: z.string() }).optional(),
          headersSize: z.number().int().min(-1),
          bodySize: z.number().int().min(-1)
        }),
        response: z.strictObject({
          status: z.number().int(),
          statusText: z.string(),
          httpVersion: z.string(),
          cookies: z.array(z.never()),
          headers: z.array(Pair),
          content: z.strictObject({
            size: z.number().int(),
            mimeType: z.string(),
            text: z.string().optional(),
            comment: z.string().optional()
          }),
          redirectURL: z.string(),
          headersSize: z.number().int().min(-1),
          bodySize: z.number().int().min(-1)
        }),
        cache: z.strictObject({}),
        timings: z.strictObject({ send: z.number(), wait: z.number(), receive: z.number() }),
        comment: z.string(),
        _token: z.string().nullable()
      })
    )
  })
})

const exported = (exchanges: ExchangeDetail[]) => {
  const entries = exchanges.flatMap(one => harEntry(one, 'http://127.0.0.1:7643') ?? [])
  return harHeader('0.1.0') + entries.join(HAR_SEPARATOR) + HAR_FOOTER
}

test('the pieces together are valid HAR 1.2', () => {
  const har = Har.parse(
    JSON.parse(
      exported([
        exchange({ target: '/scim/v2/Users?filter=userName+eq+%22x%22&count=1&%zz' }),
        exchange({
          method: 'PATCH',
          requestBody: { text: '{"a":"\u2028"}', bytes: 9, isCut: false },
          responseBody: null,
          status: 204
        }),
        exchange({ ending: 'client-gone', status: null, durationMs: null, responseHeaders: [] }),
        exchange({ origin: 'console' })
      ])
    )
  )

  expect(har.log.entries).toHaveLength(3)
  expect(har.log.entries[0]?.request.queryString).toEqual([
    { name: 'filter', value: 'userName eq "x"' },
    { name: 'count', value: '1' },
    { name: '%zz', value: '' }
  ])
  expect(har.log.entries[2]?.response.status).toBe(0)
})

test('an export of nothing is valid too', () => {
  expect(Har.parse(JSON.parse(exported([]))).log.entries).toEqual([])
})

test('a secret header is left out even if it was recorded', () => {
  expect(exported([exchange({ requestHeaders: [['Authorization', 'Bearer usher_secret']] })])).not.toContain(
    'usher_secret'
  )
})
