import { z } from 'zod'
import type { Json } from './scim'

const JsonValue: z.ZodType<Json> = z.json()

/** One request of a deck. `{{r1}}` stands for the id that an earlier answer gave. */
export const DeckStep = z.object({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  /** Below the base path, with its query, encoded as it went on the wire. */
  path: z.string().startsWith('/').max(16_000),
  body: JsonValue.nullable(),
  /** Quiet since the request before, in milliseconds. */
  pauseMs: z.number().int().min(0).max(3_600_000),
  /** What it was answered with when it was recorded. */
  status: z.number().int().min(100).max(599),
  /** Ids to remember from the answer: `r1` from `/id` or `/Resources/0/id`. */
  captures: z.array(z.object({ name: z.string().regex(/^r\d+$/), pointer: z.string().max(200) })).max(1000)
})
export type DeckStep = z.infer<typeof DeckStep>

export const DECK_FORMAT = 'usher-deck/1'
export const MOST_DECK_STEPS = 5_000

/** A deck as it lies in a file: nothing in it knows this computer. */
export const DeckFile = z.object({
  format: z.literal(DECK_FORMAT),
  name: z.string().trim().min(1).max(80),
  about: z.string().max(500).default(''),
  isAnonymised: z.boolean().default(false),
  steps: z.array(DeckStep).min(1).max(MOST_DECK_STEPS)
})
export type DeckFile = z.infer<typeof DeckFile>

export interface DeckSummary {
  id: string
  name: string
  about: string
  isAnonymised: boolean
  /** Came with the product: can be played and copied, not altered. */
  isShipped: boolean
  stepCount: number
  /** The sum of its pauses. */
  lengthMs: number
}

export interface Deck extends DeckSummary {
  steps: DeckStep[]
}

/** Times as fast as recorded; 0 is as fast as possible. */
export const DECK_SPEEDS = [1, 10, 0] as const
export type DeckSpeed = (typeof DECK_SPEEDS)[number]

/** What of a recording did not become part of the deck, and why. */
export interface LeftOut {
  /** Done at the console, refused, not SCIM, or without an answer. */
  otherCount: number
  /** Whose body was too long or no JSON. */
  unreadableCount: number
  /** Requests that name a resource which nothing in the deck makes or finds. */
  unresolvedCount: number
}
