import { z } from 'zod'

/** How a matching request is answered instead of, or besides, what it asked for. */
export const FaultEffect = z.discriminatedUnion('kind', [
  /** A SCIM error with this status (RFC 7644 §3.12); with 429 and 503 a Retry-After in seconds, if one is given. */
  z.object({
    kind: z.literal('status'),
    status: z.number().int().min(400).max(599),
    retryAfterS: z.number().int().min(0).max(3600).nullable()
  }),
  /** Answered as usual, so much later, in milliseconds. */
  z.object({ kind: z.literal('delay'), delayMs: z.number().int().min(1).max(120_000) }),
  /** The connection is cut: before the request is looked at, or after its work is done and before the answer. */
  z.object({ kind: z.literal('drop'), isWorkDone: z.boolean() }),
  /** 200 with a web page, as tunnels and proxies answer. */
  z.object({ kind: z.literal('html') }),
  /** Answered as usual, but only half of the body arrives. */
  z.object({ kind: z.literal('truncated') })
])
export type FaultEffect = z.infer<typeof FaultEffect>

export const FaultRule = z.object({
  effect: FaultEffect,
  /** null: any method. */
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).nullable(),
  /** Below the base path, for example `/Groups`: it and everything under it. Empty: any. */
  path: z.string().max(500),
  /** Of the matching requests, how many in a hundred are met. */
  share: z.number().int().min(1).max(100),
  /** Disarms itself after so many; null: stays until disarmed. */
  count: z.number().int().min(1).max(1_000_000).nullable()
})
export type FaultRule = z.infer<typeof FaultRule>

/** A fault that is armed. Kept in memory only: none survives a restart. */
export interface ArmedFault extends FaultRule {
  id: number
  /** How many more it will meet; null: no limit. */
  remaining: number | null
  metCount: number
}
