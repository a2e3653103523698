import type { Json, Named } from './scim'

/** One attribute before and after. `null` stands for "there was none". Paths are written as a PATCH would: `name.familyName`, `urn:…:User:department`. */
export interface AttributeChange {
  path: string
  old: Json
  new: Json
}

/** Members are people, not JSON: at most MEMBERS_NAMED of each are listed, the counts are exact. */
export interface MembersChange {
  added: Named[]
  addedCount: number
  removed: Named[]
  removedCount: number
}
export const MEMBERS_NAMED = 100

export type ChangeVerb = 'created' | 'updated' | 'deleted'

/** Who did it: a token (through SCIM) or the person at the console. */
export type Actor = { kind: 'token'; tokenId: string } | { kind: 'you' }

/** What one exchange did to one resource. */
export interface Change {
  id: number
  at: number
  /** The exchange that caused it; null for an edit at the console that left no exchange. */
  exchangeId: number | null
  actor: Actor
  verb: ChangeVerb
  resource: Named
  attributes: AttributeChange[]
  members: MembersChange | null
}
