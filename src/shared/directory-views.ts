/** The directory as the console shows it. Times are epoch milliseconds. */
import type { JsonObject, Named } from './scim'

export interface DirectoryCounts {
  users: number
  activeUsers: number
  groups: number
}

export interface UserRow {
  id: string
  displayName: string
  userName: string
  isActive: boolean
  groupCount: number
  modifiedAt: number
}

export interface UserPage {
  rows: UserRow[]
  matched: number
  /** A search of very many is still going on: `matched` will grow, and asking again shows more. */
  isSearching: boolean
}

export interface GroupRow {
  id: string
  displayName: string
  directCount: number
  effectiveCount: number
  modifiedAt: number
}

/** `setBy`: for each attribute path, the exchange that gave it its present value. */
export type SetBy = Record<string, { exchangeId: number | null; at: number }>

export interface Deletion {
  at: number
  exchangeId: number | null
}

export interface UserDetail {
  id: string
  /** Equal to the body of `GET /Users/{id}`. */
  resource: JsonObject
  setBy: SetBy
  /** Of a deleted user: those of its last moment. */
  groups: { group: Named; isDirect: boolean; via: Named[] }[]
  manager: Named | null
  /** A manager's id that is nobody's here; `setBy` knows the request. */
  unknownManagerId: string | null
  reports: Named[]
  deleted: Deletion | null
}

/** An id that a request wanted to add to a group and that is nobody's: the request was refused, and nothing of it applied. */
export interface UnknownMember {
  id: string
  exchangeId: number
  at: number
}

export interface GroupDetail {
  id: string
  /** Equal to the body of `GET /Groups/{id}?excludedAttributes=members`. */
  resource: JsonObject
  setBy: SetBy
  directCount: number
  effectiveCount: number
  /** Groups listed directly, which Entra does not read when provisioning. */
  nestedCount: number
  /** Cycles through this group, each as the groups passed, beginning and ending with it. */
  cycles: Named[][]
  /** Newest first, as long as the log has the requests. */
  unknownMembers: UnknownMember[]
  deleted: Deletion | null
}

export const MEMBER_KINDS = ['direct', 'effective'] as const
export type MemberKind = (typeof MEMBER_KINDS)[number]

export interface MemberRow {
  member: Named
  userName: string | null
  isActive: boolean | null
  isDirect: boolean
  /** The groups between, outermost first; empty for a direct member. */
  via: Named[]
  addedAt: number | null
  addedBy: number | null
  /** It has been deleted since: shown as it was last. */
  isDeleted: boolean
}

/** A moment at which somebody joined or left; `by` is null for an edit without a request. */
export interface MembershipMoment {
  at: number
  exchangeId: number | null
  added: number
  removed: number
}

export interface MembershipMoments {
  /** Oldest first; of very many the newest. */
  moments: MembershipMoment[]
  /** There are older ones. */
  isCut: boolean
}

export const COMPARED_PARTS = ['left', 'both', 'right'] as const
export type ComparedPart = (typeof COMPARED_PARTS)[number]

export interface Comparison {
  counts: Record<ComparedPart, number>
  rows: { member: Named; userName: string | null; isActive: boolean | null; isDeleted: boolean }[]
  /** Rows of the part that the search leaves. */
  matched: number
}

export interface GraphGroup {
  id: string
  name: string
  /** Members of this group itself that are no groups. */
  peopleCount: number
}

/** The groups below a group and what lies between them. People are asked for group by group, with `groups.members`. */
export interface GroupGraph {
  /** The first is the group that is looked at. */
  groups: GraphGroup[]
  edges: { from: string; to: string }[]
  /** More groups lie below than were drawn. */
  isCut: boolean
}

/** Every way from a group to somebody: "why is she in this group?" */
export interface MembershipPaths {
  /** Edges on any of the ways, the last ones leading to the person. */
  edges: { from: string; to: string }[]
  /** Some ways as the groups passed, shortest first, each beginning with the group that is looked at. */
  ways: Named[][]
}
