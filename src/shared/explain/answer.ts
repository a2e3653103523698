/**
 * What an answer means, what Microsoft Entra shows of it and does next, and what to do about it: the tables behind *Explain*.
 * Codes are those of Entra's provisioning log; pairing them with an HTTP status is partly inferred, because Microsoft does
 * not document it (docs/entra.md).
 */
export interface Answer {
  /** What the answer says, by the standard. */
  meaning: string
  /** Where that is written; null where no standard speaks of it. */
  reference: string | null
  /** The error code that the administrator reads in the provisioning log; null when there is none. */
  code: string | null
  /** What Entra does next. */
  reaction: string
  fix: string[]
}

export const NEXT_CYCLE = 'Entra tries again in the next cycle, 20 to 40 minutes later.'
