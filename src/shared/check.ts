import type { Json } from './scim'

/** One claim about a SCIM server, and whether it holds there. */
export interface CheckResult {
  id: string
  title: string
  /** Where it is written: an RFC section, or the Entra or Okta behaviour. */
  rule: string
  verdict: 'holds' | 'fails' | 'not claimed'
  /** What was seen instead; null unless it fails. */
  seen: string | null
  sent: SentAndReceived[]
}

export interface SentAndReceived {
  method: string
  path: string
  body: Json | null
  status: number | null
  answer: string
}

export interface CheckReport {
  url: string
  holds: number
  fails: number
  notClaimed: number
  results: CheckResult[]
}
